package org.portcullis.app.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.ScenarioDirectory;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.SubmissionView;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Concealing;
import org.portcullis.vault.Vault;
import org.portcullis.vault.VaultFailure;

/**
 * Puts the baskets of a scenario before its policies, one run after the other, through the engine and into its journal.
 *
 * <p>Time is the scenario's, not the clock's: each run begins {@link #BETWEEN_RUNS} after the one before, and its market data is as old as in the
 * scenario's first moment. Mutable; owned by one thread.
 */
public final class Replay {
    /** The time from the beginning of one run to that of the next. */
    public static final Duration BETWEEN_RUNS = Duration.ofMinutes(15);

    /** More deadlines than the people of one run leave behind. */
    private static final int DEADLINES = 1_000;

    private final Scenario scenario;
    private final Map<String, Assessor> assessors = new TreeMap<>();
    private final ConcealedEngine desk;
    private final OrderEngine engine;
    private final Map<String, Signer> keys;

    /**
     * Prepares a replay.
     *
     * @param packs the compiled policies by the ids that the scenario gives them
     * @param keys the people's own keys by person
     */
    public Replay(
            Scenario scenario,
            Map<String, PolicyPack> packs,
            Evaluator.Factory evaluators,
            ConcealedEngine desk,
            Map<String, Signer> keys) {
        this.scenario = scenario;
        packs.forEach((id, pack) -> assessors.put(id, Assessor.over(evaluators, pack)));
        this.desk = desk;
        this.engine = desk.engine();
        this.keys = new TreeMap<>(keys);
    }

    /**
     * Enrols the people's keys and replays every run.
     *
     * @throws EngineFailure if the journal does not take an entry; what is in the journal by then stands
     */
    public List<RunResult> run(Steps steps) throws EngineFailure {
        enrol();
        List<RunResult> results = new ArrayList<>();
        for (Scenario.Run run : scenario.runs()) {
            steps.next(
                    run.policy().title() + ", " + run.title(),
                    results.size(),
                    scenario.runs().size());
            results.add(new OneRun(run, results.size()).play());
        }
        return results;
    }

    /** Is told of each run before it begins. */
    public interface Steps {
        /** The run that begins, and how many of how many are done. */
        void next(String run, int done, int total);
    }

    /** The directory of the scenario's people. */
    public static Directory directory(Scenario scenario) {
        return new ScenarioDirectory(scenario.people());
    }

    /**
     * Opens an engine on a journal for the scenario's people under their pseudonyms, and records them.
     *
     * @param at when they are recorded
     */
    public static ConcealedEngine desk(
            Scenario scenario, Vault vault, EntrySource journal, EnginePorts ports, Instant at)
            throws EngineFailure, JournalFailure {
        try {
            Concealing concealing = Concealing.over(vault, journal, Set.of(program(scenario)));
            Directory people = concealing.directory(directory(scenario));
            ConcealedEngine desk =
                    new ConcealedEngine(OrderEngine.open(journal, people, ports, EngineTerms.DEFAULT), concealing);
            desk.recordPeople(at);
            return desk;
        } catch (VaultFailure failure) {
            throw new UserMistake(String.valueOf(failure.getMessage()));
        }
    }

    /** Who puts the policies in force. */
    private static String program(Scenario scenario) {
        return "replay of " + scenario.name();
    }

    /** The first of the people with a key has the founding one, and confirms the others. */
    private void enrol() throws EngineFailure {
        List<Person> people = scenario.people().stream()
                .filter(person -> keys.containsKey(person.id()))
                .toList();
        for (Person person : people) {
            Command command = person.equals(people.get(0))
                    ? Command.EnrolKey.founding(
                            enrolment(person), anyOther(person).id())
                    : new Command.EnrolKey(enrolment(person), people.get(0).id(), confirmation(person, people.get(0)));
            desk.handle(command, scenario.at().minus(Duration.ofMinutes(1)));
        }
    }

    private JsonObject enrolment(Person person) {
        return Enrolment.sign(desk.person(person.id()), key(person));
    }

    private JsonObject confirmation(Person person, Person second) {
        return KeyConfirmation.sign(enrolment(person), desk.person(second.id()), key(second));
    }

    private Signer key(Person person) {
        return Objects.requireNonNull(keys.get(person.id()));
    }

    private Person anyOther(Person person) {
        return scenario.people().stream()
                .filter(other -> !other.equals(person))
                .findFirst()
                .orElse(person);
    }

    private String inForce = "";
    private boolean changesSigned;

    /** One policy on one basket. */
    private final class OneRun {
        private final Scenario.Run run;
        private final Duration offset;
        private final Submission submission;
        private final List<RunResult.Event> events = new ArrayList<>();
        private String submissionId = "";
        private JsonObject token = JsonObject.EMPTY;
        private LineSet released = LineSet.of(List.of());

