package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertStep;
import org.portcullis.engine.alert.Group;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.report.Evidence;

class AlertRoutingTest {
    private static final Role DESK_HEAD = new Role("Desk Head");

    @Test
    void alertThatSomebodyHasSeenIsProved() {
        assertEquals(
                List.of("ES-1 | 2 | 2 | 1 | 2 | 2 | 2 | 2 | 0 | 0 | PROVED |  | 30 | 30 | 30 | 0"),
                rows(seenTwice().evidence()));
    }

    @Test
    void alertThatNobodyHasSeenIsADifference() {
        Evidence evidence = raised(new HandMade(), 0, "A-000001")
                .at(5, new AlertEntry.Delivered("A-000001", "p-reid", "screen", 2))
                .at(6, new AlertEntry.ConfirmationRefused("A-000001", "p-hale", "not-told"))
                .evidence();
        assertEquals(
                List.of("ES-1 | 1 | 1 | 1 | 1 | 1 | 0 | 0 | 0 | 1 | NOT PROVED"
                        + " | A-000001: role \"Desk Head\" has seen 0 of 1 |  |  |  | 1"),
                rows(evidence));
        assertEquals("1 | 1 | 1 | 1 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Alert routing"));
    }

    @Test
    void onlyWhatOccurredInThePeriodCountsAndWhatBecameOfItLater() {
        Evidence evidence = seenTwice().between(15, 25);
        assertEquals(List.of("ES-1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 0 | 0 | PROVED |  |  |  |  | 0"), rows(evidence));
        assertEquals("1 | 1 | 1 | 1 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Alert routing"));
    }

    @Test
    void monitorThatNoticedNothingHasARowThatSaysSo() {
        Evidence evidence = new HandMade()
                .at(0, LimitRowsTest.pack("one", 1, Optional.empty()))
                .at(0, LimitRowsTest.monitor("one", "MO-1"))
                .evidence();
        assertEquals(
                List.of("MO-1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | NOTHING NOTICED |  |  |  |  | 0"), rows(evidence));
        assertEquals("1 | 1 | 0 | 0 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Alert routing"));
    }

    @Test
    void percentilesAreOfTheNearestRank() {
        HandMade journal = new HandMade();
        for (int alert = 1; alert <= 20; alert++) {
            String id = String.format(java.util.Locale.ROOT, "A-%06d", alert);
            raised(journal, alert * 100L, id)
                    .at(alert * 100L + alert, new AlertEntry.Acknowledged(id, "p-reid", "seen", alert, 1));
        }
        assertEquals(
                List.of("10 | 19 | 20"),
                HandMade.rows(journal.evidence(), "Alert routing", "Seconds to acknowledge, p50", "p95", "Longest"));
    }

    private static List<String> rows(Evidence evidence) {
        return HandMade.rows(
                evidence,
                "Alert routing",
                "Control",
                "Noticed",
                "Raised",
                "Alerts",
                "Told",
                "Delivered",
                "Seen",
                "Acknowledged",
                "Not raised",
                "Not seen",
                "Verdict",
                "Differences",
                "Seconds to acknowledge, p50",
                "p95",
                "Longest",
                "Refused");
    }

    private static HandMade seenTwice() {
        return raised(new HandMade(), 0, "A-000001")
                .at(20, new AlertEntry.Joined("A-000001", new Occurrence("", "O-8"), "again"))
                .at(28, new AlertEntry.Delivered("A-000001", "p-reid", "screen", 3))
                .at(29, new AlertEntry.Seen("A-000001", "p-reid", 3))
                .at(30, new AlertEntry.Acknowledged("A-000001", "p-reid", "seen", 30, 2));
    }

    private static HandMade raised(HandMade journal, long second, String alert) {
        Alert.Opening opening = new Alert.Opening(
                alert,
                new Group(new ControlId("ES-1"), "ALGO-1"),
                "Delta 1",
                "suspended",
                Optional.empty(),
                new Occurrence("", "O-7"),
                "too much",
                false,
                List.of(AlertStep.telling(List.of(DESK_HEAD))));
        return journal.at(second, new AlertEntry.Raised(opening))
                .at(second, new AlertEntry.Told(alert, 0, "raised", DESK_HEAD, List.of("p-reid"), "too much"))
                .at(second, new AlertEntry.StepTaken(alert, 0, true));
    }
}
