package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.Digest;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.FrozenJournal;
import org.portcullis.report.HandedPolicy;
import org.portcullis.report.Refuted;
import org.portcullis.report.Reservation;
import org.portcullis.report.Reservation.Kind;
import org.portcullis.report.SampleRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.SheetText;
import org.portcullis.report.sheet.TableSheet;

class ReservationsTest {
    private static final FrozenJournal JOURNAL = FrozenJournal.morning();
    private static final Refuted TAMPERED =
            new Refuted("TAMPERED", "entry 40, file `segments/0.seg` at byte 9: it is altered", "", 40, true);

    private static EvidenceRequest request() {
        return SampleRequest.of(JOURNAL.entries(), SampleEvidence.root(JOURNAL.entries()));
    }

    private static EvidenceRequest between(String from, String to) {
        return SampleRequest.of(
                JOURNAL.entries(), SampleEvidence.root(JOURNAL.entries()), Instant.parse(from), Instant.parse(to));
    }

    private static List<Kind> kinds(Evidence evidence) {
        return evidence.reservations().stream().map(Reservation::kind).toList();
    }

    private static String cover(Evidence evidence) throws Exception {
        return SheetText.of(SampleEvidence.sheet(evidence, "Cover"));
    }

    @Test
    void anOrdinaryWorkbookHasNone() {
        assertEquals(List.of(), SampleEvidence.morning().reservations());
    }

    @Test
    void everySheetSaysThatTheJournalDoesNotVerify() {
        Evidence evidence = SampleEvidence.of(JOURNAL, request().of(TAMPERED));
        for (Sheet sheet : evidence.sheets()) {
            String first = sheet instanceof TableSheet table
                    ? table.warning().orElse("")
                    : !((PageSheet) sheet).charts().isEmpty()
                            ? charted(sheet)
                            : ((PageSheet) sheet).lines().get(0).cells().get(0).text();
            assertTrue(first.startsWith("NOT VERIFIED. The journal does not verify: TAMPERED, entry 40, file"), first);
        }
    }

    /** Charts name cells by their rows, so the title of their page says it. */
    private static String charted(Sheet sheet) {
        assertTrue(sheet.title().startsWith("NOT VERIFIED. "), sheet.title());
        return "NOT VERIFIED. The journal does not verify: TAMPERED, entry 40, file";
    }

    @Test
    void formulasOfTheProvenanceSpeakOfTheLineThatTheyStandOn() {
        Evidence evidence = SampleEvidence.of(JOURNAL, request().of(TAMPERED));
        TableSheet provenance = (TableSheet) SampleEvidence.sheet(evidence, "Provenance");
        String formula = SampleEvidence.rows(provenance).get(0).cells().stream()
                .filter(Cell.Formula.class::isInstance)
                .map(cell -> ((Cell.Formula) cell).expression())
                .filter(expression -> expression.matches("[A-Z]+[0-9]+-[A-Z]+[0-9]+"))
                .findFirst()
                .orElseThrow();
        assertTrue(formula.startsWith("C" + (provenance.headingLine() + 1) + "-"), formula);
    }

    @Test
    void theCoverOfAJournalThatDoesNotVerifyAgreesWithNothing() throws Exception {
        String cover = cover(SampleEvidence.of(JOURNAL, request().of(TAMPERED)));
        assertTrue(cover.contains("| All of these | NOT VERIFIED |"), cover);
        assertFalse(cover.contains("AGREES"), cover);
    }

    @Test
    void withoutAReadableEntryThereIsACoverAlone() throws Exception {
        Evidence evidence =
                EvidenceSheets.coverOf(request().of(new Refuted("ILL_FORMED", "it is no journal", "", 0, true)));
        assertEquals(1, evidence.sheets().size());
        assertTrue(cover(evidence).contains("No entry can be used"), cover(evidence));
    }

    @Test
    void aPeriodWithoutEntriesIsEmptyAndSaysFromWhenToWhenTheJournalRuns() throws Exception {
        Evidence evidence = SampleEvidence.of(JOURNAL, between("2023-01-01T00:00:00Z", "2023-02-01T00:00:00Z"));
        assertEquals(List.of(Kind.EMPTY_PERIOD), kinds(evidence));
        JournalEntry last = JOURNAL.entries().get(JOURNAL.entries().size() - 1);
        String cover = cover(evidence);
        assertTrue(
                cover.contains("EMPTY PERIOD. The journal has no entry between 2023-01-01T00:00:00Z and"
                        + " 2023-02-01T00:00:00Z; the journal runs from "
                        + JOURNAL.entries().get(0).at() + " (entry 0) to " + last.at() + " (entry " + last.index()
                        + ")"),
                cover);
        assertFalse(cover.contains("AGREES"), cover);
    }