        OneRun(Scenario.Run run, int index) {
            this.run = run;
            this.offset = BETWEEN_RUNS.multipliedBy(index);
            Submission typed = run.basket().submission();
            this.submission = desk.submission(new Submission(
                    (index + 1) + "-" + run.basket().id(),
                    run.requester(),
                    typed.desk(),
                    typed.location(),
                    typed.flow(),
                    typed.intended(),
                    run.router().isPresent() ? renamed(typed.lines(), index + 1) : typed.lines()));
        }

        RunResult play() throws EngineFailure {
            Instant begin = scenario.at().plus(offset);
            activate(begin);
            Outcome first = desk.handle(
                            new Command.Submit(submission, shifted(run.basket().market()), Stage.RELEASED), begin)
                    .outcome();
            Decision decision = first.match(new DecisionOf());
            first.match(new Remembering());
            for (Scenario.Step step : run.steps()) {
                Instant at = begin.plus(step.after());
                engine.poll(at, DEADLINES);
                take(step, at);
            }
            Optional<RouterResult> router = fly(begin);
            boolean isReleasable = !token.equals(JsonObject.EMPTY);
            return new RunResult(run, decision, word(decision), outcome(), isReleasable, released, router, events);
        }

        /** Orders that work have ids of their own in each run. */
        private static List<OrderLine> renamed(List<OrderLine> lines, int run) {
            return lines.stream()
                    .map(line -> new OrderLine(
                            line.number(),
                            "R" + run + "-" + line.orderId(),
                            line.symbol(),
                            line.side(),
                            line.quantity(),
                            line.limitPrice(),
                            line.effect()))
                    .toList();
        }

        private Optional<RouterResult> fly(Instant begin) throws EngineFailure {
            if (run.router().isEmpty()) {
                return Optional.empty();
            }
            Scenario.Router router = run.router().get();
            Duration after = run.steps().stream()
                    .map(Scenario.Step::after)
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO);
            RouterPlay play = new RouterPlay(
                    engine,
                    router,
                    router.strategy() + "-" + submissionId,
                    begin.plus(after).plusSeconds(1));
            List<OrderLine> let = submission.lines().stream()
                    .filter(line -> released.contains(line.number()))
                    .toList();
            return Optional.of(play.play(let, run.basket().market()));
        }

        private void activate(Instant at) throws EngineFailure {
            Assessor assessor =
                    Objects.requireNonNull(assessors.get(run.policy().id()));
            Command.Activate activation = new Command.Activate(
                    assessor, run.policy().file().getFileName().toString(), program(scenario), List.of());
            boolean demanded =
                    changesSigned || assessor.pack().header().changes().isPresent();
            if (demanded && !assessor.fingerprint().value().equals(inForce)) {
                sign(activation, at);
            } else {
                desk.handle(activation, at);
            }
            inForce = assessor.fingerprint().value();
            changesSigned = assessor.pack().header().changes().isPresent();
        }

        /** Has the policy signed by those people of the scenario who may. */
        private void sign(Command.Activate activation, Instant at) throws EngineFailure {
            String petition = desk.handle(new Command.ProposePack(activation), at)
                    .entries()
                    .get(0)
                    .body()
                    .text("petition");
            for (Person person : scenario.people()) {
                Hold hold = engine.petition(petition).orElseThrow().hold().hold();
                Signer key = keys.get(person.id());
                String pseudonym = desk.person(person.id());
                if (key != null && !hold.rolesOf(pseudonym).isEmpty()) {
                    Statement statement = hold.statement(
                            Statement.Action.APPROVE,
                            pseudonym,
                            desk.words(pseudonym, "for the replay"),
                            new TreeMap<>());
                    desk.handle(new Command.Vote(statement.sign(key)), at);
                }
            }
            if (engine.petition(petition).orElseThrow().hold().end() != HoldProgress.End.RELEASED) {
                throw new IllegalStateException("too few people of the scenario may sign " + activation.title()
                        + ": give more of them the roles of its `changes signed by`, with keys");
            }
        }

        private MarketSnapshot shifted(MarketSnapshot market) {
            Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
            market.instruments().forEach((symbol, known) -> instruments.put(symbol, shifted(known)));
            return market.withInstruments(instruments);
        }

        private MarketSnapshot.Instrument shifted(MarketSnapshot.Instrument known) {
            MarketSnapshot.Instrument priced =
                    known.pricedAt(known.price(), known.priceAt().plus(offset));
            return priced.state()
                    .map(state -> priced.withState(new MarketSnapshot.TradingState(
                            state.word(), state.at().plus(offset))))
                    .orElse(priced);
        }

        private void take(Scenario.Step step, Instant at) throws EngineFailure {
            switch (step.action()) {
                case ACKNOWLEDGE_ALL -> acknowledge(step, at);
                case APPROVE -> vote(step, Statement.Action.APPROVE, at);
                case REJECT -> vote(step, Statement.Action.REJECT, at);
                case PRESENT_TOKEN -> present(at);
            }
        }

