package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.journal.export.Export;
import org.portcullis.journal.export.ExportCreated;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.journal.export.ExportSummary;
import org.portcullis.verifier.ExportVerdict;
import org.portcullis.verifier.ExportedPart;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verifier;

/** What is exported passes the stand-alone verifier, which shares no code with what writes it. */
class ExportTest {

    private static final long SEED = 20_220_502;
    private static final ExportScope ALL = new ExportScope.All();

    @TempDir
    Path directory;

    @Test
    void theWholeJournalIsValid() throws Exception {
        Path journal = DeskDay.journal(directory, DeskDay.records(6, SEED));
        ExportVerdict verdict = ExportFile.of(journal, ALL).verdict();
        assertEquals(Outcome.VALID, verdict.verdict().outcome(), verdict::text);
        assertEquals(0, part(verdict).withheld());
        assertEquals(part(verdict).size(), part(verdict).shown());
    }

    @Test
    void aDeskIsValidAndWhatIsWithheldIsCounted() throws Exception {
        Path journal = DeskDay.journal(directory, DeskDay.records(6, SEED));
        ExportVerdict verdict =
                ExportFile.of(journal, new ExportScope.Desk(DeskDay.RATES)).verdict();
        assertEquals(Outcome.VALID, verdict.verdict().outcome(), verdict::text);
        assertTrue(part(verdict).withheld() > 0, verdict::text);
        assertTrue(
                verdict.text()
                        .contains("withheld " + part(verdict).withheld() + " of "
                                + (part(verdict).to() - part(verdict).from())),
                verdict::text);
    }

    @Test
    void anExportOfADeskShowsNothingOfTheOther() throws Exception {
        Path journal = DeskDay.journal(directory, DeskDay.records(6, SEED));
        ExportFile export = ExportFile.of(journal, new ExportScope.Desk(DeskDay.RATES));
        assertFalse(String.join("\n", export.lines).contains(DeskDay.EQUITY));
        assertFalse(String.join("\n", export.lines).contains("S-2"));
    }

    @Test
    void everyCaseIsValidAndHasItsEntries() throws Exception {
        List<JournalRecord> records = DeskDay.records(9, SEED);
        Path journal = DeskDay.journal(directory, records);
        for (int number = 1; number <= 9; number++) {
            String id = "S-" + number;
            ExportVerdict verdict =
                    ExportFile.of(journal, new ExportScope.Case(id)).verdict();
            long own = records.stream()
                    .filter(record -> record.correlation().equals(id))
                    .count();
            assertEquals(Outcome.VALID, verdict.verdict().outcome(), verdict::text);
            assertEquals(own, part(verdict).shown(), verdict::text);
        }
    }

    @Test
    void randomPeriodsAreValid() throws Exception {
        List<JournalRecord> records = DeskDay.records(20, SEED);
        Path journal = DeskDay.journal(directory, records);
        Random random = new Random(SEED);
        for (int run = 0; run < 150; run++) {
            int from = random.nextInt(records.size() + 5) - 2;
            int to = from + 1 + random.nextInt(records.size());
            ExportScope period = new ExportScope.Period(
                    Optional.of(DeskDay.timeOf(from)).filter(at -> random.nextInt(8) > 0),
                    Optional.of(DeskDay.timeOf(to)).filter(at -> random.nextInt(8) > 0));
            ExportVerdict verdict = ExportFile.of(journal, period).verdict();
            assertEquals(
                    Outcome.VALID, verdict.verdict().outcome(), () -> "seed " + SEED + " " + period + verdict.text());
            assertEquals(0, part(verdict).withheld());
        }
    }

    @Test
    void randomJournalsAreValidInEveryScope() throws Exception {
        for (int run = 0; run < 12; run++) {
            long seed = SEED + run;
            Path journal = DeskDay.journal(directory.resolve("journal" + run), DeskDay.records(1 + 3 * run, seed));
            for (ExportScope scope : List.of(ALL, new ExportScope.Desk(DeskDay.RATES), new ExportScope.Case("S-1"))) {
                ExportVerdict verdict = ExportFile.of(journal, scope).verdict();
                assertEquals(Outcome.VALID, verdict.verdict().outcome(), () -> "seed " + seed + " " + verdict.text());
            }
        }
    }