    @Test
    void nothingIsMetByAnEmptyPeriod() {
        for (String from : List.of("2020-01-01T00:00:00Z", "2023-01-01T00:00:00Z")) {
            Evidence evidence = SampleEvidence.of(JOURNAL, between(from, from.replace("01-01", "02-01")));
            List<String> verdicts = SampleEvidence.column(evidence, "Obligations", "Verdict");
            assertTrue(verdicts.contains("NOT EVIDENCED"));
            assertFalse(verdicts.contains("MET"));
            assertFalse(verdicts.contains("NOT APPLICABLE"));
            assertFalse(
                    SampleEvidence.column(evidence, "Clause matrix", "Verdict").contains("MET"));
        }
    }

    @Test
    void thePolicyInForceOverAnEmptyPeriodIsJudgedAndNotEvidenced() {
        Evidence evidence = SampleEvidence.of(JOURNAL, between("2023-01-01T00:00:00Z", "2023-02-01T00:00:00Z"));
        assertTrue(SampleEvidence.column(evidence, "Clause matrix", "Verdict").contains("NOT EVIDENCED"));
    }

    @Test
    void aPeriodWithEntriesAndNoDecisionSaysSo() {
        JournalEntry first = JOURNAL.entries().get(0);
        Evidence evidence = SampleEvidence.of(
                JOURNAL, between(first.at().toString(), first.at().plusNanos(1).toString()));
        assertEquals(List.of(Kind.NO_DECISIONS), kinds(evidence));
    }

    @Test
    void aPolicyThatTheJournalNeverPutInForceDoesNotMatch() throws Exception {
        List<JournalEntry> without = JOURNAL.entries().stream()
                .filter(entry -> !entry.type().startsWith("pack."))
                .toList();
        EntrySource spoilt = visitor -> without.forEach(visitor);
        Evidence evidence = SampleEvidence.of(spoilt, request());
        assertTrue(kinds(evidence).contains(Kind.POLICY_DOES_NOT_MATCH));
        assertTrue(cover(evidence).contains("POLICY DOES NOT MATCH. "), cover(evidence));
        assertTrue(cover(evidence).contains("| All of these | POLICY DOES NOT MATCH |"), cover(evidence));
    }

    @Test
    void aPolicyHandedOverThatWasNotInForceIsNamedWithBothFingerprints() throws Exception {
        HandedPolicy other = new HandedPolicy("other.policy", "Other", "2.0.0", Digest.of(new byte[] {1}));
        Evidence evidence = SampleEvidence.of(JOURNAL, request().withPolicies(List.of(other)));
        assertEquals(List.of(Kind.POLICY_DOES_NOT_MATCH), kinds(evidence));
        String words = evidence.reservations().get(0).words();
        assertTrue(words.contains(other.fingerprint().value()), words);
        assertTrue(words.contains(activated().fingerprint().value()), words);
    }

    @Test
    void aPolicyHandedOverThatWasInForceMatches() throws Exception {
        HandedPolicy same = new HandedPolicy(
                "desk.policy",
                activated().name(),
                activated().version(),
                activated().fingerprint());
        Evidence evidence = SampleEvidence.of(JOURNAL, request().withPolicies(List.of(same)));
        assertEquals(List.of(), evidence.reservations());
        assertTrue(
                cover(evidence).contains("| The policies are those that the journal put in force | YES |"),
                cover(evidence));
    }

    @Test
    void whatIsKnownAgainstAJournalComesBackFromJson() {
        HandedPolicy other = new HandedPolicy("other.policy", "Other", "2.0.0", Digest.of(new byte[] {1}));
        EvidenceRequest request = request().of(TAMPERED).withPolicies(List.of(other));
        assertEquals(request, EvidenceRequestJson.read(EvidenceRequestJson.of(request)));
    }

    private static PackActivated activated() throws Exception {
        for (JournalEntry entry : JOURNAL.entries()) {
            if (entry.type().equals("pack.activated")) {
                return (PackActivated) EntryBody.read(entry).orElseThrow();
            }
        }
        throw new AssertionError("no pack");
    }
}
