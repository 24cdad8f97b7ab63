package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/** What algos and venues may ask and report of orders that were let through. */
class WorkingTest {

    @Test
    void anOrderIsHeldUntilTheGatewayLetsItThrough() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(1, Scene.basket());
        assertEquals(OrderPhase.HELD, scene.engine.order(Flight.A).orElseThrow().phase());
        assertEquals(
                "not-released", Scene.refusal(scene.handle(2, new Command.Report(new WorkEvent.Sent(Flight.A, "V")))));
    }

    @Test
    void anOrderThatIsBlockedIsRefused() throws EngineFailure {
        Scene scene = Scene.open(
                Scene.GRANT, Sample.hardOrder("D1-ORDER", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(60_000))));
        scene.submit(1, Scene.basket());
        assertEquals(
                OrderPhase.REFUSED, scene.engine.order(Flight.A).orElseThrow().phase());
        assertEquals(OrderPhase.HELD, scene.engine.order(Flight.B).orElseThrow().phase());
    }

    @Test
    void aReleasedOrderGoesToItsAlgoOnce() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        assertEquals(OrderPhase.WORKING, flight.order(Flight.A).phase());
        assertEquals("already-sent", Scene.refusal(flight.report(4, new WorkEvent.Sent(Flight.A, "VWAP-1"))));
    }

    @Test
    void nobodyKnowsAnOrderThatWasNeverLetThrough() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        assertEquals("unknown-order", Scene.refusal(flight.report(4, new WorkEvent.Sent("O-9", "VWAP-1"))));
    }

    @Test
    void aControlOnArrivalRefusesTheOrderForGood() throws EngineFailure {
        Flight flight = Flight.released(
                Scene.GRANT,
                Scene.FREE,
                Flight.onArrival("D1-ARRIVAL", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(60_000))));
        Reply reply = flight.report(3, new WorkEvent.Sent(Flight.A, "VWAP-1"));
        assertEquals("blocked", Scene.refusal(reply));
        assertEquals(List.of("work.reported", "work.judged"), Flight.types(reply));
        assertEquals(OrderPhase.REFUSED, flight.order(Flight.A).phase());
        assertInstanceOf(
                Outcome.Recorded.class,
                flight.report(4, new WorkEvent.Sent(Flight.B, "VWAP-2")).outcome());
    }

    @Test
    void noMessageGoesBeforeTheOrderIsSent() throws EngineFailure {
        Flight flight = Flight.released(Scene.GRANT, Scene.FREE);
        assertEquals("not-sent", Scene.refusal(flight.message(3, "M-1", Flight.A)));
    }

    @Test
    void theSameMessageIsNotSentTwice() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.message(4, "M-1", Flight.A);
        assertEquals("duplicate", Scene.refusal(flight.message(5, "M-1", Flight.A)));
    }

    @Test
    void childrenNeverHaveMoreOutThanIsLeftOfTheirParent() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.report(4, Flight.message("M-1", Flight.A, 600));
        assertEquals("more-than-parent", Scene.refusal(flight.report(5, Flight.message("M-2", Flight.A, 401))));
        assertInstanceOf(
                Outcome.Recorded.class,
                flight.report(6, Flight.message("M-3", Flight.A, 400)).outcome());
    }

    @Test
    void aCancelledChildGivesBack() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.report(4, Flight.message("M-1", Flight.A, 1_000));
        flight.report(
                5,
                new WorkEvent.Message("M-2", WorkEvent.Message.Kind.CANCEL, Flight.A, "C-M-1", OptionalLong.empty()));
        assertInstanceOf(
                Outcome.Recorded.class,
                flight.report(6, Flight.message("M-3", Flight.A, 1_000)).outcome());
    }

    @Test
    void aFilledChildLeavesTheRestToOthers() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.report(4, Flight.message("M-1", Flight.A, 1_000));
        flight.report(
                5, new WorkEvent.Executed(Flight.A, "E-1", Optional.of("C-M-1"), 400 * Exact.ONE, 100 * Exact.ONE));
        assertEquals("more-than-parent", Scene.refusal(flight.report(6, Flight.message("M-2", Flight.A, 1))));
        assertEquals(400 * Exact.ONE, flight.order(Flight.A).executedMicros());
    }

    @Test
    void theLastFillEndsTheOrder() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.fill(4, Flight.A, "E-1", 999);
        assertEquals(OrderPhase.WORKING, flight.order(Flight.A).phase());
        flight.fill(5, Flight.A, "E-2", 1);
        assertEquals(OrderPhase.EXECUTED, flight.order(Flight.A).phase());
        assertEquals("over", Scene.refusal(flight.message(6, "M-1", Flight.A)));
    }

    @Test
    void theSameFillCountsOnce() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.fill(4, Flight.A, "E-1", 400);
        assertEquals("duplicate", Scene.refusal(flight.fill(5, Flight.A, "E-1", 400)));
        assertEquals(400 * Exact.ONE, flight.order(Flight.A).executedMicros());
    }

    @Test
    void aFillThatComesAfterTheEndIsRecorded() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.report(4, new WorkEvent.Ended(Flight.A, WorkEvent.Ended.How.CANCELLED));
        flight.fill(5, Flight.A, "E-1", 400);
        assertEquals(OrderPhase.ENDED, flight.order(Flight.A).phase());
        assertEquals(400 * Exact.ONE, flight.order(Flight.A).executedMicros());
    }

    @Test
    void anUndoneFillGivesBack() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.fill(4, Flight.A, "E-1", 1_000);
        flight.report(5, new WorkEvent.Busted(Flight.A, "E-1"));
        assertEquals(OrderPhase.WORKING, flight.order(Flight.A).phase());
        assertEquals("unknown-execution", Scene.refusal(flight.report(6, new WorkEvent.Busted(Flight.A, "E-1"))));
    }

    @Test
    void valuesAreKeptToTheMillionth() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.report(4, new WorkEvent.Executed(Flight.A, "E-1", Optional.empty(), 3 * Exact.ONE, 100_333_333));
        assertEquals(OptionalLong.of(300_999_999), flight.order(Flight.A).executedNotionalMicros());
        assertEquals(
                OptionalLong.of(100_000 * Exact.ONE - 300_999_999),
                flight.order(Flight.A).openNotionalMicros());
    }

    @Test
    void anAmendmentIsJudgedAsIfItWereNew() throws EngineFailure {
        Flight flight = Flight.working(
                Scene.GRANT,
                Sample.hardOrder("D1-ORDER", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(120_000))));
        assertEquals("blocked", Scene.refusal(flight.report(4, new WorkEvent.Amended(Flight.A, 1_201 * Exact.ONE))));
        flight.report(5, new WorkEvent.Amended(Flight.A, 1_200 * Exact.ONE));
        assertEquals(OptionalLong.of(1_200 * Exact.ONE), flight.order(Flight.A).quantityMicros());
        assertEquals(
                OptionalLong.of(120_000 * Exact.ONE), flight.order(Flight.A).openNotionalMicros());
    }

    @Test
    void anAmendmentThatPeopleWouldHaveToSignForIsSubmittedAgain() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.approval("D1-LARGE-BASKET", 160_000), Scene.FREE);
        scene.present(2, Scene.released(scene.submit(1, Scene.basket())), Scene.basket());
        scene.handle(3, new Command.Report(new WorkEvent.Sent(Flight.A, "VWAP-1")));
        assertEquals(
                "needs-release",
                Scene.refusal(scene.handle(4, new Command.Report(new WorkEvent.Amended(Flight.A, 1_101 * Exact.ONE)))));
    }

    @Test
    void noAmendmentGoesBelowWhatWasExecuted() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.fill(4, Flight.A, "E-1", 400);
        assertEquals(
                "less-than-executed",
                Scene.refusal(flight.report(5, new WorkEvent.Amended(Flight.A, 399 * Exact.ONE))));
    }

    @Test
    void aBasketIsCompleteWhenAllItsOrdersAreOver() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        flight.fill(4, Flight.A, "E-1", 1_000);
        assertTrue(flight.scene.engine.orders(Flight.BASKET).stream().anyMatch(order -> !order.isOver()));
        flight.report(5, new WorkEvent.Ended(Flight.B, WorkEvent.Ended.How.EXPIRED));
        assertTrue(flight.scene.engine.orders(Flight.BASKET).stream().allMatch(OrderView::isOver));
    }

    @Test
    void aWorkingOrderIsNotSubmittedAgain() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        assertEquals("order-in-flight", Scene.refusal(flight.scene.submit(4, Scene.basket())));
    }

    @Test
    void anybodyMayAskForACancellation() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        Reply reply = flight.scene.handle(
                4, new Command.Cancel(Target.WHOLE_BASKET, Flight.BASKET, "p-nobody", "wrong basket"));
        assertEquals(
                List.of(new Instruction.Cancel("p-nobody", "wrong basket", List.of(Flight.A, Flight.B))),
                reply.instructions());
        assertEquals("cancelling", Scene.refusal(flight.message(5, "M-1", Flight.A)));
    }

    @Test
    void aCancellationNeedsNoPolicy() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        Scene restarted = flight.scene.restarted();
        Reply reply = restarted.handle(4, new Command.Cancel(Target.ORDER, Flight.A, "p-hale", "wrong"));
        assertEquals(1, reply.instructions().size());
        assertEquals(
                "no-policy", Scene.refusal(restarted.handle(5, new Command.Report(Flight.message("M", Flight.B, 1)))));
    }

    @Test
    void severalCommandsAreDurableTogether() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE);
        List<Reply> replies = flight.scene.engine.handleAll(
                List.of(
                        new Command.Report(Flight.message("M-1", Flight.A, 600)),
                        new Command.Report(Flight.message("M-2", Flight.A, 600)),
                        new Command.Report(Flight.message("M-3", Flight.B, 600))),
                Scene.at(4));
        assertInstanceOf(Outcome.Recorded.class, replies.get(0).outcome());
        assertEquals("more-than-parent", Scene.refusal(replies.get(1)));
        assertInstanceOf(Outcome.Recorded.class, replies.get(2).outcome());
        assertEquals(
                flight.scene.engine.state(), flight.scene.restarted().engine.state());
    }
}
