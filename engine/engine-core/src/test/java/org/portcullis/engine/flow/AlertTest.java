package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;

/** What raises alerts, whom they tell, and that none is lost. */
class AlertTest {
    private static final Optional<Reference> BY_BASKET = Optional.of(Reference.to(Measure.BASKET_ID));

    @Test
    void aSuspensionRaisesAnAlertWithinTheSameEvent() throws EngineFailure {
        Flight flight = Alarm.working(Alarm.people(), Alarm.onSuspensions());
        Reply reply = flight.price(4, "AAA", 90);
        assertEquals(
                List.of(
                        "work.reported",
                        "work.judged",
                        "work.stopped",
                        "alert.raised",
                        "alert.told",
                        "alert.step.taken"),
                Flight.types(reply));
        assertEquals(List.of("EE Desk: p-desk"), Alarm.told(reply.instructions()));
    }

    @Test
    void theAlertSaysWhatHappenedAndWhy() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        assertEquals(
                "order O-1 is suspended: D1-PRICE-ON-ARRIVAL: says D1-PRICE-ON-ARRIVAL",
                Alarm.alert(flight.scene).opening().message());
    }

    @Test
    void suspensionsOfOneBasketAreOneAlert() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Reply reply = flight.price(5, "BBB", 40);
        assertEquals(List.of("work.reported", "work.judged", "work.stopped", "alert.joined"), Flight.types(reply));
        assertEquals(1, flight.scene.engine.alerts().size());
        assertEquals(2, Alarm.alert(flight.scene).occurrences());
    }

    @Test
    void whoWasToldIsToldThatItOccurredAgain() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Reply reply = flight.price(5, "BBB", 40);
        Instruction.Tell tell = assertInstanceOf(
                Instruction.Tell.class,
                reply.instructions().get(reply.instructions().size() - 1));
        assertEquals(3, tell.revision());
        assertTrue(tell.message().endsWith("2 times so far"), tell.message());
    }

    @Test
    void withoutGroupingEachOrderIsItsOwnAlert() throws EngineFailure {
        Control each = Alarm.escalation(
                "D1-EACH", Sample.is(Measure.ALERT_EVENT, "suspended"), Optional.empty(), Alarm.atOnce(Alarm.DESK));
        Flight flight = Alarm.suspended(each);
        flight.price(5, "BBB", 40);
        assertEquals(2, flight.scene.engine.alerts().size());
    }

    @Test
    void anEventOutsideItsScopeRaisesNothing() throws EngineFailure {
        Control elsewhere = Alarm.escalation(
                "D1-SWAPS",
                Sample.all(Sample.is(Measure.ALERT_EVENT, "suspended"), Sample.is(Measure.ORDER_DESK, "Swaps")),
                Optional.empty(),
                Alarm.atOnce(Alarm.DESK));
        assertEquals(List.of(), Alarm.suspended(elsewhere).scene.engine.alerts());
    }

    @Test
    void whatIsNotKnownTellsAndStopsNothing() throws EngineFailure {
        Control unknown = Alarm.escalation(
                "D1-UNKNOWN",
                Sample.all(
                        Sample.is(Measure.ALERT_EVENT, "suspended"),
                        Sample.moreThan(Measure.BASKET_MEDIAN, Sample.usd(1))),
                Optional.empty(),
                Alarm.atOnce(Alarm.DESK),
                Alarm.after(1, List.of(), new EscalationStage.Act(Action.CANCEL, Target.WHOLE_BASKET)));
        Flight flight = Alarm.suspended(unknown);
        assertEquals(
                List.of("alert.told", "alert.step.taken"),
                Scene.types(flight.scene.engine.poll(Scene.at(64), 10).entries()));
    }

    @Test
    void anEventThatIsAnotherRaisesNothingWhereTheRestIsNotKnown() throws EngineFailure {
        Control blocks = Alarm.escalation(
                "D1-BLOCKS",
                Sample.all(
                        Sample.is(Measure.ALERT_EVENT, "blocked"),
                        Sample.moreThan(Measure.BASKET_MEDIAN, Sample.usd(1))),
                Optional.empty(),
                Alarm.atOnce(Alarm.DESK));
        assertEquals(List.of(), Alarm.suspended(blocks).scene.engine.alerts());
    }

    @Test
    void aBlockedSubmissionRaisesAnAlert() throws EngineFailure {
        Control blocks = Alarm.escalation(
                "D1-BLOCKS", Sample.is(Measure.ALERT_EVENT, "blocked"), BY_BASKET, Alarm.atOnce(Alarm.DESK));
        Scene scene = Scene.open(
                Alarm.people(),
                Scene.GRANT,
                Sample.hardOrder("D1-SMALL", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(60_000))),
                blocks);
        Reply reply = scene.submit(1, Scene.basket());
        assertEquals(List.of("EE Desk: p-desk"), Alarm.told(reply.instructions()));
        assertEquals("blocked", Alarm.alert(scene).opening().event());
    }

    @Test
    void aHeldSubmissionRaisesAnAlert() throws EngineFailure {
        Control holds = Alarm.escalation(
                "D1-HOLDS", Sample.is(Measure.ALERT_EVENT, "held"), BY_BASKET, Alarm.atOnce(Alarm.DESK));
        Scene scene = Scene.open(Alarm.people(), Scene.GRANT, Scene.APPROVAL, holds);
        scene.submit(1, Scene.basket());
        assertEquals("held", Alarm.alert(scene).opening().event());
    }

    @Test
    void silenceAboutAHeldBasketEndsIt() throws EngineFailure {
        Control holds = Alarm.escalation(
                "D1-HOLDS",
                Sample.is(Measure.ALERT_EVENT, "held"),
                BY_BASKET,
                Alarm.atOnce(Alarm.DESK),
                Alarm.after(8, List.of(), new EscalationStage.Act(Action.CANCEL, Target.ORDER)));
        Scene scene = Scene.open(Alarm.people(), Scene.GRANT, Scene.APPROVAL, holds);
        scene.submit(1, Scene.basket());
        scene.engine.poll(Scene.at(481), 10);
        assertEquals(Phase.KILLED, scene.engine.view("S-000001").orElseThrow().phase());
    }

    @Test
    void aConditionWithoutAnEventRaisesAnAlert() throws EngineFailure {
        Control large = Alarm.escalation(
                "D1-LARGE",
                Sample.moreThan(Measure.BASKET_NOTIONAL, Sample.usd(100_000)),
                Optional.empty(),
                Alarm.atOnce(Alarm.DESK));
        Scene scene = Scene.open(Alarm.people(), Scene.GRANT, Scene.FREE, large);
        scene.submit(1, Scene.basket());
        assertEquals("noted", Alarm.alert(scene).opening().event());
    }

    @Test
    void aMonitorTellsItsRoleOfEveryOrder() throws EngineFailure {
        Scene scene = Scene.open(
                Alarm.people(), Scene.GRANT, Scene.FREE, Alarm.monitor(40_000, Stage.RELEASED, Optional.empty()));
        Reply reply = scene.submit(1, Scene.basket());
        assertEquals(List.of("EE Desk: p-desk", "EE Desk: p-desk"), Alarm.told(reply.instructions()));
    }

    @Test
    void aGroupedMonitorIsOneAlertForTheBasket() throws EngineFailure {
        Scene scene =
                Scene.open(Alarm.people(), Scene.GRANT, Scene.FREE, Alarm.monitor(40_000, Stage.RELEASED, BY_BASKET));
        scene.submit(1, Scene.basket());
        assertEquals(2, Alarm.alert(scene).occurrences());
    }

    @Test
    void tenThousandOccurrencesAreTenThousand() throws EngineFailure {
        Market market = Market.empty().dollars("AAA", "100", "1000000");
        for (int order = 0; order < 10_000; order++) {
            market.order("AAA", "1000");
        }
        Scene scene =
                Scene.open(Alarm.people(), Scene.GRANT, Scene.FREE, Alarm.monitor(40_000, Stage.RELEASED, BY_BASKET));
        Reply reply = scene.submit(1, market);
        assertEquals(10_000, Alarm.alert(scene).occurrences());
        assertEquals(
                9_999,
                Scene.types(reply.entries()).stream()
                        .filter("alert.joined"::equals)
                        .count());
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
    }

    @Test
    void aRefusalOnArrivalIsBlocked() throws EngineFailure {
        Control blocks = Alarm.escalation(
                "D1-BLOCKS", Sample.is(Measure.ALERT_EVENT, "blocked"), BY_BASKET, Alarm.atOnce(Alarm.DESK));
        Flight flight = Flight.released(
                Alarm.people(),
                Scene.GRANT,
                Scene.FREE,
                Flight.onArrival("D1-ADV", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(60_000))),
                blocks);
        Reply reply = flight.report(3, new WorkEvent.Sent(Flight.A, "VWAP-1"));
        assertEquals("blocked", Scene.refusal(reply));
        assertEquals(List.of("EE Desk: p-desk"), Alarm.told(reply.instructions()));
    }

    @Test
    void nobodyOnDutyMeansEverybodyWhoHoldsTheRole() throws EngineFailure {
        FixedPeople people = Alarm.people().with("p-second", Alarm.DESK).onDuty();
        Flight flight = Alarm.working(people, Alarm.onSuspensions());
        assertEquals(
                List.of("EE Desk: p-desk, p-second"),
                Alarm.told(flight.price(4, "AAA", 90).instructions()));
    }

    @Test
    void onlyWhoIsOnDutyIsTold() throws EngineFailure {
        FixedPeople people = Alarm.people().with("p-second", Alarm.DESK).onDuty("p-second");
        Flight flight = Alarm.working(people, Alarm.onSuspensions());
        assertEquals(
                List.of("EE Desk: p-second"),
                Alarm.told(flight.price(4, "AAA", 90).instructions()));
    }

    @Test
    void aRoleThatNobodyHoldsMakesTheNextStepDueAtOnce() throws EngineFailure {
        FixedPeople people = Scene.desk().with(Alarm.SERVICE_PERSON, Alarm.SERVICE);
        Flight flight = Alarm.working(people, Alarm.onSuspensions());
        Reply reply = flight.price(4, "AAA", 90);
        assertEquals(List.of("EE Desk: ", "Algo Service Desk: p-service"), Alarm.told(reply.instructions()));
        assertEquals(Scene.at(304), Alarm.alert(flight.scene).due().get(2));
    }

    @Test
    void whereNobodyHoldsAnyRoleTheBasketIsCancelledAtOnce() throws EngineFailure {
        Flight flight = Alarm.working(Scene.desk(), Alarm.onSuspensions());
        Reply reply = flight.price(4, "AAA", 90);
        assertTrue(
                Flight.types(reply).contains("work.cancel.asked"),
                Flight.types(reply).toString());
        assertTrue(Alarm.alert(flight.scene).due().isEmpty());
    }
}
