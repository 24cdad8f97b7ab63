package org.portcullis.killtest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Review;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** The desk whose engine is killed: its policy, its people with their keys, its baskets. The same in every process. */
final class Desk implements Directory {
    static final String MAKER = "p-hale";
    static final String HEAD = "p-reid";
    static final String RISK = "p-okafor";
    static final String SECOND_RISK = "p-lima";

    static final ControlId KILL = new ControlId("D1-KILL");

    static final Instant MORNING = Instant.parse("2022-05-02T07:00:00Z");
    static final Ed25519Signer JOURNAL_KEY = key("example.org/desk", 1);
    static final Ed25519Signer TOKEN_KEY = key("engine", 2);

    /** Tokens and warnings wait for less than a hold, so that every kind of deadline fires. */
    static final EngineTerms TERMS =
            new EngineTerms(Duration.ofMinutes(1), Duration.ofSeconds(100), Duration.ofMinutes(5));

    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final Map<String, String> ROLES =
            Map.of(MAKER, "Trader", HEAD, "Desk Head", RISK, "Trading Risk", SECOND_RISK, "Trading Risk");

    @Override
    public Optional<Person> find(String personId) {
        return Optional.ofNullable(ROLES.get(personId))
                .map(role -> new Person(
                        personId, "Name of " + personId, new TreeSet<>(Set.of(new Role(role))), new TreeSet<>()));
    }

    @Override
    public List<Person> people() {
        return new TreeSet<>(ROLES.keySet())
                .stream().flatMap(id -> find(id).stream()).toList();
    }

    static Ed25519Signer keyOf(String person) {
        return key(
                "key-of-" + person,
                10 + List.copyOf(new TreeSet<>(ROLES.keySet())).indexOf(person));
    }

    /**
     * Puts the policy in force: orders above USD 60,000 warn one by one, baskets above USD 150,000 are held for two people, a price that moves by more than
     * 5% suspends, silence about that has consequences, and there is a kill switch.
     */
    static Command activates() {
        return new Command.Activate(Assessor.over(ReferenceEvaluator.of(pack())), "kill.policy", "p-policy", List.of());
    }

    /** A basket of two orders, of so many dollars each. */
    static Submission basket(String id, long first, long second) {
        List<OrderLine> lines = new ArrayList<>();
        lines.add(line(id, 1, "AAA", first));
        lines.add(line(id, 2, "BBB", second));
        return new Submission(
                id, MAKER, Optional.of("Delta 1"), Optional.of("London"), Optional.of("DSA"), Optional.empty(), lines);
    }

    /** Shares at a dollar each, seen just now. */
    static MarketSnapshot market(Instant at) {
        TreeMap<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
        for (String symbol : List.of("AAA", "BBB")) {
            instruments.put(
                    symbol,
                    new MarketSnapshot.Instrument(
                            symbol,
                            "XAMS",
                            USD,
                            Given.parse("1"),
                            at,
                            Given.parse("1000000"),
                            at.minus(Duration.ofHours(12)),
                            20));
        }
        return new MarketSnapshot("simulated market", instruments, Map.of());
    }

    private static OrderLine line(String basket, int number, String symbol, long shares) {
        return new OrderLine(
                number,
                basket + "/" + number,
                symbol,
                Side.SELL,
                Given.parse(Long.toString(shares)),
                new Given.Absent());
    }

