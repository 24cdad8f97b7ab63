package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.export.Export;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.journal.export.PreviousExport;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.ExportVerdict;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verifier;

/** Whoever hands over an export leaves something out or puts something else in, and puts every digest right that they can. */
@Tag("long")
class ExportOmissionTest {

    private static final ExportScope ALL = new ExportScope.All();
    private static final ExportScope DESK = new ExportScope.Desk(DeskDay.RATES);

    @TempDir
    Path directory;

    private final List<JournalRecord> records = DeskDay.records(4, 7);
    private Path journal = Path.of("");

    @BeforeEach
    void writeJournal() throws JournalFailure {
        journal = DeskDay.journal(directory.resolve("journal"), records);
    }

    @Test
    void everyLineThatIsDroppedIsMissed() throws Exception {
        int lines = ExportFile.of(journal, ALL).lines.size();
        for (int line = 1; line < lines - 1; line++) {
            ExportFile export = ExportFile.of(journal, ALL);
            export.lines.remove(line);
            export.sealed().assertIs(Outcome.TRUNCATED);
        }
    }

    @Test
    void anEntryThatIsDroppedAndTheOthersRenumberedIsNoticed() throws Exception {
        ExportFile export = ExportFile.of(journal, ALL);
        export.lines.remove(5);
        for (int line = 5; line < export.lines.size() - 1; line++) {
            long index = line - 1L;
            export.change(line, entry -> ExportFile.with(entry, "index", Json.whole(index)));
        }
        export.change(0, head -> ExportFile.with(head, "to", Json.whole(records.size())));
        export.change(0, head -> ExportFile.with(head, "right", JsonArray.texts(List.of(leafOfLast()))));
        export.sealed().assertIs(Outcome.TAMPERED);
    }

    @Test
    void aTailThatIsDroppedIsMissed() throws Exception {
        ExportFile export = ExportFile.of(journal, ALL);
        for (int line = export.lines.size() - 1; line > 0; line--) {
            export.lines.remove(line);
            export.assertIs(Outcome.TRUNCATED);
        }
    }

    @Test
    void anEntryThatIsWithheldFromTheWholeIsMissed() throws Exception {
        ExportFile export = ExportFile.of(journal, ALL);
        export.lines.set(4, "{\"index\":3,\"leaf\":\"" + leaf(3) + "\"}");
        export.sealed().assertIs(Outcome.TRUNCATED);
    }

    @Test
    void anEntryThatIsWithheldFromADeskIsCounted() throws Exception {
        ExportFile export = ExportFile.of(journal, DESK);
        ExportVerdict before = export.verdict();
        int line = lineOf(export, "submission.received");
        export.change(
                line,
                shown -> JsonObject.builder()
                        .put("index", shown.whole("index"))
                        .put("leaf", leaf(shown.whole("index")))
                        .build());
        ExportVerdict after = export.sealed().verdict();
        assertEquals(Outcome.VALID, after.verdict().outcome(), after::text);
        assertEquals(
                before.part().orElseThrow().withheld() + 1,
                after.part().orElseThrow().withheld());
    }

    @Test
    void aVoteThatIsWithheldIsMissedAtItsRelease() throws Exception {
        ExportFile export = ExportFile.of(journal, DESK);
        int line = lineOf(export, "approval.vote.accepted");
        export.change(
                line,
                shown -> JsonObject.builder()
                        .put("index", shown.whole("index"))
                        .put("leaf", leaf(shown.whole("index")))
                        .build());
        export.sealed().assertIs(Outcome.BAD_APPROVAL);
    }

    @Test
    void anEnrolmentThatIsLeftOutIsMissedAtTheVote() throws Exception {
        ExportFile export = ExportFile.of(journal, DESK);
        export.lines.remove(lineOf(export, "key.enrolled"));
        export.sealed().assertIs(Outcome.BAD_APPROVAL);
    }

