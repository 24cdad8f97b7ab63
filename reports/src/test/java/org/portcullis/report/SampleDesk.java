package org.portcullis.report;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.flow.SubmissionView;
import org.portcullis.engine.flow.Warning;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.CurrencyCode;

/**
 * A desk on which a morning was played: a lax policy that lets much through on one click, then a strict one that blocks, warns, holds and
 * releases. The journal is the engine's own. Nothing here is taken from anybody's books.
 */
public final class SampleDesk {
    public static final Instant OPENING = Instant.parse("2022-05-02T07:56:00Z");

    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final List<String> PEOPLE = List.of("p-hale", "p-okafor", "p-reid");

    private final MemoryJournal journal = new MemoryJournal("example.org/sample-desk");
    private final OrderEngine engine;
    private int nonces;
    private int submissions;

    private SampleDesk() throws EngineFailure {
        EnginePorts ports =
                new EnginePorts(journal, JdkKey.of("engine", 99), JdkKey.CHECK, () -> "nonce-000000000000-" + ++nonces);
        this.engine = OrderEngine.open(journal, new Staff(), ports, EngineTerms.DEFAULT);
    }

    /** Plays the morning and gives its journal. */
    public static MemoryJournal morning() {
        try {
            SampleDesk desk = new SampleDesk();
            desk.enrol();
            desk.lax();
            desk.strict();
            return desk.journal;
        } catch (EngineFailure | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void enrol() throws EngineFailure {
        for (String person : PEOPLE) {
            handle(0, enrols(person));
        }
    }

    /** The first key is the founding one, and its owner confirms the others. */
    private static Command enrols(String person) {
        JsonObject enrolment = Enrolment.sign(person, key(person));
        String founder = PEOPLE.get(0);
        return person.equals(founder)
                ? Command.EnrolKey.founding(enrolment, "p-reid")
                : new Command.EnrolKey(enrolment, founder, KeyConfirmation.sign(enrolment, founder, key(founder)));
    }

    /** Ten times too much of everything: one order is stopped, the others go on one click. */
    private void lax() throws EngineFailure, IOException {
        activate(1, "lax.policy");
        String submission = submit(
                10,
                "W-1",
                order("AAA", "25000000"),
                order("BBB", "6000000"),
                order("CCC", "2000000"),
                order("EEE", "100"));
        acknowledgeAll(22, submission);
    }

    private void strict() throws EngineFailure, IOException {
        activate(60, "strict.policy");
        submit(
                70,
                "W-1",
                order("AAA", "25000000"),
                order("BBB", "60000000"),
                order("CCC", "2000000"),
                order("EEE", "100"));
        submit(80, "W-2", order("AAA", "1000"), order("EEE", "100"));
        submit(90, "W-3", order("AAA", "1000"), order("NO-VOLUME", "10"), order("STALE", "10"));
        acknowledgeOne(110, submit(100, "W-4", order("DDD", "300000")));
        approve(submit(200, "=W-5+SUM(A1)", order("BBB", "1900000"), order("EEE", "1000")));
        submit(600, "W-6", order("BBB", "2400000"));
        engine.poll(at(1300), 100);
    }

    private void approve(String submission) throws EngineFailure {
        vote(220, submission, "p-hale", "it is my own basket");
        vote(295, submission, "p-reid", "rebalancing instruction seen and matched");
        Reply reply = vote(330, submission, "p-okafor", "within the mandate of the desk");
        JsonObject envelope = reply.entries().stream()
                .filter(entry -> entry.type().equals("token.issued"))
                .findFirst()
                .orElseThrow()
                .body()
                .object("envelope");
        Submission basket = basket("=W-5+SUM(A1)", order("BBB", "1900000"), order("EEE", "1000"));
        handle(340, new Command.PresentToken(envelope, SubmissionJson.digest(basket)));
        handle(341, new Command.PresentToken(envelope, SubmissionJson.digest(basket)));
    }

    private Reply vote(long second, String submission, String person, String reason) throws EngineFailure {
        Hold hold = view(submission).hold().orElseThrow().hold();
        TreeMap<String, String> typed = new TreeMap<>();
        hold.retyped().forEach(amount -> typed.put(amount.measure(), amount.words()));
        Statement statement = hold.statement(Statement.Action.APPROVE, person, reason, typed);
        return handle(second, new Command.Vote(statement.sign(key(person))));
    }

    private void acknowledgeAll(long second, String submission) throws EngineFailure {
        handle(
                second,
                new Command.Acknowledge(
                        submission,
                        "p-hale",
                        new Command.Selection.All(),
                        "",
                        "",
                        view(submission).shown().orElseThrow().textDigest()));
    }

    private void acknowledgeOne(long second, String submission) throws EngineFailure {
        SubmissionView view = view(submission);
        Warning warning = view.outstanding().get(0);
        Command.Selection one =
                new Command.Selection.One(warning.control(), warning.item().line());
        handle(
                second,
                new Command.Acknowledge(
                        submission,
                        "p-hale",
                        one,
                        "",
                        "1",
                        view.shown().orElseThrow().textDigest()));
        handle(
                second + 5,
                new Command.Acknowledge(
                        submission,
                        "p-hale",
                        one,
                        "client wants it done today",
                        "9000000",
                        view.shown().orElseThrow().textDigest()));
    }

    private SubmissionView view(String submission) {
        return engine.view(submission).orElseThrow();
    }

    private void activate(long second, String file) throws EngineFailure, IOException {
        handle(
                second,
                new Command.Activate(Assessor.over(ReferenceEvaluator.of(pack(file))), file, "p-controls", List.of()));
    }

    private static PolicyPack pack(String file) throws IOException {
        try (InputStream in = SampleDesk.class.getResourceAsStream(file)) {
            byte[] text = in == null ? new byte[0] : in.readAllBytes();
            Compilation compilation = PolicyCompiler.compile(text, file, CompilerSettings.none());
            return compilation
                    .pack()
                    .orElseThrow(() -> new IllegalStateException(
                            "policy `" + file + "` has errors: " + compilation.diagnostics()));
        }
    }

    private String submit(long second, String basket, OrderLine... orders) throws EngineFailure {
        handle(second, new Command.Submit(basket(basket, orders), snapshot(second), Stage.RELEASED));
        submissions++;
        return "S-%06d".formatted(submissions);
    }

    private static Submission basket(String id, OrderLine... orders) {
        List<OrderLine> lines = new ArrayList<>();
        for (OrderLine order : orders) {
            int number = lines.size() + 1;
            lines.add(new OrderLine(
                    number, "O-" + number, order.symbol(), order.side(), order.quantity(), order.limitPrice()));
        }
        return new Submission(
                id,
                "p-hale",
                Optional.of("Delta 1"),
                Optional.of("London"),
                Optional.of("DSA"),
                Optional.empty(),
                lines);
    }

    private static OrderLine order(String symbol, String quantity) {
        return new OrderLine(1, "O-1", symbol, Side.SELL, Given.parse(quantity), Given.parse(""));
    }

    private static MarketSnapshot snapshot(long second) {
        Instant now = at(second - 1);
        Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
        add(instruments, "AAA", EUR, "100.25", now, "2000000000");
        add(instruments, "BBB", USD, "70", now, "100000000");
        add(instruments, "CCC", USD, "20.50", now, "90000000");
        add(instruments, "DDD", USD, "30", now, "1000000");
        add(instruments, "EEE", EUR, "12.345678", now, "90000000");
        add(instruments, "NO-VOLUME", USD, "30", now, "");
        add(instruments, "STALE", USD, "30", now.minusSeconds(2_640), "1000000");
        MarketSnapshot.PinnedRate rate = new MarketSnapshot.PinnedRate(EUR, USD, Given.parse("1.0524"), OPENING);
        return new MarketSnapshot("sample market", instruments, Map.of(EUR, rate));
    }

    private static void add(
            Map<String, MarketSnapshot.Instrument> instruments,
            String symbol,
            CurrencyCode currency,
            String price,
            Instant priceAt,
            String adv) {
        Instant advAt = Instant.parse("2022-04-29T15:30:00Z");
        instruments.put(
                symbol,
                new MarketSnapshot.Instrument(
                        symbol, "XLON", currency, Given.parse(price), priceAt, Given.parse(adv), advAt, 20));
    }

    private Reply handle(long second, Command command) throws EngineFailure {
        return engine.handle(command, at(second));
    }

    private static Instant at(long second) {
        return OPENING.plusSeconds(second);
    }

    private static JdkKey key(String person) {
        return JdkKey.of("key-of-" + person, 1 + PEOPLE.indexOf(person));
    }

    /** The people of the desk. */
    private static final class Staff implements Directory {
        private final Map<String, Person> people = new TreeMap<>();

        Staff() {
            add("p-hale", "Delta 1 Trader");
            add("p-reid", "Desk Head");
            add("p-okafor", "Trading Risk");
            add("p-lund", "Risk Duty Manager");
        }

        private void add(String id, String role) {
            SortedSet<Role> roles = new TreeSet<>(List.of(new Role(role)));
            people.put(id, new Person(id, "Name of " + id, roles, new TreeSet<>()));
        }

        @Override
        public Optional<Person> find(String personId) {
            return Optional.ofNullable(people.get(personId));
        }

        @Override
        public List<Person> people() {
            Collection<Person> all = people.values();
            return List.copyOf(all);
        }
    }
}
