package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.FrozenJournal;
import org.portcullis.report.Golden;
import org.portcullis.report.JdkKey;
import org.portcullis.report.SampleCatalogue;
import org.portcullis.report.SampleDesk;
import org.portcullis.report.SampleRequest;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.SheetText;
import org.portcullis.report.sheet.TableSheet;

class EvidenceSheetsTest {
    static Stream<String> names() {
        return SampleEvidence.morning().sheets().stream().map(Sheet::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void sheetSaysWhatIsGood(String name) throws Exception {
        String text = SheetText.of(SampleEvidence.sheet(SampleEvidence.morning(), name));
        Golden.compare("good/" + name.toLowerCase(Locale.ROOT).replace(' ', '-') + ".txt", text);
    }

    @Test
    void sheetsStandInTheOrderInWhichAnAuditorReads() {
        assertEquals(
                List.of(
                        "Cover",
                        "Provenance",
                        "Clause matrix",
                        "Obligations",
                        "Control register",
                        "Limits in force",
                        "Parity",
                        "Decisions",
                        "Order outcomes",
                        "Hard blocks",
                        "Warnings and overrides",
                        "Approvals",
                        "Escalations",
                        "Alert routing",
                        "In flight actions",
                        "Kill switch",
                        "Exceptions",
                        "Data quality",
                        "Access and duties",
                        "Key register",
                        "Chain verification",
                        "Overdue reviews",
                        "Effectiveness",
                        "Sampling",
                        "RTS 6 Art 9",
                        "Charts",
                        "Attestation",
                        "Annex",
                        "Dictionary"),
                names().toList());
    }

    @Test
    void everyColumnIsInTheDictionary() {
        Evidence evidence = SampleEvidence.morning();
        long columns = evidence.sheets().stream()
                .filter(TableSheet.class::isInstance)
                .map(TableSheet.class::cast)
                .mapToLong(table -> table.columns().size())
                .sum();
        assertEquals(
                columns,
                SampleEvidence.column(evidence, "Dictionary", "Heading").size());
    }

    @Test
    void journalOfTheEngineAsItIsNowAgrees() throws Exception {
        MemoryJournal journal = SampleDesk.morning();
        EvidenceRequest request = SampleRequest.of(journal.entries(), SampleEvidence.root(journal.entries()));
        Evidence evidence = EvidenceSheets.of(journal, CatalogueLoader.embedded(), request, JdkKey.CHECK);
        assertTrue(cover(evidence).contains("| All of these | AGREES |"), cover(evidence));
    }

    @Test
    void missingEntryIsSeen() {
        Evidence evidence = SampleEvidence.spoilt(FrozenJournal.morning().without(1));
        assertTrue(cover(evidence).contains("74 entries read, 1 gaps"), cover(evidence));
        assertTrue(cover(evidence).contains("| All of these | DOES NOT AGREE |"), cover(evidence));
        assertTrue(SampleEvidence.column(evidence, "Provenance", "Complete").contains("NOT COMPLETE"));
    }

    @Test
    void missingPartOfADecisionIsSeen() {
        FrozenJournal whole = FrozenJournal.morning();
        long tallies = index(whole, "decision.tallies");
        Evidence evidence = SampleEvidence.spoilt(whole.without(tallies));
        assertEquals(
                "INCOMPLETE",
                SampleEvidence.column(evidence, "Decisions", "Parts").get(0));
        assertTrue(SampleEvidence.column(evidence, "Provenance", "Accurate").contains("NOT ACCURATE"));
    }

    @Test
    void alteredReasonOfAVoteIsSeen() {
        FrozenJournal whole = FrozenJournal.morning();
        JournalEntry vote = whole.entries().get((int) index(whole, "approval.vote.accepted"));
        JsonObject.Builder body = JsonObject.builder();
        vote.body().members().forEach((key, value) -> {
            if (!key.equals("reason")) {
                body.put(key, value);
            }
        });
        JournalEntry forged = new JournalEntry(
                vote.index(),
                vote.at(),
                vote.type(),
                vote.writer(),
                vote.correlation(),
                vote.packFingerprint(),
                body.put("reason", "another reason").build(),
                vote.previous(),
                vote.leafHash());
        Evidence evidence = SampleEvidence.spoilt(whole.with(forged));
        assertTrue(SampleEvidence.column(evidence, "Approvals", "Signature").contains("NOT VALID"));
        assertTrue(cover(evidence).contains("1 of 2 signatures hold"), cover(evidence));
    }

    @Test
    void entriesBehindTheCheckpointAreLeftAlone() {
        FrozenJournal journal = FrozenJournal.morning();
        List<JournalEntry> signed = journal.entries().subList(0, 40);
        Evidence evidence = SampleEvidence.of(journal, SampleRequest.of(signed, SampleEvidence.root(signed)));
        assertTrue(cover(evidence).contains("40 entries read, 0 gaps"), cover(evidence));
    }

    @Test
    void decisionsOutsideThePeriodAreLeftOut() {
        FrozenJournal journal = FrozenJournal.morning();
        EvidenceRequest request = SampleRequest.of(
                journal.entries(),
                SampleEvidence.root(journal.entries()),
                Instant.parse("2022-05-02T07:57:00Z"),
                Instant.parse("2022-05-02T07:57:30Z"));
        Evidence evidence = SampleEvidence.of(journal, request);
        assertEquals(List.of("W-1", "W-2"), SampleEvidence.column(evidence, "Decisions", "Basket"));
        assertTrue(cover(evidence).contains("| All of these | AGREES |"), cover(evidence));
    }

    @Test
    void provisionWithoutAControlHasARow() {
        Evidence evidence = SampleEvidence.morning();
        int gap = SampleEvidence.column(evidence, "Clause matrix", "Provision").indexOf("UK-RTS6 \"12\"");
        assertEquals(
                "", SampleEvidence.column(evidence, "Clause matrix", "Control").get(gap));
        assertEquals(
                "NOT EVIDENCED",
                SampleEvidence.column(evidence, "Clause matrix", "Verdict").get(gap));
    }

    @Test
    void provisionOutsideOfTheProfileIsCountedInANoteAlone() {
        Evidence evidence = SampleEvidence.morning();
        assertFalse(
                SampleEvidence.column(evidence, "Clause matrix", "Provision").contains("FCA-PRIN \"3\""));
        TableSheet matrix = (TableSheet) SampleEvidence.sheet(evidence, "Clause matrix");
        assertTrue(
                matrix.notes().stream().anyMatch(note -> note.contains("2 more provisions of the catalogue")),
                matrix.notes().toString());
    }

    @Test
    void provisionOfTheProfileThatTheCatalogueLacksIsSeen() throws JournalFailure {
        FrozenJournal journal = FrozenJournal.morning();
        EvidenceRequest request = SampleRequest.of(journal.entries(), SampleEvidence.root(journal.entries()));
        EvidenceRequest unknown = SampleRequest.withProfile(
                request,
                new CoverageProfile(
                        "odd",
                        "Odd",
                        "nobody",
                        "p-compliance",
                        List.of(new CoverageProfile.Row(new Citation("UK-RTS6", "99"), true)),
                        List.of()));
        Evidence evidence = SampleEvidence.of(journal, unknown);
        assertEquals(
                "NOT COMPLETE",
                SampleEvidence.column(evidence, "Provenance", "Complete").get(0));
    }

    @Test
    void unreadableEntryStopsTheWorkbook() {
        FrozenJournal whole = FrozenJournal.morning();
        JournalEntry made = whole.entries().get((int) index(whole, "decision.made"));
        JournalEntry empty = new JournalEntry(
                made.index(),
                made.at(),
                made.type(),
                made.writer(),
                made.correlation(),
                made.packFingerprint(),
                JsonObject.EMPTY,
                made.previous(),
                made.leafHash());
        EvidenceRequest request = SampleRequest.of(whole.entries(), SampleEvidence.root(whole.entries()));
        JournalFailure failure = assertThrows(
                JournalFailure.class,
                () -> EvidenceSheets.of(whole.with(empty), SampleCatalogue.few(), request, JdkKey.CHECK));
        assertEquals(JournalFailure.Kind.DAMAGED, failure.kind());
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.startsWith("entry " + made.index() + " of type `decision.made` cannot be read"), message);
    }

    private static long index(FrozenJournal journal, String type) {
        return journal.entries().stream()
                .filter(entry -> entry.type().equals(type))
                .findFirst()
                .orElseThrow()
                .index();
    }

    private static String cover(Evidence evidence) {
        try {
            return SheetText.of(SampleEvidence.sheet(evidence, "Cover"));
        } catch (JournalFailure impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
