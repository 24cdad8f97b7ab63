package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.portcullis.engine.Sample;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** A desk whose basket of two orders, 1,000 shares of AAA at 100 dollars and of BBB at 50, has been let through; time is in seconds after 08:56. */
final class Flight {
    static final String A = "O-1";
    static final String B = "O-2";
    static final String BASKET = "S-000001";
    static final ControlId PRICE = new ControlId("D1-PRICE-ON-ARRIVAL");
    static final ControlId RATE = new ControlId("D1-MESSAGE-RATE");
    static final ControlId DAY = new ControlId("D1-DESK-DAY");
    static final ControlId KILL = new ControlId("D1-KILL");

    final Scene scene;

    private Flight(Scene scene) {
        this.scene = scene;
    }

    /** Both orders are let through at second 2. */
    static Flight released(Control... controls) throws EngineFailure {
        return released(Scene.desk(), controls);
    }

    static Flight released(FixedPeople people, Control... controls) throws EngineFailure {
        Scene scene = Scene.open(people, controls);
        Outcome.Released released = Scene.released(scene.submit(1, Scene.basket()));
        scene.present(2, released, Scene.basket());
        return new Flight(scene);
    }

    /** Both orders are with an algo at second 3. */
    static Flight working(Control... controls) throws EngineFailure {
        return working(Scene.desk(), controls);
    }

    static Flight working(FixedPeople people, Control... controls) throws EngineFailure {
        Flight flight = released(people, controls);
        flight.report(3, new WorkEvent.Sent(A, "VWAP-1"));
        flight.report(3, new WorkEvent.Sent(B, "VWAP-2"));
        return flight;
    }

    Reply report(long second, WorkEvent event) throws EngineFailure {
        return scene.handle(second, new Command.Report(event));
    }

    Reply message(long second, String id, String order) throws EngineFailure {
        return report(second, message(id, order, 1));
    }

    Reply price(long second, String symbol, long dollars) throws EngineFailure {
        return report(second, price(symbol, dollars));
    }

    Reply fill(long second, String order, String execution, long shares) throws EngineFailure {
        return report(
                second,
                new WorkEvent.Executed(order, execution, Optional.empty(), shares * Exact.ONE, 100 * Exact.ONE));
    }

    OrderView order(String order) {
        return scene.engine.order(order).orElseThrow();
    }

    static WorkEvent.Message message(String id, String order, long shares) {
        return new WorkEvent.Message(
                id, WorkEvent.Message.Kind.NEW, order, "C-" + id, OptionalLong.of(shares * Exact.ONE));
    }

    static WorkEvent price(String symbol, long dollars) {
        return new WorkEvent.Market(
                symbol, OptionalLong.of(dollars * Exact.ONE), OptionalLong.empty(), Optional.empty());
    }

    static List<String> types(Reply reply) {
        return reply.entries().stream().map(JournalEntry::type).toList();
    }

    static Instruction.Suspend suspension(Reply reply) {
        return assertInstanceOf(Instruction.Suspend.class, reply.instructions().get(0));
    }

    /** Suspends an order whose price moved by more than so many percent since it arrived; people of risk let it go on where that is asked for. */
    static Control priceOnArrival(long percent, boolean latched) {
        return new Control.InFlight(
                heading(PRICE.text(), Subject.ORDERS, Stage.WORKING),
                Action.SUSPEND,
                Target.ORDER,
                moreThan(
                        Reference.derived(Measure.MARKET_PRICE, new Derivation.Change(Derivation.Moment.ARRIVAL)),
                        new Value.Ratio(percent * 10_000)),
                latched ? Optional.of(byRisk(1)) : Optional.empty());
    }

    /** Suspends a strategy that sends more than so many messages in a second. */
    static Control messageRate(long most, boolean latched) {
        return new Control.WindowLimit(
                heading(RATE.text(), Subject.MESSAGES, Stage.WORKING),
                ControlKind.THROTTLE,
                Action.SUSPEND,
                Target.STRATEGY,
                moreThan(
                        Reference.derived(
                                Measure.MESSAGE_ID,
                                new Derivation.Windowed(
                                        Derivation.Aggregate.COUNT,
                                        List.of(Measure.STRATEGY_ID),
                                        Optional.of(Sample.span(1, SpanUnit.SECONDS)),
                                        Derivation.Counting.UNLESS_SAID)),
                        new Value.Count(most * Exact.ONE, CountUnit.MESSAGES)),
                Optional.empty(),
                latched ? Optional.of(byRisk(1)) : Optional.empty());
    }

    /** Blocks what would bring a desk's day above so many dollars. */
    static Control deskDay(long dollars) {
        return new Control.WindowLimit(
                heading(DAY.text(), Subject.ORDERS, Stage.RELEASED),
                ControlKind.CUMULATIVE_LIMIT,
                Action.BLOCK,
                Target.ORDER,
                moreThan(
                        Reference.derived(
                                Measure.ORDER_NOTIONAL,
                                new Derivation.Windowed(
                                        Derivation.Aggregate.SUM,
                                        List.of(Measure.ORDER_DESK),
                                        Optional.empty(),
                                        Derivation.Counting.UNLESS_SAID)),
                        Sample.usd(dollars)),
                Optional.empty(),
                Optional.empty());
    }

    /** Is pulled by so many traders and cleared by two of risk. */
    static Control killSwitch(int pulls) {
        return new Control.KillSwitch(
                heading(KILL.text(), Subject.ORDERS, Stage.RELEASED),
                new Quorum(pulls, List.of(new Role("Delta 1 Trader"), new Role("Trading Risk"))),
                byRisk(2));
    }

    /** A hard limit on orders when they are sent to an algo. */
    static Control onArrival(String id, Condition breach) {
        return new Control.HardLimit(heading(id, Subject.ORDERS, Stage.SENT_TO_ALGO), Target.ORDER, breach);
    }

    /** Suspends an order while the condition holds. */
    static Control inFlight(String id, Condition breach) {
        return new Control.InFlight(
                heading(id, Subject.ORDERS, Stage.WORKING), Action.SUSPEND, Target.ORDER, breach, Optional.empty());
    }

    private static ReEnabling byRisk(int needed) {
        return new ReEnabling(List.of(new Quorum(needed, List.of(new Role("Trading Risk")))), List.of());
    }

    private static Condition moreThan(Reference reference, Value limit) {
        return new Condition.Compare(reference, Comparator.MORE_THAN, new Bound.Constant(limit));
    }

    private static Heading heading(String id, Subject subject, Stage stage) {
        Heading usual = Sample.heading(id, subject, Sample.LONDON);
        return new Heading(
                usual.id(),
                usual.citations(),
                usual.owner(),
                usual.review(),
                new Applicability(subject, List.of(), Sample.LONDON, stage),
                usual.missingData(),
                usual.message(),
                usual.sentence());
    }
}
