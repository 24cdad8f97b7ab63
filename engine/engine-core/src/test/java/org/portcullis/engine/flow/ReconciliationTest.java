package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.reconciliation.Reconciliation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;

/** What a journal proves of its alerts. */
class ReconciliationTest {

    private static Reconciliation of(Scene scene) throws JournalFailure {
        return Reconciliation.of(scene.memory);
    }

    private static List<String> differences(Scene scene) throws JournalFailure {
        return of(scene).differences().stream()
                .map(difference -> difference.alert() + ": " + difference.sentence())
                .toList();
    }

    private static void reach(Scene scene, long second, String person, int revision) throws EngineFailure {
        scene.handle(second, new Command.ConfirmDelivery(Alarm.ALERT, person, "screen", revision));
        scene.handle(second, new Command.Seen(Alarm.ALERT, person, revision));
    }

    @Test
    void aJournalWithoutAlertsIsProved() throws EngineFailure, JournalFailure {
        assertTrue(of(Scene.open(Scene.GRANT, Scene.FREE)).isProved());
    }

    @Test
    void whatWasDeliveredAndSeenIsProved() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        reach(flight.scene, 10, Alarm.DESK_PERSON, 2);
        assertEquals(List.of(), differences(flight.scene));
    }

    @Test
    void whatWasNotDeliveredIsNamed() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        assertFalse(of(flight.scene).isProved());
        assertEquals(List.of("A-000001: role \"EE Desk\" was delivered 0 of 1"), differences(flight.scene));
    }

    @Test
    void whatWasNotSeenIsNamed() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.handle(10, new Command.ConfirmDelivery(Alarm.ALERT, Alarm.DESK_PERSON, "screen", 2));
        assertEquals(List.of("A-000001: role \"EE Desk\" has seen 0 of 1"), differences(flight.scene));
    }

    @Test
    void anOccurrenceAfterTheDeliveryIsNamed() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        reach(flight.scene, 10, Alarm.DESK_PERSON, 2);
        flight.price(11, "BBB", 30);
        assertEquals(List.of("A-000001: role \"EE Desk\" was delivered 1 of 2"), differences(flight.scene));
    }

    @Test
    void whatWasDoneAfterTheDeliveryIsNamed() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        reach(flight.scene, 10, Alarm.DESK_PERSON, 2);
        flight.scene.engine.poll(Scene.at(604), 10);
        assertTrue(
                differences(flight.scene)
                        .contains("A-000001: role \"EE Desk\" was not delivered the latest of what it was told"),
                differences(flight.scene).toString());
    }

    @Test
    void aRoleThatNobodyHoldsIsNamed() throws EngineFailure, JournalFailure {
        FixedPeople people = Scene.desk().with(Alarm.SERVICE_PERSON, Alarm.SERVICE);
        Flight flight = Alarm.working(people, Alarm.onSuspensions());
        flight.price(4, "AAA", 90);
        assertTrue(
                differences(flight.scene).contains("A-000001: role \"EE Desk\" has nobody to be told"),
                differences(flight.scene).toString());
    }

    @Test
    void whatAMonitorNoticedIsWhatIsRaised() throws EngineFailure, JournalFailure {
        Scene scene = Scene.open(
                Alarm.people(),
                Scene.GRANT,
                Scene.FREE,
                Alarm.monitor(40_000, Stage.RELEASED, Optional.of(Reference.to(Measure.BASKET_ID))));
        scene.submit(1, Scene.basket());
        reach(scene, 2, Alarm.DESK_PERSON, 3);
        Reconciliation reconciliation = of(scene);
        assertEquals(2, reconciliation.lines().get(0).noticed());
        assertEquals(2, reconciliation.lines().get(0).raised());
        assertEquals(2, reconciliation.lines().get(0).seen());
        assertTrue(reconciliation.isProved());
    }

    @Test
    void aMonitorInFlightIsCountedToo() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.working(Alarm.people(), Alarm.monitor(40_000, Stage.SENT_TO_ALGO, Optional.empty()));
        Reconciliation.Line line = of(flight.scene).lines().get(0);
        assertEquals(2, line.noticed());
        assertEquals(2, line.raised());
    }

    @Test
    void whatWasNoticedAndNotRaisedIsNamed() throws EngineFailure, JournalFailure {
        Scene scene = Scene.open(
                Alarm.people(), Scene.GRANT, Scene.FREE, Alarm.monitor(40_000, Stage.RELEASED, Optional.empty()));
        scene.submit(1, Scene.basket());
        assertEquals(
                ": noticed 2 times, raised 1 times",
                differences(scene.cutOff("alert.raised")).get(0));
    }

    @Test
    void aSuspensionOfWhichNoEscalationTellsIsCounted() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.suspended();
        assertEquals(new Reconciliation.Count(1, 1), of(flight.scene).events().get(Reconciliation.Event.SUSPENDED));
    }

    @Test
    void aSuspensionOfWhichAnEscalationTellsIsNotUntold() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.price(5, "BBB", 30);
        assertEquals(new Reconciliation.Count(2, 0), of(flight.scene).events().get(Reconciliation.Event.SUSPENDED));
    }

    @Test
    void aLapsedHandOverIsToldLikeAnythingElse() throws EngineFailure, JournalFailure {
        Flight flight = Alarm.working(Alarm.people(), Alarm.onSuspensions());
        flight.scene.handle(
                10,
                new Command.OfferHandOver(
                        new Role(Alarm.DESK),
                        "",
                        Alarm.DESK_PERSON,
                        Scene.STRANGER,
                        Optional.empty(),
                        "",
                        Scene.at(20)));
        flight.scene.engine.poll(Scene.at(30), 10);
        reach(flight.scene, 40, Alarm.DESK_PERSON, 3);
        reach(flight.scene, 41, Alarm.SERVICE_PERSON, 3);
        assertEquals(List.of(), differences(flight.scene));
        assertEquals(1, of(flight.scene).lines().get(0).noticed());
    }
}
