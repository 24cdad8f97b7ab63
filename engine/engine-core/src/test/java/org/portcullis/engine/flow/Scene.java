package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.Incident;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.ControlEdit;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.SpanUnit;

/** A desk with people, keys, a journal and an engine on which a test plays; time is given in seconds after 08:56. */
final class Scene {
    static final String MAKER = "p-hale";
    static final String HEAD = "p-reid";
    static final String RISK = "p-okafor";
    static final String SECOND_RISK = "p-lima";
    static final String BOTH = "p-both";
    static final String STRANGER = "p-ferro";
    static final String DELEGATE = "p-deputy";
    static final String EDITOR = "p-editor";
    static final ControlId LARGE = new ControlId("D1-LARGE-BASKET");

    static final Control GRANT = Sample.grant("D1-TRADERS", "Delta 1 Trader");
    static final Control APPROVAL = approval("D1-LARGE-BASKET", 100_000);

    /** Applies to every order and stops none. */
    static final Control FREE =
            Sample.hardOrder("D1-ORDER-NOTIONAL", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(2_000_000_000L)));

    static final List<String> KEY_HOLDERS = List.of(MAKER, HEAD, RISK, SECOND_RISK, BOTH, STRANGER, DELEGATE, EDITOR);

    static final JdkKeyPair NEW_RISK_KEY = JdkKeyPair.of("new-key-of-" + RISK, 50);

    final MemoryJournal memory;
    final OrderEngine engine;
    final FixedPeople people;
    final EnginePorts ports;
    private final Counting nonces;
    private final Optional<Stops> stops;
    private String current = "S-000001";

    private Scene(MemoryJournal memory, Journal journal, FixedPeople people, Counting nonces) throws EngineFailure {
        this(memory, journal, people, nonces, Optional.empty());
    }

    private Scene(MemoryJournal memory, Journal journal, FixedPeople people, Counting nonces, Optional<Stops> stops)
            throws EngineFailure {
        this.stops = stops;
        this.memory = memory;
        this.people = people;
        this.nonces = nonces;
        this.ports = new EnginePorts(journal, JdkKeyPair.of("engine", 99), JdkKeyPair.CHECK, nonces);
        this.engine = OrderEngine.open(memory, people, ports, EngineTerms.DEFAULT, stops.map(other -> state -> other));
    }

    /** Counts in place of chance. */
    static final class Counting implements NonceSource {
        private int given;

        @Override
        public String next() {
            given++;
            return "nonce-000000000000-" + given;
        }
    }

    static FixedPeople desk() {
        return FixedPeople.none()
                .with(MAKER, Set.of(DELEGATE), "Delta 1 Trader", "Desk Head")
                .with(HEAD, "Desk Head")
                .with(RISK, "Trading Risk")
                .with(SECOND_RISK, "Trading Risk")
                .with(BOTH, "Desk Head", "Trading Risk")
                .with(DELEGATE, "Trading Risk")
                .with(EDITOR, "Trading Risk")
                .with(STRANGER, "Sales");
    }

    /** A desk whose policy is in force and whose people have their keys. */
    static Scene open(Control... controls) throws EngineFailure {
        return open(desk(), controls);
    }

    static Scene open(FixedPeople people, Control... controls) throws EngineFailure {
        MemoryJournal memory = new MemoryJournal("example.org/desk");
        return prepared(new Scene(memory, memory, people, new Counting()), controls);
    }

    /** A desk on which something is stopped. */
    static Scene stopped(Stops stops, Control... controls) throws EngineFailure {
        MemoryJournal memory = new MemoryJournal("example.org/desk");
        return prepared(new Scene(memory, memory, desk(), new Counting(), Optional.of(stops)), controls);
    }

    static Scene over(MemoryJournal memory, Journal journal, Control... controls) throws EngineFailure {
        return prepared(new Scene(memory, journal, desk(), new Counting()), controls);
    }

    /** The same desk after a restart: the state comes from the journal alone. */
    Scene restarted(Control... controls) throws EngineFailure {
        Scene again = new Scene(memory, memory, people, nonces, stops);
        if (controls.length > 0) {
            again.activate(Sample.pack(controls));
        }
        return again;
    }

    /** The same desk after a restart on a journal that ends before the last entry of a type. */
    Scene cutOff(String type) throws EngineFailure {
        return cutOff(types().lastIndexOf(type));
    }

    /** The same desk after a restart on the first entries of its journal. */
    Scene cutOff(int end) throws EngineFailure {
        List<JournalEntry> left = memory.entries();
        MemoryJournal shorter = new MemoryJournal("example.org/desk");
        try {
            shorter.append(left.subList(0, end).stream()
                    .map(entry -> new JournalRecord(
                            entry.type(), entry.at(), entry.correlation(), entry.packFingerprint(), entry.body()))
                    .toList());
        } catch (JournalFailure impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Scene(shorter, shorter, people, nonces, stops);
    }

    /** A desk whose people have their keys, and no policy is in force yet. */
    static Scene beforeAnyPolicy() throws EngineFailure {
        MemoryJournal memory = new MemoryJournal("example.org/desk");
        return withKeys(new Scene(memory, memory, desk(), new Counting()));
    }

    private static Scene prepared(Scene scene, Control... controls) throws EngineFailure {
        withKeys(scene).activate(Sample.pack(controls));
        return scene;
    }

    private static Scene withKeys(Scene scene) throws EngineFailure {
        for (String person : KEY_HOLDERS) {
            scene.handle(0, enrols(person, key(person)));
        }
        return scene;
    }

    /** Enrols a key: the maker's as the founding one, the head's confirmed by the maker, and any other by the head. */
    static Command enrols(String person, JdkKeyPair key) {
        JsonObject enrolment = Enrolment.sign(person, key);
        if (person.equals(MAKER)) {
            return Command.EnrolKey.founding(enrolment, HEAD);
        }
        String second = person.equals(HEAD) ? MAKER : HEAD;
        return new Command.EnrolKey(enrolment, second, KeyConfirmation.sign(enrolment, second, key(second)));
    }

    /** Puts a new key in the place of an old one; the head confirms it, or the maker where it is the head's own. */
    static Command rotates(String person, JdkKeyPair old, JdkKeyPair with, Instant overlapUntil) {
        Rotation rotation = Rotation.of(person, with, old.keyId(), overlapUntil);
        String second = person.equals(HEAD) ? MAKER : HEAD;
        JsonObject proof = rotation.sign(with);
        return new Command.RotateKey(
                proof, rotation.sign(old), second, KeyConfirmation.sign(proof, second, key(second)));
    }

    void activate(PolicyPack pack) throws EngineFailure {
        ControlEdit edit = new ControlEdit(LARGE, EDITOR, Sample.NOW.minusSeconds(86_400));
        Instant at = engine.state().latest.isAfter(Sample.NOW) ? engine.state().latest : Sample.NOW;
        engine.handle(
                new Command.Activate(
                        Assessor.over(ReferenceEvaluator.of(pack)), "delta1.policy", "p-policy", List.of(edit)),
                at);
    }

    static JdkKeyPair key(String person) {
        return JdkKeyPair.of("key-of-" + person, 1 + KEY_HOLDERS.indexOf(person));
    }

    /** Holds what is worth more than so many dollars, for a desk head and somebody of risk. */
    static Control.Approval approval(String id, long dollars) {
        HoldTerms terms = new HoldTerms(
                List.of(
                        new Quorum(1, List.of(new Role("Desk Head"))),
                        new Quorum(1, List.of(new Role("Trading Risk")))),
                List.of(
                        new Exclusion.Requester(),
                        new Exclusion.DelegatesOfRequester(),
                        new Exclusion.RecentEditors(Sample.span(30, SpanUnit.DAYS))),
                true,
                Optional.of(Reference.to(Measure.BASKET_NOTIONAL)),
                Sample.span(10, SpanUnit.MINUTES),
                List.of(
                        new HoldTerms.EscalationStep(Sample.span(3, SpanUnit.MINUTES), new Role("Trading Risk")),
                        new HoldTerms.EscalationStep(Sample.span(6, SpanUnit.MINUTES), new Role("Head of Equities"))));
        return new Control.Approval(
                Sample.heading(id, Subject.BASKETS, Sample.LONDON),
                Target.RELEASE,
                Sample.moreThan(Measure.BASKET_NOTIONAL, Sample.usd(dollars)),
                terms);
    }

    /** Two orders worth USD 100,000 and USD 50,000. */
    static Market basket() {
        return Market.empty()
                .dollars("AAA", "100", "1000000")
                .dollars("BBB", "50", "1000000")
                .order("AAA", "1000")
                .order("BBB", "1000");
    }

    /** Makes people vote on another submission than the first. */
    void turnTo(String submission) {
        current = submission;
    }

    Reply submit(long second, Market market) throws EngineFailure {
        return handle(second, new Command.Submit(market.submission(), market.snapshot(), Stage.RELEASED));
    }

    Reply submit(long second, Submission submission) throws EngineFailure {
        return handle(second, new Command.Submit(submission, Incident.snapshot(), Stage.RELEASED));
    }

    Reply handle(long second, Command command) throws EngineFailure {
        return engine.handle(command, at(second));
    }

    static Instant at(long second) {
        return Sample.NOW.plusSeconds(second);
    }

    Hold hold(String submission) {
        return engine.petition(submission)
                .map(petition -> petition.hold().hold())
                .orElseGet(() -> holdOf(submission));
    }

    private Hold holdOf(String submission) {
        return engine.view(submission).orElseThrow().hold().orElseThrow().hold();
    }

    /** The statement of a person who has read everything and typed the right amount. */
    Statement approves(String person) {
        return states(person, Statement.Action.APPROVE);
    }

    Statement states(String person, Statement.Action action) {
        Hold hold = hold(current);
        TreeMap<String, String> typed = new TreeMap<>();
        hold.retyped().forEach(amount -> typed.put(amount.measure(), amount.words()));
        return hold.statement(action, person, "seen and matched", typed);
    }

    Reply vote(long second, String person) throws EngineFailure {
        return handle(second, new Command.Vote(approves(person).sign(key(person))));
    }

    Reply present(long second, Outcome.Released released, Market market) throws EngineFailure {
        return handle(
                second, new Command.PresentToken(released.envelope(), SubmissionJson.digest(market.submission())));
    }

    static Outcome.Released released(Reply reply) {
        return assertInstanceOf(Outcome.Released.class, reply.outcome());
    }

    static SubmissionView waiting(Reply reply) {
        return assertInstanceOf(Outcome.Waiting.class, reply.outcome()).submission();
    }

    static PetitionView petitioned(Reply reply) {
        return assertInstanceOf(Outcome.Petitioned.class, reply.outcome()).petition();
    }

    static String refusal(Reply reply) {
        return assertInstanceOf(Outcome.Refused.class, reply.outcome()).code();
    }

    List<String> types() {
        return types(memory.entries());
    }

    static List<String> types(List<JournalEntry> entries) {
        List<String> types = new ArrayList<>();
        entries.forEach(entry -> types.add(entry.type()));
        return types;
    }
}
