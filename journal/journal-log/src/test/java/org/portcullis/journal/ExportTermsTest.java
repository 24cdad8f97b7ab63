package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;
import org.portcullis.verifier.ExportVerdict;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verifier;

/** Holds exports to the examiner's terms: witnesses, how old their word may be, and the use of release tokens. */
class ExportTermsTest {

    private static final NamedWitness OSLO = NamedWitness.of("witness.example/oslo", 21);
    private static final NamedWitness BERN = NamedWitness.of("witness.example/bern", 22);
    private static final String KEY = VerifierKey.of(Scene.JOURNAL_KEY).line();
    private static final String POLICY = "log " + KEY + "\nwitness oslo " + OSLO.verifierKey() + "\nwitness bern "
            + BERN.verifierKey() + "\ngroup both all oslo bern\nquorum both\n";
    private static final ExportScope ALL = new ExportScope.All();

    @TempDir
    Path directory;

    @Test
    void anExportThatNobodyWitnessedIsUnwitnessedUnderAPolicy() throws Exception {
        DeskDay.journal(directory, DeskDay.records(2, 1));
        assertIs(Outcome.UNWITNESSED, Verifier.withoutTrustedKey().under(POLICY));
    }

    @Test
    void anExportThatTooFewWitnessedIsUnwitnessed() throws Exception {
        DeskDay.journal(directory, DeskDay.records(2, 1));
        cosign(OSLO);
        assertIs(Outcome.UNWITNESSED, Verifier.withoutTrustedKey().under(POLICY));
        assertIs(Outcome.VALID, Verifier.trusting(KEY));
    }

    @Test
    void anExportWhoseWitnessesSpokeTooLongAgoIsStale() throws Exception {
        DeskDay.journal(directory, DeskDay.records(2, 1));
        cosign(OSLO, BERN);
        Verifier verifier = Verifier.withoutTrustedKey().under(POLICY);
        assertIs(Outcome.VALID, verifier.notBefore(at(20)));
        assertIs(Outcome.STALE, verifier.notBefore(at(21)));
    }

    @Test
    void anExportWithoutAnyWordIsStale() throws Exception {
        DeskDay.journal(directory, DeskDay.records(2, 1));
        assertIs(Outcome.STALE, Verifier.trusting(KEY).notBefore(at(0)));
    }

    @Test
    void aCosignatureThatDoesNotHoldIsTamperedInAnExportToo() throws Exception {
        DeskDay.journal(directory, DeskDay.records(2, 1));
        Path checkpoint = directory.resolve("checkpoint");
        String note = Files.readString(checkpoint);
        String other = note.replaceFirst("\n[0-9]+\n", "\n1\n");
        Files.writeString(checkpoint, note + OSLO.line(other, at(20)));
        ExportFile export = ExportFile.of(directory, ALL);
        export.assertIs(Outcome.TAMPERED, Verifier.withoutTrustedKey().under(POLICY));
    }

    @Test
    void aTokenThatIsUsedTwiceIsABadApproval() throws Exception {
        assertBad("a release token is used a second time", 12, Approval.burned());
    }

    @Test
    void aTokenThatIsUsedTooLateIsABadApproval() throws Exception {
        List<JournalRecord> records = new ArrayList<>(Approval.whole());
        records.set(10, Approval.at(Scene.NOW.plusSeconds(61), records.get(10)));
        assertBad("a release token is used after its time", 11, records);
    }

    @Test
    void aTokenForOtherLinesThanWereSignedIsABadApproval() throws Exception {
        List<JournalRecord> records = new ArrayList<>(Approval.whole());
        records.set(9, Approval.with(records.get(9), "lines", Json.text("0-9999")));
        assertBad("the release token that is signed is not the one that the entry says", 10, records);
    }

    @Test
    void aTokenWhoseIssueIsWithheldIsABadApproval() throws Exception {
        DeskDay.journal(directory, Approval.whole());
        ExportFile export = ExportFile.of(directory, new ExportScope.Case("S-1"));
        int line = export.firstInRange();
        while (!export.lines.get(line).contains("\\\"type\\\":\\\"token.issued\\\"")) {
            line++;
        }
        String leaf = leaf(export.lines.get(line));
        export.change(line, shown -> withheld(shown, leaf));
        export.sealed().assertIs(Outcome.BAD_APPROVAL);
    }

    private static JsonObject withheld(JsonObject shown, String leaf) {
        return JsonObject.builder()
                .put("index", shown.find("index").orElseThrow())
                .put("leaf", leaf)
                .build();
    }

    private static String leaf(String line) throws Exception {
        JsonObject shown = JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
        byte[] entry = shown.text("entry").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(EntryFormat.leafHash(entry).hash());
    }

    private void assertBad(String reason, long entry, JournalRecord more) throws Exception {
        List<JournalRecord> records = new ArrayList<>(Approval.whole());
        records.add(more);
        assertBad(reason, entry, records);
    }

    private void assertBad(String reason, long entry, List<JournalRecord> records) throws Exception {
        DeskDay.journal(directory, records);
        ExportVerdict verdict = ExportFile.of(directory, ALL).verdict();
        assertEquals(Outcome.BAD_APPROVAL, verdict.verdict().outcome(), verdict::text);
        assertEquals(entry, verdict.verdict().entry().orElseThrow(), verdict::text);
        assertTrue(verdict.text().contains(reason), verdict::text);
    }

    private void assertIs(Outcome outcome, Verifier verifier) throws Exception {
        ExportFile.of(directory, ALL).assertIs(outcome, verifier);
    }

    private void cosign(NamedWitness... witnesses) throws Exception {
        Path checkpoint = directory.resolve("checkpoint");
        String note = Files.readString(checkpoint);
        StringBuilder cosigned = new StringBuilder(note);
        for (NamedWitness witness : witnesses) {
            cosigned.append(witness.line(note, at(20)));
        }
        Files.writeString(checkpoint, cosigned.toString());
    }

    private static Instant at(long seconds) {
        return Scene.NOW.plusSeconds(seconds);
    }
}