    @Test
    void anotherHashInPlaceOfAWithheldEntryIsNoticed() throws Exception {
        ExportFile export = ExportFile.of(journal, DESK);
        for (int line = 1; line < export.lines.size() - 1; line++) {
            if (export.lines.get(line).contains("\"leaf\":")) {
                ExportFile changed = ExportFile.of(journal, DESK);
                changed.change(line, withheld -> ExportFile.with(withheld, "leaf", Json.text(leaf(0))));
                changed.sealed().assertIs(Outcome.TAMPERED);
            }
        }
    }

    @Test
    void anotherEntryInPlaceOfAShownOneIsNoticed() throws Exception {
        ExportFile export = ExportFile.of(journal, ALL);
        export.change(
                6,
                shown -> ExportFile.with(
                        shown, "entry", Json.text(shown.text("entry").replace("S-", "S-9"))));
        export.sealed().assertIs(Outcome.TAMPERED);
    }

    @Test
    void twoLinesOfOneEntryAreNoticed() throws Exception {
        ExportFile export = ExportFile.of(journal, ALL);
        export.lines.add(6, export.lines.get(5));
        export.sealed().assertIs(Outcome.TAMPERED);
    }

    @Test
    void linesInAnotherOrderAreNoticed() throws Exception {
        ExportFile export = ExportFile.of(journal, ALL);
        export.lines.add(6, export.lines.remove(5));
        export.sealed().assertIs(Outcome.TRUNCATED);
    }

    @Test
    void aPreviousExportOfAnotherJournalIsNoticed() throws Exception {
        Path other = directory.resolve("other");
        Signer key = Scene.signer("example.org/other", 9);
        try (FileJournal written = FileJournal.open(other, key, Scene.NOW)) {
            written.append(records.subList(0, 4));
        }
        String note = JournalDirectory.at(other).checkpoint().orElseThrow();
        ExportFile export = ExportFile.of(journal, ALL);
        export.change(0, head -> ExportFile.with(head, "previous", previous(note)));
        export.sealed().assertIs(Outcome.UNTRUSTED_KEY);
    }

    @Test
    void aTreeThatWasBuiltAnewDoesNotExtendThePreviousExport() throws Exception {
        String before = JournalDirectory.at(journal).checkpoint().orElseThrow();
        ExportFile export = ExportFile.of(rebuilt(), ALL);
        export.change(0, head -> ExportFile.with(head, "previous", previous(before)));
        export.sealed().assertIs(Outcome.FORKED);
    }

