package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertStep;
import org.portcullis.engine.alert.Group;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.engine.approval.Binding;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Separation;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.Evidence;

class EscalationRowsTest {
    private static final Role DESK_HEAD = new Role("Desk Head");
    private static final Role RISK = new Role("Trading Risk");
    private static final ControlId CONTROL = new ControlId("ES-1");

    @Test
    void stepsOfAnAlertSayWhatSilenceCameTo() {
        Evidence evidence = chain().evidence();
        assertEquals(
                List.of(
                        "2 | 09:00:00Z | ES-1 | TOLD AT ONCE | 1 of 3 | 09:00:00Z | 0 | Desk Head: p-reid | 1 | ACKNOWLEDGED | p-okafor | 400",
                        "4 | 09:05:10Z | ES-1 | NOBODY REACHED | 2 of 3 | 09:05:00Z | 10 | Trading Risk: nobody | 0 | ACKNOWLEDGED | p-okafor | 400",
                        "7 | 09:05:10Z | ES-1 | STEP TAKEN | 3 of 3 | 09:05:10Z | 0 | Desk Head: p-okafor, p-reid | 2 | ACKNOWLEDGED | p-okafor | 400",
                        "8 | 09:06:40Z | ES-1 | ACKNOWLEDGED | end |  |  |  |  | ACKNOWLEDGED | p-okafor | 400"),
                rows(evidence));
        assertEquals("4 | 4 | 3 | 3 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Escalations"));
    }

    @Test
    void whatMoreSilenceMeansIsSaid() {
        assertEquals(
                List.of(
                        "no silence yet: told as it was raised | after 5 min in all: tells Trading Risk",
                        "nobody had acknowledged after 5 min: told | at once: tells Desk Head; suspend the strategy",
                        "nobody had acknowledged after 10 min: told; suspend the strategy ALGO-1, 3 orders out"
                                + " | nothing more: the chain is at its end",
                        "taken on after 400 s, having occurred once | nothing: it is over"),
                HandMade.rows(chain().evidence(), "Escalations", "What silence came to", "What more silence means"));
    }

    @Test
    void acknowledgementBehindThePeriodStillSaysHowTheChainEnded() {
        Evidence evidence = chain().between(0, 300);
        assertEquals(
                List.of("2 | 09:00:00Z | ES-1 | TOLD AT ONCE | 1 of 3 | 09:00:00Z | 0 | Desk Head: p-reid | 1"
                        + " | ACKNOWLEDGED | p-okafor | 400"),
                rows(evidence));
        assertEquals("1 | 1 | 1 | 1 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Escalations"));
    }

    @Test
    void holdThatNobodySignsIsToldOnAndExpires() {
        HandMade journal = new HandMade()
                .at(0, HoldEntry.Begun.of(hold()))
                .at(61, new HoldEntry.Escalated("H-1", "", 0, HandMade.NINE.plusSeconds(60), RISK, List.of("p-lund")))
                .at(121, new HoldEntry.Expired("H-1", "", HandMade.NINE.plusSeconds(120)));
        Evidence evidence = journal.evidence();
        assertEquals(
                List.of(
                        "1 | 09:01:01Z | ES-1 | STEP TAKEN | 1 of 1 | 09:01:00Z | 1 | Trading Risk: p-lund | 1 | TIME LIMIT |  | 121",
                        "2 | 09:02:01Z | ES-1 | TIME LIMIT | end, after 1 | 09:02:00Z | 1 |  |  | TIME LIMIT |  | 121"),
                rows(evidence));
        assertEquals("2 | 2 | 1 | 1 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Escalations"));
    }

    @Test
    void acknowledgementWithOtherSecondsThanTheJournalHasIsSeen() {
        Evidence evidence = new HandMade()
                .at(0, new AlertEntry.Raised(opening()))
                .at(400, new AlertEntry.Acknowledged("A-000001", "p-okafor", "seen", 4, 1))
                .evidence();
        assertEquals("1 | 1 | 0 | 0 | COMPLETE | NOT ACCURATE", HandMade.provenance(evidence, "Escalations"));
    }

    private static List<String> rows(Evidence evidence) {
        return HandMade.rows(
                evidence,
                "Escalations",
                "Entry",
                "Taken (UTC)",
                "Control",
                "Event",
                "Step",
                "Due (UTC)",
                "Seconds late",
                "Told",
                "People told",
                "Chain ended",
                "By",
                "Seconds to the end");
    }

    private static HandMade chain() {
        return new HandMade()
                .at(0, new AlertEntry.Raised(opening()))
                .at(0, new AlertEntry.Told("A-000001", 0, "raised", DESK_HEAD, List.of("p-reid"), "too much"))
                .at(0, new AlertEntry.StepTaken("A-000001", 0, true))
                .at(310, new AlertEntry.Told("A-000001", 1, "after", RISK, List.of(), "too much"))
                .at(310, new AlertEntry.StepTaken("A-000001", 1, false))
                .at(310, new AlertEntry.Acted("A-000001", 2, Action.SUSPEND, Target.STRATEGY, "ALGO-1", 3))
                .at(
                        310,
                        new AlertEntry.Told(
                                "A-000001", 2, "nobody", DESK_HEAD, List.of("p-okafor", "p-reid"), "too much"))
                .at(310, new AlertEntry.StepTaken("A-000001", 2, true))
                .at(400, new AlertEntry.Acknowledged("A-000001", "p-okafor", "spoke to the desk", 400, 1));
    }

    private static Alert.Opening opening() {
        return new Alert.Opening(
                "A-000001",
                new Group(CONTROL, "ALGO-1"),
                "Delta 1",
                "suspended",
                Optional.of(Stage.RELEASED),
                new Occurrence("", "O-7"),
                "too much",
                true,
                List.of(
                        AlertStep.telling(List.of(DESK_HEAD)),
                        new AlertStep(300_000_000, List.of(RISK), List.of()),
                        new AlertStep(
                                600_000_000,
                                List.of(DESK_HEAD),
                                List.of(new EscalationStage.Act(Action.SUSPEND, Target.STRATEGY)))));
    }

    private static Hold hold() {
        Digest any = Digest.of(JsonObject.EMPTY);
        Binding binding =
                new Binding("H-1", any, any, any, any.value(), "nonce", HandMade.NINE, HandMade.NINE.plusSeconds(120));
        return new Hold(
                binding,
                new Purpose(Purpose.Kind.RE_ENABLING, "X-000001"),
                "",
                "p-hale",
                "text",
                true,
                List.of(),
                List.of(new Hold.Escalation(HandMade.NINE.plusSeconds(60), RISK, CONTROL)),
                Optional.empty(),
                new Separation(List.of()),
                List.of());
    }
}