        private void acknowledge(Scenario.Step step, Instant at) throws EngineFailure {
            Optional<SubmissionView> view = waiting();
            int outstanding = view.map(found -> found.outstanding().size()).orElse(0);
            String what = name(step.by()) + " clears all warnings with one act";
            if (outstanding == 0) {
                events.add(new RunResult.Event(at, what, "nothing waits for it", Optional.of("nothing-waits")));
                return;
            }
            Digest shown = view.flatMap(SubmissionView::shown).orElseThrow().textDigest();
            Outcome outcome = desk.handle(
                            new Command.Acknowledge(
                                    submissionId,
                                    step.by().orElse(run.requester()),
                                    new Command.Selection.All(),
                                    step.reason().orElse(""),
                                    "",
                                    shown),
                            at)
                    .outcome();
            record(at, what, outstanding + (outstanding == 1 ? " warning" : " warnings") + " acknowledged", outcome);
        }

        private void vote(Scenario.Step step, Statement.Action action, Instant at) throws EngineFailure {
            String person = step.by().orElse(run.requester());
            Optional<Hold> hold = waiting().flatMap(SubmissionView::hold).map(HoldProgress::hold);
            String what =
                    name(step.by()) + " signs " + (action == Statement.Action.APPROVE ? "an approval" : "a rejection");
            if (hold.isEmpty()) {
                events.add(new RunResult.Event(at, what, "nothing waits for it", Optional.of("nothing-waits")));
                return;
            }
            String pseudonym = desk.person(person);
            Statement statement = hold.get()
                    .statement(
                            action,
                            pseudonym,
                            desk.words(pseudonym, step.reason().orElse("")),
                            new TreeMap<>(step.retyped()));
            JsonObject envelope = statement.sign(java.util.Objects.requireNonNull(keys.get(person)));
            record(
                    at,
                    what,
                    "counted",
                    desk.handle(new Command.Vote(envelope), at).outcome());
        }

        private void present(Instant at) throws EngineFailure {
            Digest digest = SubmissionJson.digest(submission);
            Outcome outcome =
                    desk.handle(new Command.PresentToken(token, digest), at).outcome();
            record(at, "the gateway is shown the release token", "accepted", outcome);
        }

        private void record(Instant at, String what, String done, Outcome outcome) {
            Optional<Outcome.Refused> refused = outcome.match(new RefusalOf());
            events.add(refused.map(
                            why -> new RunResult.Event(at, what, "refused: " + why.sentence(), Optional.of(why.code())))
                    .orElseGet(() -> new RunResult.Event(at, what, done, Optional.empty())));
            outcome.match(new Remembering());
        }

        private Optional<SubmissionView> waiting() {
            return engine.view(submissionId);
        }

        /** The decision in one word; where some lines are blocked and others are not, the others' fate comes second. */
        private String word(Decision decision) {
            Effect mildest = decision.lines().stream()
                    .map(LineDecision::effect)
                    .reduce((one, other) -> one.join(other) == one ? other : one)
                    .orElse(Effect.BLOCK);
            String rest = switch (mildest) {
                case RELEASE, NOTE -> "released";
                case WARN -> "warned";
                case HOLD -> "held";
                case BLOCK -> "blocked";
            };
            return decision.effect() == Effect.BLOCK && mildest != Effect.BLOCK ? "partly blocked, rest " + rest : rest;
        }

        private String outcome() {
            if (released.isEmpty()) {
                return engine.view(submissionId)
                        .map(view -> view.phase().word())
                        .orElse("blocked");
            }
            return released.size() == submission.lines().size() ? "released" : "partly released";
        }

        /** Keeps what later steps need: the id, the token, and which lines went on. */
        private final class Remembering implements Outcome.Cases<Boolean> {
            @Override
            public Boolean blocked(Outcome.Blocked outcome) {
                submissionId = outcome.submission().id();
                return true;
            }

            @Override
            public Boolean waiting(Outcome.Waiting outcome) {
                submissionId = outcome.submission().id();
                return true;
            }

            @Override
            public Boolean released(Outcome.Released outcome) {
                submissionId = outcome.submission().id();
                token = outcome.envelope();
                return true;
            }

            @Override
            public Boolean ended(Outcome.Ended outcome) {
                return true;
            }

            @Override
            public Boolean admitted(Outcome.Admitted outcome) {
                released = outcome.lines();
                return true;
            }

            @Override
            public Boolean recorded(Outcome.Recorded outcome) {
                return true;
            }

            @Override
            public Boolean estimated(Outcome.Estimated outcome) {
                return true;
            }

            @Override
            public Boolean petitioned(Outcome.Petitioned outcome) {
                return true;
            }

            @Override
            public Boolean refused(Outcome.Refused outcome) {
                return true;
            }
        }
    }

    private String name(Optional<String> person) {
        return person.flatMap(id -> scenario.people().stream()
                        .filter(known -> known.id().equals(id))
                        .map(Person::name)
                        .findFirst())
                .orElse("the maker");
    }
}
