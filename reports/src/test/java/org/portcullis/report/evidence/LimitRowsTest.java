package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackChanges;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.Evidence;

class LimitRowsTest {
    private static final StatedLimit TIGHT = limit("100");
    private static final StatedLimit LOOSE = limit("250");

    @Test
    void recalibrationSaysWhatItWasWhoAskedWhoSignedAndThatItWasReverted() {
        Evidence evidence = reverted().evidence();
        assertEquals(
                List.of(
                        "1 | 09:00:00Z | 09:01:40Z | HL-1 |  | 100 | FIRST PACK | nobody had to sign | p-controls |  | ",
                        "5 | 09:01:40Z | 09:03:20Z | HL-1 | 100 | 250 | LOOSER | more volume | p-hale | p-reid | REVERTED",
                        "8 | 09:03:20Z |  | HL-1 | 250 | 100 | TIGHTER | nobody had to sign | p-controls |  | "),
                rows(evidence));
        assertEquals("3 | 3 |  |  | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Limits in force"));
    }

    @Test
    void packThatWasReplacedBeforeThePeriodIsLeftOut() {
        Evidence evidence = reverted().between(150, 180);
        assertEquals(
                List.of(
                        "5 | 09:01:40Z | 09:03:20Z | HL-1 | 100 | 250 | LOOSER | more volume | p-hale | p-reid | REVERTED"),
                rows(evidence));
    }

    @Test
    void controlThatIsGoneHasARowWithItsOldLimits() {
        Evidence evidence = new HandMade()
                .at(0, pack("one", 2, Optional.empty()))
                .at(0, control("one", "HL-1", TIGHT))
                .at(0, control("one", "HL-2", TIGHT))
                .at(9, pack("two", 1, Optional.empty()))
                .at(9, control("two", "HL-1", TIGHT))
                .at(9, changes("one", "two", new PackChanges.Change("HL-2", "", "", "", PackChanges.Way.REMOVED)))
                .evidence();
        assertEquals(
                List.of(
                        "1 | 09:00:00Z | 09:00:09Z | HL-1 |  | 100 | FIRST PACK | nobody had to sign | p-controls |  | ",
                        "2 | 09:00:00Z | 09:00:09Z | HL-2 |  | 100 | FIRST PACK | nobody had to sign | p-controls |  | ",
                        "4 | 09:00:09Z |  | HL-1 | 100 | 100 | UNCHANGED | nobody had to sign | p-controls |  | ",
                        "5 | 09:00:09Z |  | HL-2 | order.notional is more than 100 USD |  | REMOVED | nobody had to sign | p-controls |  | "),
                rows(evidence));
        assertEquals("4 | 4 |  |  | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Limits in force"));
    }

    @Test
    void changeThatNoRowShowsIsNotAccurate() {
        PackChanges.Change other =
                new PackChanges.Change("HL-9", "order.notional", TIGHT.words(), LOOSE.words(), PackChanges.Way.LOOSER);
        Evidence evidence = new HandMade()
                .at(0, pack("one", 1, Optional.empty()))
                .at(0, control("one", "HL-1", TIGHT))
                .at(9, pack("two", 1, Optional.empty()))
                .at(9, control("two", "HL-1", TIGHT))
                .at(9, changes("one", "two", other))
                .evidence();
        assertEquals("2 | 2 |  |  | COMPLETE | NOT ACCURATE", HandMade.provenance(evidence, "Limits in force"));
    }

    @Test
    void reviewsThatWereDueAreListedForThePackInForceAtTheEnd() {
        Evidence evidence = new HandMade()
                .at(0, pack("one", 1, Optional.empty()))
                .at(0, control("one", "GONE", "2022-01-01", TIGHT))
                .at(9, pack("two", 4, Optional.empty()))
                .at(9, control("two", "LATE", "2022-04-30", TIGHT))
                .at(9, control("two", "TODAY", "2022-05-02", TIGHT))
                .at(9, control("two", "LATER", "2022-05-03", TIGHT))
                .at(9, control("two", "TRADING", "", TIGHT))
                .evidence();
        assertEquals(
                List.of(
                        "3 | LATE | 2022-04-30 | 2 | OVERDUE",
                        "4 | TODAY | 2022-05-02 | 0 | DUE THAT DAY",
                        "6 | TRADING |  |  | BY CALENDAR"),
                HandMade.rows(evidence, "Overdue reviews", "Entry", "Control", "Review due", "Days overdue", "State"));
        assertEquals("3 | 3 |  |  | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Overdue reviews"));
    }

    @Test
    void chainSaysOfEachDayWhichEntriesAreItsAndTheRootAfterThem() {
        HandMade journal = new HandMade()
                .at(0, pack("one", 0, Optional.empty()))
                .at(1, pack("two", 0, Optional.empty()))
                .at(86_400, pack("three", 0, Optional.empty()));
        Evidence evidence = journal.evidence();
        assertEquals(
                List.of("2022-05-02 | 0 | 1 | 2 | 0 | 0 | CONTINUOUS", "2022-05-03 | 2 | 2 | 1 | 0 | 0 | CONTINUOUS"),
                HandMade.rows(
                        evidence,
                        "Chain verification",
                        "Day (UTC)",
                        "From entry",
                        "To entry",
                        "Entries",
                        "Gaps",
                        "Broken links",
                        "Verdict"));
        assertEquals(
                List.of(journal.root(2), journal.root(3)),
                SampleEvidence.column(evidence, "Chain verification", "Root after the last entry"));
        assertEquals("2 | 2 | 3 | 3 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Chain verification"));
    }

    private static List<String> rows(Evidence evidence) {
        return HandMade.rows(
                evidence,
                "Limits in force",
                "Entry",
                "In force from (UTC)",
                "Until (UTC)",
                "Control",
                "Old",
                "New",
                "Change",
                "Reason",
                "Requested by",
                "Approved by",
                "Reverted");
    }

    private static HandMade reverted() {
        return new HandMade()
                .at(0, pack("one", 1, Optional.empty()))
                .at(0, control("one", "HL-1", TIGHT))
                .at(
                        60,
                        new PetitionEntry.Asked(
                                "P-000001",
                                new Purpose(
                                        Purpose.Kind.ACTIVATION,
                                        fingerprint("two").value()),
                                "",
                                List.of(),
                                "p-hale",
                                "more volume",
                                "",
                                fingerprint("two")))
                .at(90, vote("P-000001", "p-reid"))
                .at(100, pack("two", 1, Optional.of("P-000001")))
                .at(100, control("two", "HL-1", LOOSE))
                .at(100, changes("one", "two", change(TIGHT, LOOSE, PackChanges.Way.LOOSER)))
                .at(200, pack("one", 1, Optional.empty()))
                .at(200, control("one", "HL-1", TIGHT))
                .at(200, changes("two", "one", change(LOOSE, TIGHT, PackChanges.Way.TIGHTER)));
    }

    private static PackChanges.Change change(StatedLimit from, StatedLimit to, PackChanges.Way way) {
        return new PackChanges.Change("HL-1", to.measure(), from.words(), to.words(), way);
    }

    private static PackChanges changes(String before, String after, PackChanges.Change change) {
        return new PackChanges(fingerprint(before), fingerprint(after), 0, List.of(change));
    }

    private static StatedLimit limit(String value) {
        return new StatedLimit("order.notional", "is more than", value, "USD");
    }

    private static Digest fingerprint(String name) {
        return Digest.of(Json.text(name));
    }

    private static HoldEntry.VoteAccepted vote(String hold, String person) {
        return new HoldEntry.VoteAccepted(
                hold,
                "",
                person,
                Statement.Action.APPROVE,
                new TreeSet<>(List.of(new Role("Desk Head"))),
                "no-key",
                JsonObject.EMPTY,
                "matched",
                30,
                0,
                Optional.empty());
    }

    static PackActivated pack(String name, int controls, Optional<String> petition) {
        return new PackActivated(
                fingerprint(name),
                name + ".policy",
                "p-controls",
                name,
                "1",
                "1",
                "Trading Risk",
                LocalDate.parse("2022-01-01"),
                Optional.empty(),
                "Europe/London",
                "LSE",
                "USD",
                "pinned",
                "block",
                controls,
                petition.isPresent(),
                petition);
    }

    private static PackControl control(String pack, String id, StatedLimit limit) {
        return control(pack, id, "2023-01-01", limit);
    }

    private static PackControl control(String pack, String id, String due, StatedLimit limit) {
        return control(pack, id, "hard limit", due, List.of(limit));
    }

    static PackControl monitor(String pack, String id) {
        return control(pack, id, "monitor", "2023-01-01", List.of());
    }

    private static PackControl control(String pack, String id, String kind, String due, List<StatedLimit> limits) {
        return new PackControl(
                fingerprint(pack),
                1,
                id,
                kind,
                "a sentence",
                fingerprint("sentence"),
                "too large",
                List.of(),
                List.of(),
                "Trading Risk",
                "90 days",
                LocalDate.parse("2022-01-01"),
                due,
                "order",
                "released",
                List.of(),
                "block",
                "the order",
                "block",
                true,
                limits,
                List.of(),
                List.of());
    }
}