    private static PolicyPack pack() {
        Header header = new Header(
                "kill",
                "1",
                "2022.5.1",
                "Risk",
                LocalDate.of(2022, 1, 1),
                Optional.empty(),
                ZoneId.of("Europe/London"),
                "XLON-EQ",
                USD,
                "ECB-EOD",
                span(1, SpanUnit.DAYS),
                span(30, SpanUnit.MINUTES),
                span(5, SpanUnit.DAYS),
                MissingDataEffect.BLOCKS);
        Control grant = new Control.Grant(
                heading("D1-TRADERS", Subject.BASKETS),
                List.of(new Role("Trader")),
                Optional.empty(),
                Optional.empty());
        Control soft = new Control.SoftLimit(
                heading("D1-ORDER", Subject.ORDERS),
                Target.TRADER,
                moreThan(Measure.ORDER_NOTIONAL, 60_000),
                new Acknowledgement(Acknowledgement.Mode.ONE_BY_ONE, true, Optional.empty(), true, Optional.empty()));
        HoldTerms terms = new HoldTerms(
                List.of(
                        new Quorum(1, List.of(new Role("Desk Head"))),
                        new Quorum(1, List.of(new Role("Trading Risk")))),
                List.of(new Exclusion.Requester()),
                true,
                Optional.empty(),
                span(2, SpanUnit.MINUTES),
                List.of(
                        new HoldTerms.EscalationStep(span(30, SpanUnit.SECONDS), new Role("Trading Risk")),
                        new HoldTerms.EscalationStep(span(60, SpanUnit.SECONDS), new Role("Desk Head"))));
        Control approval = new Control.Approval(
                heading("D1-BASKET", Subject.BASKETS),
                Target.RELEASE,
                moreThan(Measure.BASKET_NOTIONAL, 150_000),
                terms);
        Control price = new Control.InFlight(
                heading("D1-PRICE", Subject.ORDERS, Stage.WORKING),
                Action.SUSPEND,
                Target.ORDER,
                new Condition.Compare(
                        Reference.derived(Measure.MARKET_PRICE, new Derivation.Change(Derivation.Moment.ARRIVAL)),
                        Comparator.MORE_THAN,
                        new Bound.Constant(new Value.Ratio(50_000))),
                Optional.of(byRisk(1)));
        Control kill = new Control.KillSwitch(
                heading(KILL.text(), Subject.ORDERS),
                new Quorum(1, List.of(new Role("Trader"), new Role("Trading Risk"))),
                byRisk(2));
        return new PolicyPack(
                header, List.of(), List.of(grant, soft, approval, price, kill, onSuspensions()), List.of());
    }

    /** A suspension that nobody acknowledges is told to others, then suspends the basket, then cancels it. */
    private static Control onSuspensions() {
        return new Control.Escalation(
                heading("D1-SUSPENSIONS", Subject.BASKETS),
                new Condition.Compare(
                        Reference.to(Measure.ALERT_EVENT),
                        Comparator.IS,
                        new Bound.Constant(new Value.Text("suspended"))),
                Optional.of(Reference.to(Measure.BASKET_ID)),
                List.of(
                        new EscalationStage(Optional.empty(), List.of(new Role("Desk Head")), List.of()),
                        stage(30, List.of(new Role("Trading Risk"))),
                        stage(60, List.of(), new EscalationStage.Act(Action.SUSPEND, Target.WHOLE_BASKET)),
                        stage(120, List.of(), new EscalationStage.Act(Action.CANCEL, Target.WHOLE_BASKET))));
    }

    private static EscalationStage stage(long seconds, List<Role> roles, EscalationStage.Act... acts) {
        return new EscalationStage(Optional.of(span(seconds, SpanUnit.SECONDS)), roles, List.of(acts));
    }

    private static ReEnabling byRisk(int needed) {
        return new ReEnabling(List.of(new Quorum(needed, List.of(new Role("Trading Risk")))), List.of());
    }

    private static Heading heading(String id, Subject subject) {
        return heading(id, subject, Stage.RELEASED);
    }

    private static Heading heading(String id, Subject subject, Stage stage) {
        return new Heading(
                new ControlId(id),
                List.of(new Citation("UK-RTS6", "15(1)(b)")),
                "Risk",
                new Review(span(900, SpanUnit.DAYS), LocalDate.of(2022, 1, 1)),
                new Applicability(subject, List.of(), new Condition.Always(), stage),
                MissingDataEffect.BLOCKS,
                "says " + id,
                "sentence of " + id);
    }

    private static Condition moreThan(Measure measure, long dollars) {
        Value limit = new Value.Money(Math.multiplyExact(dollars, Exact.ONE), USD);
        return new Condition.Compare(Reference.to(measure), Comparator.MORE_THAN, new Bound.Constant(limit));
    }

    private static Value.TimeSpan span(long units, SpanUnit unit) {
        return new Value.TimeSpan(units * unit.microsInOne(), unit);
    }

    private static Ed25519Signer key(String keyId, int seed) {
        byte[] bytes = new byte[Ed25519Signer.SEED_BYTES];
        bytes[0] = (byte) seed;
        return Ed25519Signer.ofSeed(keyId, bytes);
    }
}
