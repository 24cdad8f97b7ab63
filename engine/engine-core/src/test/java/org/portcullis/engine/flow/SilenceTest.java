package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.work.Stop;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;

/** What comes of an alert that nobody acknowledges, and what stops that. The alert is raised at second 4. */
class SilenceTest {
    private static final ControlId CONTROL = new ControlId("D1-SUSPENSIONS");
    private static final long SECOND_STEP = 4 + 120;
    private static final long THIRD_STEP = 4 + 300;
    private static final long LAST_STEP = 4 + 600;

    @Test
    void aNanosecondBeforeItsTimeNoStepIsDue() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Instant before = Scene.at(SECOND_STEP).minusNanos(1);
        assertEquals(List.of(), flight.scene.engine.poll(before, 10).entries());
    }

    @Test
    void atItsTimeTheNextRoleIsTold() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        PollReply reply = flight.scene.engine.poll(Scene.at(SECOND_STEP), 10);
        assertEquals(List.of("alert.told", "alert.step.taken"), Scene.types(reply.entries()));
        assertEquals(List.of("Algo Service Desk: p-service"), Alarm.told(reply.instructions()));
    }

    @Test
    void aNanosecondBeforeFiveMinutesTheBasketWorksOn() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(THIRD_STEP).minusNanos(1), 10);
        assertFalse(flight.order(Flight.B).isSuspended());
    }

    @Test
    void afterFiveMinutesTheBasketIsSuspended() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(SECOND_STEP), 10);
        PollReply reply = flight.scene.engine.poll(Scene.at(THIRD_STEP), 10);
        assertEquals(
                List.of("alert.acted", "work.stopped", "alert.told", "alert.step.taken"), Scene.types(reply.entries()));
        assertTrue(flight.order(Flight.B).isSuspended());
        assertEquals(List.of("Head of Equities: p-head"), Alarm.told(reply.instructions()));
    }

    @Test
    void aNanosecondBeforeTenMinutesNothingIsCancelled() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(LAST_STEP).minusNanos(1), 10);
        assertFalse(flight.order(Flight.A).cancelAsked());
    }

    @Test
    void afterTenMinutesTheBasketIsCancelled() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(THIRD_STEP), 10);
        PollReply reply = flight.scene.engine.poll(Scene.at(LAST_STEP), 10);
        assertTrue(reply.instructions()
                .contains(new Instruction.Cancel(
                        "D1-SUSPENSIONS", "nobody acknowledged A-000001 in time", List.of(Flight.A, Flight.B))));
        assertTrue(flight.order(Flight.A).cancelAsked());
    }

    @Test
    void whoWasToldHearsThatItWasCancelled() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(THIRD_STEP), 10);
        assertEquals(
                List.of("EE Desk: p-desk", "Algo Service Desk: p-service", "Head of Equities: p-head"),
                Alarm.told(flight.scene.engine.poll(Scene.at(LAST_STEP), 10).instructions()));
    }

    @Test
    void aPollThatComesLateTakesAllStepsInOrder() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        PollReply reply = flight.scene.engine.poll(Scene.at(2_000), 10);
        assertEquals(
                List.of(
                        "alert.told",
                        "alert.step.taken",
                        "alert.acted",
                        "work.stopped",
                        "alert.told",
                        "alert.step.taken",
                        "alert.acted",
                        "work.stopped",
                        "work.cancel.asked",
                        "alert.told",
                        "alert.told",
                        "alert.told",
                        "alert.step.taken"),
                Scene.types(reply.entries()));
    }

    @Test
    void whatTheEscalationDoesRaisesNoAlert() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(2_000), 10);
        assertEquals(1, flight.scene.engine.alerts().size());
        assertEquals(1, Alarm.alert(flight.scene).occurrences());
    }

    @Test
    void deadlinesOfStepsAreKeptOverARestart() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(SECOND_STEP), 10);
        Scene again = flight.scene.restarted();
        assertEquals(
                List.of(),
                again.engine.poll(Scene.at(THIRD_STEP).minusNanos(1), 10).entries());
        assertEquals(
                List.of("alert.acted", "work.stopped", "alert.told", "alert.step.taken"),
                Scene.types(again.engine.poll(Scene.at(THIRD_STEP), 10).entries()));
    }

    @Test
    void anAcknowledgementStopsTheChain() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Reply reply = Alarm.acknowledge(flight.scene, 60, Alarm.DESK_PERSON);
        assertEquals(List.of("alert.acknowledged"), Flight.types(reply));
        assertEquals(56, reply.entries().get(0).body().whole("seconds"));
        assertEquals(List.of(), flight.scene.engine.poll(Scene.at(2_000), 10).entries());
    }

    @Test
    void anAcknowledgementResumesNothing() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(THIRD_STEP), 10);
        Alarm.acknowledge(flight.scene, THIRD_STEP + 1, Alarm.DESK_PERSON);
        assertTrue(flight.order(Flight.B).isSuspended());
    }

    @Test
    void whatWasDueBeforeTheAcknowledgementIsDoneThoughNobodyPolled() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Alarm.acknowledge(flight.scene, THIRD_STEP, Alarm.DESK_PERSON);
        assertTrue(flight.order(Flight.B).isSuspended());
        assertTrue(Alarm.alert(flight.scene).acknowledged().isPresent());
    }

    @Test
    void anOccurrenceAfterTheAcknowledgementIsANewAlert() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Alarm.acknowledge(flight.scene, 60, Alarm.DESK_PERSON);
        flight.price(61, "BBB", 40);
        assertEquals(2, flight.scene.engine.alerts().size());
    }

    @Test
    void aStrangerDoesNotAcknowledge() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Reply reply = Alarm.acknowledge(flight.scene, 60, Scene.STRANGER);
        assertEquals("role-not-held", Scene.refusal(reply));
        assertEquals(List.of("alert.acknowledgement.refused"), Flight.types(reply));
    }

    @Test
    void aRoleThatWasNotToldYetDoesNotAcknowledge() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        assertEquals("role-not-held", Scene.refusal(Alarm.acknowledge(flight.scene, 60, Alarm.SERVICE_PERSON)));
    }

    @Test
    void whoCoversForTheRoleAcknowledges() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        assertEquals(List.of("alert.acknowledged"), Flight.types(Alarm.acknowledge(flight.scene, 60, Alarm.COVER)));
    }

    @Test
    void aBlankNoteIsRefused() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        assertEquals(
                "no-reason",
                Scene.refusal(
                        flight.scene.handle(60, new Command.AcknowledgeAlert(Alarm.ALERT, Alarm.DESK_PERSON, " "))));
    }

    @Test
    void whatIsAcknowledgedIsNotAcknowledgedTwice() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Alarm.acknowledge(flight.scene, 60, Alarm.DESK_PERSON);
        assertEquals("acknowledged", Scene.refusal(Alarm.acknowledge(flight.scene, 61, Alarm.DESK_PERSON)));
    }

    @Test
    void anAlertThatThereIsNotIsRefused() throws EngineFailure {
        Flight flight = Alarm.working(Alarm.people(), Alarm.onSuspensions());
        assertEquals("unknown-alert", Scene.refusal(Alarm.acknowledge(flight.scene, 60, Alarm.DESK_PERSON)));
    }

    @Test
    void aRoleToldLastLetsGoOfWhatSilenceSuspended() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.people(), Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(THIRD_STEP), 10);
        Stop stop = flight.scene.engine.state().work.stops().values().stream()
                .filter(each -> each.control().equals(CONTROL))
                .findFirst()
                .orElseThrow();
        Reply asked =
                flight.scene.handle(400, new Command.AskReEnabling(stop.id(), Scene.MAKER, "we have looked at it"));
        assertEquals(List.of("petition.asked", "hold.begun", "hold.quorum"), Flight.types(asked));
        assertEquals(
                List.of(Alarm.HEAD_PERSON),
                List.copyOf(Scene.petitioned(asked)
                        .hold()
                        .hold()
                        .quorums()
                        .get(0)
                        .eligible()
                        .keySet()));
    }

    @Test
    void anOccurrenceAfterTheSuspensionIsSuspendedToo() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.escalation(
                "D1-EACH",
                Sample.is(Measure.ALERT_EVENT, "suspended"),
                Optional.of(Reference.to(Measure.BASKET_ID)),
                Alarm.atOnce(Alarm.DESK),
                Alarm.after(1, List.of(), new EscalationStage.Act(Action.CANCEL, Target.ORDER)),
                Alarm.after(9, List.of(Alarm.HEAD))));
        flight.scene.engine.poll(Scene.at(64), 10);
        assertFalse(flight.order(Flight.B).cancelAsked());
        flight.price(70, "BBB", 40);
        assertTrue(flight.order(Flight.B).cancelAsked());
    }

    @Test
    void aStepThatWasCutOffIsTakenAgainAndStopsNothingTwice() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.engine.poll(Scene.at(THIRD_STEP), 10);
        Scene cut = flight.scene.cutOff("alert.step.taken");
        PollReply reply = cut.engine.poll(Scene.at(THIRD_STEP), 10);
        assertEquals(List.of("alert.told", "alert.step.taken"), Scene.types(reply.entries()));
        assertEquals(2, cut.engine.state().work.stops().size());
    }
}
