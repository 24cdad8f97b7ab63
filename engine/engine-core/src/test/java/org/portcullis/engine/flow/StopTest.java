package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** What suspends working orders, and what lets them go on. */
class StopTest {

    @Test
    void aMoveBeyondTheLimitSuspendsTheOrderAndNoOther() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, false));
        assertEquals(List.of("work.reported"), Flight.types(flight.price(4, "AAA", 95)));
        Reply reply = flight.price(5, "AAA", 94);
        assertEquals(List.of("work.reported", "work.judged", "work.stopped"), Flight.types(reply));
        assertEquals(List.of(Flight.A), Flight.suspension(reply).orders());
        assertTrue(flight.order(Flight.A).isSuspended());
        assertEquals("suspended", Scene.refusal(flight.message(6, "M-1", Flight.A)));
        flight.price(7, "BBB", 50);
        assertInstanceOf(
                Outcome.Recorded.class, flight.message(8, "M-2", Flight.B).outcome());
    }

    @Test
    void anOrderWithALimitIsMeasuredFromTheMarketAtItsReleaseAndNotFromItsLimit() throws EngineFailure {
        Market basket = Market.empty().euros("AAA", "100", "1000000").order("AAA", "1000", "98");
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, false));
        scene.present(2, Scene.released(scene.submit(1, basket)), basket);
        scene.handle(3, new Command.Report(new WorkEvent.Sent(Flight.A, "VWAP-1")));

        scene.handle(4, new Command.Report(Flight.price("AAA", 105)));
        assertFalse(scene.engine.order(Flight.A).orElseThrow().isSuspended());

        scene.handle(5, new Command.Report(Flight.price("AAA", 106)));
        assertTrue(scene.engine.order(Flight.A).orElseThrow().isSuspended());
    }

    @Test
    void aMoveUpCountsAsOneDown() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, false));
        flight.price(4, "AAA", 106);
        assertTrue(flight.order(Flight.A).isSuspended());
    }

    @Test
    void aStopThatIsNotLatchedGoesWithItsCondition() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, false));
        String stop = Flight.suspension(flight.price(4, "AAA", 90)).stop().id();
        Reply reply = flight.price(5, "AAA", 96);
        assertEquals(List.of(new Instruction.Resume(stop, List.of(Flight.A))), reply.instructions());
        assertInstanceOf(
                Outcome.Recorded.class, flight.message(6, "M-1", Flight.A).outcome());
    }

    @Test
    void aLatchedStopStandsThoughItsConditionHasGone() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, true));
        flight.price(4, "AAA", 90);
        flight.price(5, "AAA", 100);
        assertEquals("suspended", Scene.refusal(flight.message(6, "M-1", Flight.A)));
    }

    @Test
    void aPriceThatIsTooOldSuspends() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, false));
        flight.price(4, "AAA", 100);
        assertEquals("suspended", Scene.refusal(flight.message(125, "M-1", Flight.A)));
        flight.price(126, "AAA", 100);
        assertInstanceOf(
                Outcome.Recorded.class, flight.message(127, "M-2", Flight.A).outcome());
    }

    @Test
    void peopleLetGoOfALatchedStop() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, true));
        String stop = Flight.suspension(flight.price(4, "AAA", 90)).stop().id();
        flight.price(5, "AAA", 99);
        Reply reply = reEnable(flight.scene, stop, Scene.RISK);
        assertEquals(List.of(new Instruction.Resume(stop, List.of(Flight.A))), reply.instructions());
        assertInstanceOf(
                Outcome.Recorded.class, flight.message(30, "M-1", Flight.A).outcome());
    }

    @Test
    void whatIsLetGoWhileItsConditionHoldsIsStoppedAnew() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, true));
        String stop = Flight.suspension(flight.price(4, "AAA", 90)).stop().id();
        reEnable(flight.scene, stop, Scene.RISK);
        Reply again = flight.price(30, "AAA", 90);
        assertEquals("X-000002", Flight.suspension(again).stop().id());
    }

    @Test
    void oneMessageTooManyStopsTheStrategy() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.messageRate(3, true));
        for (int i = 1; i <= 3; i++) {
            assertInstanceOf(
                    Outcome.Recorded.class,
                    flight.message(4, "M-" + i, Flight.A).outcome());
        }
        Reply reply = flight.message(4, "M-4", Flight.A);
        assertEquals("suspended", Scene.refusal(reply));
        assertEquals(Target.STRATEGY, Flight.suspension(reply).stop().target());
        assertEquals("VWAP-1", Flight.suspension(reply).stop().key());
        assertEquals(Action.SUSPEND, Flight.suspension(reply).stop().action());
        assertEquals(
                Optional.of(Sample.usd(100_000)),
                Flight.suspension(reply).stop().open());
        assertInstanceOf(
                Outcome.Recorded.class, flight.message(4, "M-5", Flight.B).outcome());
    }

    @Test
    void aThrottleWithoutALatchLetsGoOnceTheWindowHasRoom() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.messageRate(3, false));
        for (int i = 1; i <= 4; i++) {
            flight.message(4, "M-" + i, Flight.A);
        }
        assertTrue(flight.order(Flight.A).isSuspended());
        Reply reply = flight.message(5, "M-5", Flight.A);
        assertInstanceOf(Outcome.Recorded.class, reply.outcome());
        assertEquals(List.of("work.reported", "work.judged", "work.resumed"), Flight.types(reply));
    }

    @Test
    void aCancelGoesWhileTheOrderIsSuspended() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, true));
        flight.message(4, "M-1", Flight.A);
        flight.price(5, "AAA", 90);
        Reply reply = flight.report(
                6,
                new WorkEvent.Message("M-2", WorkEvent.Message.Kind.CANCEL, Flight.A, "C-M-1", OptionalLong.empty()));
        assertInstanceOf(Outcome.Recorded.class, reply.outcome());
    }

    @Test
    void aStopIsBegunOnceAndNotAtEachEvent() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, true));
        flight.price(4, "AAA", 90);
        assertEquals(List.of("work.reported"), Flight.types(flight.price(5, "AAA", 89)));
    }

    @Test
    void whatStandsIsInstructedAgainAfterARestart() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.priceOnArrival(5, true));
        Instruction stopped = flight.price(4, "AAA", 90).instructions().get(0);
        flight.scene.handle(5, new Command.Cancel(Target.ORDER, Flight.B, "p-hale", "wrong"));
        assertEquals(
                List.of(stopped, new Instruction.Cancel("", "asked for before", List.of(Flight.B))),
                flight.scene.restarted().engine.standing());
    }

    @Test
    void aMarketThatIsHaltedIsAFact() throws EngineFailure {
        Flight flight = Flight.working(
                Scene.GRANT, Scene.FREE, Flight.inFlight("D1-HALTED", Sample.is(Measure.MARKET_STATE, "HALTED")));
        flight.report(4, halted("OPEN"));
        assertInstanceOf(
                Outcome.Recorded.class, flight.message(5, "M-1", Flight.A).outcome());
        flight.report(6, halted("HALTED"));
        assertEquals("suspended", Scene.refusal(flight.message(7, "M-2", Flight.A)));
        flight.report(8, halted("AUCTION"));
        assertInstanceOf(
                Outcome.Recorded.class, flight.message(9, "M-3", Flight.A).outcome());
    }

    @Test
    void participationIsOwnExecutionsOverTheMarketsVolume() throws EngineFailure {
        Flight flight = Flight.released(
                Scene.GRANT,
                Scene.FREE,
                Flight.inFlight(
                        "D1-PARTICIPATION", Sample.moreThan(Measure.ORDER_PARTICIPATION, new Value.Ratio(300_000))));
        flight.report(3, volume(10_000));
        flight.report(4, new WorkEvent.Sent(Flight.A, "VWAP-1"));
        flight.fill(5, Flight.A, "E-1", 300);
        flight.report(6, volume(11_000));
        assertInstanceOf(
                Outcome.Recorded.class, flight.message(7, "M-1", Flight.A).outcome());
        assertEquals(
                List.of(Flight.A),
                Flight.suspension(flight.fill(8, Flight.A, "E-2", 1)).orders());
        assertEquals("suspended", Scene.refusal(flight.message(9, "M-2", Flight.A)));
    }

    private static WorkEvent halted(String state) {
        return new WorkEvent.Market("AAA", OptionalLong.empty(), OptionalLong.empty(), Optional.of(state));
    }

    private static WorkEvent volume(long shares) {
        return new WorkEvent.Market(
                "AAA", OptionalLong.of(100 * Exact.ONE), OptionalLong.of(shares * Exact.ONE), Optional.empty());
    }

    static Reply reEnable(Scene scene, String stopped, String... people) throws EngineFailure {
        Reply asked = scene.handle(20, new Command.AskReEnabling(stopped, Scene.MAKER, "the market is calm again"));
        Hold hold = assertInstanceOf(Outcome.Petitioned.class, asked.outcome())
                .petition()
                .hold()
                .hold();
        Reply last = asked;
        for (String person : people) {
            Statement statement = hold.statement(Statement.Action.APPROVE, person, "seen", new TreeMap<>());
            last = scene.handle(21, new Command.Vote(statement.sign(Scene.key(person))));
        }
        return last;
    }
}