    @Test
    void aTreeThatWasBuiltAnewIsForkedForWhoKeptACheckpoint() throws Exception {
        String before = JournalDirectory.at(journal).checkpoint().orElseThrow();
        Verifier verifier =
                Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).extending(before);
        ExportFile.of(journal, ALL).assertIs(Outcome.VALID, verifier);
        ExportFile.of(rebuilt(), ALL).assertIs(Outcome.FORKED, verifier);
    }

    @Test
    void aJournalThatWasCutBackIsTruncatedForWhoKeptACheckpoint() throws Exception {
        String before = JournalDirectory.at(journal).checkpoint().orElseThrow();
        Path shorter = DeskDay.journal(directory.resolve("shorter"), records.subList(0, 9));
        Verifier verifier =
                Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).extending(before);
        ExportFile.of(shorter, ALL).assertIs(Outcome.TRUNCATED, verifier);
    }

    @Test
    void anEarlierCheckpointThatNothingLeadsToIsNotTakenForHeld() throws Exception {
        Path shorter = DeskDay.journal(directory.resolve("shorter"), records.subList(0, 2));
        String before = JournalDirectory.at(shorter).checkpoint().orElseThrow();
        Verifier verifier =
                Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).extending(before);
        ExportFile.of(journal, new ExportScope.Case("S-4")).assertIs(Outcome.TRUNCATED, verifier);
        ExportFile.of(journal, ALL).assertIs(Outcome.VALID, verifier);
    }

    @Test
    void anEarlierCheckpointIsHeldThroughThePreviousExport() throws Exception {
        Path shorter = DeskDay.journal(directory.resolve("shorter"), records.subList(0, 2));
        String before = JournalDirectory.at(shorter).checkpoint().orElseThrow();
        Verifier verifier =
                Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).extending(before);
        Export export = Export.of(journal, new ExportScope.Case("S-4"))
                .extending(new PreviousExport(before, "sha256:" + "0".repeat(64)));
        ExportFile.of(export).assertIs(Outcome.VALID, verifier);
    }

    @Test
    void theWriterDoesNotExtendAnotherJournalsExport() throws Exception {
        List<JournalRecord> others = new ArrayList<>(records.subList(0, records.size() - 1));
        others.add(Approval.at(DeskDay.timeOf(500), Scene.decision(7)));
        Path other = DeskDay.journal(directory.resolve("other"), others);
        String before = JournalDirectory.at(other).checkpoint().orElseThrow();
        Export export = Export.of(journal, ALL).extending(new PreviousExport(before, "sha256:" + "0".repeat(64)));
        JournalFailure failure =
                assertThrows(JournalFailure.class, () -> export.write(new ByteArrayOutputStream(), done -> {}));
        assertTrue(String.valueOf(failure.getMessage()).contains("does not begin with the"), failure::getMessage);
    }

    @Test
    void everyBitThatFlipsIsNoticed() throws Exception {
        byte[] bytes = small().bytes();
        assertEquals(Outcome.VALID, ExportFile.verdict(bytes).verdict().outcome());
        for (int at = 0; at < bytes.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                bytes[at] ^= (byte) (1 << bit);
                ExportVerdict verdict = ExportFile.verdict(bytes);
                int offset = at;
                assertNotEquals(Outcome.VALID, verdict.verdict().outcome(), () -> "byte " + offset + verdict.text());
                bytes[at] ^= (byte) (1 << bit);
            }
        }
    }

    @Test
    void everyPlaceAtWhichItIsCutOffIsNoticed() throws Exception {
        byte[] bytes = small().bytes();
        for (int length = 0; length < bytes.length; length++) {
            ExportVerdict verdict = ExportFile.verdict(Arrays.copyOf(bytes, length));
            assertEquals(Outcome.TRUNCATED, verdict.verdict().outcome(), verdict::text);
        }
    }

    /** An export with entries that are shown, withheld and around, and with a previous one. */
    private ExportFile small() throws Exception {
        Path small = DeskDay.journal(
                directory.resolve("small"),
                List.of(
                        DeskDay.received("S-1", DeskDay.RATES),
                        DeskDay.received("S-2", DeskDay.EQUITY),
                        DeskDay.received("S-3", DeskDay.RATES),
                        DeskDay.received("S-4", DeskDay.EQUITY)));
        String note = JournalDirectory.at(small).checkpoint().orElseThrow();
        return ExportFile.of(Export.of(small, DESK).extending(new PreviousExport(note, "sha256:" + "0".repeat(64))));
    }

    private Path rebuilt() throws IOException, JournalFailure {
        List<JournalRecord> others = new ArrayList<>(records);
        others.remove(records.size() - 1);
        others.add(Approval.at(DeskDay.timeOf(500), Scene.decision(7)));
        others.add(Approval.at(DeskDay.timeOf(501), Scene.decision(8)));
        Path path = directory.resolve("rebuilt");
        return Files.exists(path) ? path : DeskDay.journal(path, others);
    }

    private JsonObject previous(String note) {
        return JsonObject.builder()
                .put("checkpoint", note)
                .put("proof", JsonArray.texts(List.of()))
                .build();
    }

    private String leafOfLast() {
        return leaf(records.size());
    }

    private String leaf(long index) {
        try {
            return Base64.getEncoder()
                    .encodeToString(JournalDirectory.at(journal).tree().leaf(index));
        } catch (IOException | JournalFailure unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static int lineOf(ExportFile export, String type) {
        for (int line = 1; line < export.lines.size(); line++) {
            if (export.lines.get(line).contains("\\\"type\\\":\\\"" + type)) {
                return line;
            }
        }
        throw new AssertionError("no line shows " + type);
    }
}
