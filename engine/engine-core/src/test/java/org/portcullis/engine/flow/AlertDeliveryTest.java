package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Alerts reach people at least once, and it is known who has seen them. */
class AlertDeliveryTest {

    private static Reply delivered(Scene scene, String person, int revision) throws EngineFailure {
        return scene.handle(20, new Command.ConfirmDelivery(Alarm.ALERT, person, "screen", revision));
    }

    @Test
    void whatWasNotDeliveredIsToldAgainAfterARestart() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        assertEquals(
                List.of("EE Desk: p-desk"),
                Alarm.told(flight.scene.restarted().engine.standing()));
    }

    @Test
    void whatWasDeliveredIsNotToldAgain() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        assertEquals(List.of("alert.delivered"), Flight.types(delivered(flight.scene, Alarm.DESK_PERSON, 2)));
        assertEquals(List.of(), Alarm.told(flight.scene.restarted().engine.standing()));
    }

    @Test
    void whatOccurredAfterTheDeliveryIsToldAgain() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        delivered(flight.scene, Alarm.DESK_PERSON, 2);
        flight.price(21, "BBB", 30);
        assertEquals(List.of("EE Desk: p-desk"), Alarm.told(flight.scene.engine.standing()));
    }

    @Test
    void whoWasNotToldIsNotDelivered() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Reply reply = delivered(flight.scene, Scene.STRANGER, 2);
        assertEquals("not-told", Scene.refusal(reply));
        assertEquals(List.of("alert.confirmation.refused"), Flight.types(reply));
    }

    @Test
    void moreThanThereIsIsNotDelivered() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        assertEquals("no-such-revision", Scene.refusal(delivered(flight.scene, Alarm.DESK_PERSON, 3)));
    }

    @Test
    void whoHasSeenItIsKnown() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        flight.scene.handle(20, new Command.Seen(Alarm.ALERT, Alarm.DESK_PERSON, 2));
        assertEquals(2, Alarm.alert(flight.scene).seen().get(Alarm.DESK_PERSON));
    }

    @Test
    void aLateDeliveryIsConfirmedThoughTheAlertWasAcknowledged() throws EngineFailure {
        Flight flight = Alarm.suspended(Alarm.onSuspensions());
        Alarm.acknowledge(flight.scene, 10, Alarm.DESK_PERSON);
        assertEquals(List.of("alert.delivered"), Flight.types(delivered(flight.scene, Alarm.DESK_PERSON, 2)));
    }
}