    @Test
    void aPeriodWithoutEntriesIsShownToHaveNone() throws Exception {
        Path journal = DeskDay.journal(directory, gap());
        ExportScope period =
                new ExportScope.Period(Optional.of(DeskDay.timeOf(1_000)), Optional.of(DeskDay.timeOf(2_000)));
        ExportVerdict verdict = ExportFile.of(journal, period).verdict();
        assertEquals(Outcome.VALID, verdict.verdict().outcome(), verdict::text);
        assertEquals(part(verdict).from(), part(verdict).to());
    }

    @Test
    void aPeriodThatHidesItsLastEntryIsNotValid() throws Exception {
        Path journal = DeskDay.journal(directory, DeskDay.records(6, SEED));
        ExportFile export = ExportFile.of(
                journal, new ExportScope.Period(Optional.of(DeskDay.timeOf(8)), Optional.of(DeskDay.timeOf(20))));
        export.change(
                0,
                head -> ExportFile.with(
                        head,
                        "scope",
                        new ExportScope.Period(Optional.of(DeskDay.timeOf(8)), Optional.of(DeskDay.timeOf(30)))
                                .toJson()));
        export.sealed().assertIs(Outcome.TRUNCATED);
    }

    @Test
    void aDeskThatNobodyNamesHasNoExport() throws Exception {
        Path journal = DeskDay.journal(directory, DeskDay.records(2, SEED));
        Export export = Export.of(journal, new ExportScope.Desk("Metals"));
        assertThrows(Export.NothingToExport.class, () -> export.write(new ByteArrayOutputStream(), done -> {}));
    }

    @Test
    void theNextExportExtendsTheOneThatTheJournalRemembers() throws Exception {
        Path journal = DeskDay.journal(directory, DeskDay.records(3, SEED));
        ExportSummary first = Export.of(journal, ALL).write(new ByteArrayOutputStream(), done -> {});
        append(journal, new ExportCreated(first, "p-reid", "asked for by the regulator").at(DeskDay.timeOf(500)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportSummary second = Export.of(journal, ALL).write(out, done -> {});
        assertEquals(Optional.of(first.digest().value()), second.previous());
        ExportVerdict verdict = ExportFile.verdict(out.toByteArray());
        assertEquals(Outcome.VALID, verdict.verdict().outcome(), verdict::text);
    }

    @Test
    void theJournalThatRemembersAnExportIsValid() throws Exception {
        Path journal = DeskDay.journal(directory, DeskDay.records(3, SEED));
        ExportSummary first = Export.of(journal, ALL).write(new ByteArrayOutputStream(), done -> {});
        append(journal, new ExportCreated(first, "p-reid", "asked for by the regulator").at(DeskDay.timeOf(500)));
        assertEquals(
                Outcome.VALID,
                Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line())
                        .verify(journal)
                        .outcome());
    }

    @Test
    void aJournalThatIsOpenIsExportedUpToItsCheckpoint() throws Exception {
        try (FileJournal journal = FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW)) {
            journal.append(DeskDay.records(3, SEED));
            journal.publish();
            journal.append(List.of(Approval.at(DeskDay.timeOf(500), Scene.decision(7))));
            ExportVerdict verdict = ExportFile.of(directory, ALL).verdict();
            assertEquals(Outcome.VALID, verdict.verdict().outcome(), verdict::text);
        }
    }

    private static List<JournalRecord> gap() {
        List<JournalRecord> records = new ArrayList<>(DeskDay.records(3, SEED));
        records.add(Approval.at(DeskDay.timeOf(5_000), Scene.decision(7)));
        return records;
    }

    private static void append(Path directory, JournalRecord record) throws Exception {
        try (FileJournal journal = FileJournal.open(directory, Scene.JOURNAL_KEY, record.at())) {
            journal.append(List.of(record));
        }
    }

    private static ExportedPart part(ExportVerdict verdict) {
        return verdict.part().orElseThrow();
    }
}
