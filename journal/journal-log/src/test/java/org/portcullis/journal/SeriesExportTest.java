package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.journal.export.Export;
import org.portcullis.journal.export.ExportCreated;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.journal.export.ExportSummary;
import org.portcullis.journal.export.PreviousExport;
import org.portcullis.journal.export.SeriesExport;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.SeriesExportVerdict;
import org.portcullis.verifier.Verifier;
import org.portcullis.verifier.VerifierMain;

/** Exports of a series of three months, in which a hold of May is signed in June and July; and what is missing in them. */
class SeriesExportTest {

    private static final List<String> MONTHS = List.of("2022-05", "2022-06", "2022-07");

    @TempDir
    Path folder;

    @BeforeEach
    void writeThreeMonths() throws Exception {
        SeriesVerifierTest.write(folder.resolve("series"));
    }

    @Test
    void everyScopeIsValidUnderTheKeyOfEachShard() throws Exception {
        for (ExportScope scope : List.of(
                new ExportScope.All(),
                new ExportScope.Case("S-1"),
                new ExportScope.Period(Optional.of(SeriesVerifierTest.JULY), Optional.empty()))) {
            Path export = export(scope);
            assertEquals(MONTHS, months(export));
            for (String month : MONTHS) {
                SeriesExportVerdict verdict = verify(export, month);
                assertEquals(Outcome.VALID, verdict.verdict().outcome(), verdict::text);
                assertEquals(2, verdict.verdict().counts().votes());
            }
        }
    }

    @Test
    void aPeriodEndsWithTheShardInWhichItEnds() throws Exception {
        Map<String, List<String>> ends = Map.of(
                "2022-05-20T00:00:00Z", MONTHS.subList(0, 1),
                "2022-05-31T23:59:59Z", MONTHS.subList(0, 1),
                "2022-05-31T23:59:59.000000001Z", MONTHS.subList(0, 2),
                "2022-06-20T00:00:00Z", MONTHS.subList(0, 2),
                "2022-07-20T00:00:00Z", MONTHS);
        for (Map.Entry<String, List<String>> end : ends.entrySet()) {
            Path export = export(new ExportScope.Period(Optional.empty(), Optional.of(Instant.parse(end.getKey()))));
            assertEquals(end.getValue(), months(export), end.getKey());
            assertOutcome(Outcome.VALID, export);
            int last = end.getValue().size() - 1;
            if (last > 0) {
                Files.delete(export.resolve(end.getValue().get(last) + ".jsonl"));
                assertOutcome(Outcome.TRUNCATED, export);
            }
        }
    }

    @Test
    void aMissingShardIsTruncated() throws Exception {
        for (String month : MONTHS) {
            Path export = export(new ExportScope.Case("S-1"));
            Files.delete(export.resolve(month + ".jsonl"));
            assertOutcome(Outcome.TRUNCATED, export);
        }
    }

    @Test
    void shardsOfDifferentScopesAreTampered() throws Exception {
        Path whole = export(new ExportScope.All());
        Path part = export(new ExportScope.Case("S-1"));
        Files.copy(
                part.resolve("2022-06.jsonl"),
                Files.createDirectory(folder.resolve("mixed")).resolve("2022-06.jsonl"));
        for (String month : List.of("2022-05", "2022-07")) {
            Files.copy(whole.resolve(month + ".jsonl"), folder.resolve("mixed").resolve(month + ".jsonl"));
        }
        assertOutcome(Outcome.TAMPERED, folder.resolve("mixed"));
    }

    @Test
    void aShardThatTheNextOneDoesNotNameIsAFork() throws Exception {
        Path export = export(new ExportScope.All());
        Path june = folder.resolve("june");
        try (JournalSeries series = SeriesVerifierTest.open(june, Scene.NOW)) {
            series.append(Approval.decided());
            series.append(Approval.at(Instant.parse("2022-06-01T00:00:00Z"), Scene.decision(0)));
        }
        Path second = SeriesExportTest.export(june, new ExportScope.All(), folder.resolve("second"), Map.of());
        Files.delete(export.resolve("2022-05.jsonl"));
        Files.copy(second.resolve("2022-05.jsonl"), export.resolve("2022-05.jsonl"));
        assertOutcome(Outcome.FORKED, export);
    }

    @Test
    void aShardUnderTheNameOfAnotherMonthIsTampered() throws Exception {
        Path export = export(new ExportScope.All());
        Files.move(export.resolve("2022-05.jsonl"), export.resolve("2022-04.jsonl"));
        assertOutcome(Outcome.TAMPERED, export);
    }

    @Test
    void aKeyOfNoShardIsNotTrusted() throws Exception {
        Path export = export(new ExportScope.All());
        String key =
                VerifierKey.of(Scene.signer("example.org/desk/2022-05", 99)).line();
        assertEquals(
                Outcome.UNTRUSTED_KEY,
                Verifier.trusting(key).verifySeriesExport(export).verdict().outcome());
    }

    @Test
    void anEarlierExportIsExtendedShardByShard() throws Exception {
        Path first = export(new ExportScope.All());
        try (JournalSeries series = SeriesVerifierTest.open(folder.resolve("series"), SeriesVerifierTest.JULY)) {
            series.append(Approval.at(SeriesVerifierTest.JULY, Scene.decision(0)));
        }
        Map<String, PreviousExport> before = new HashMap<>();
        for (String month : MONTHS) {
            before.put(month, PreviousExport.read(first.resolve(month + ".jsonl")));
        }
        Path second = export(folder.resolve("series"), new ExportScope.Case("S-1"), folder.resolve("next"), before);
        assertOutcome(Outcome.VALID, second);
        String key = folder.resolve("series/2022-05/journal.vkey").toString();
        assertTrue(ask(0, "--export", second.toString(), "--key", key, "--earlier", first.toString())
                .startsWith("VALID"));
        assertTrue(ask(1, "--export", first.toString(), "--key", key, "--earlier", second.toString())
                .startsWith("TRUNCATED"));
    }

    @Test
    void theSeriesRemembersTheExportOfEachShardInItsNewestOne() throws Exception {
        Map<String, ExportSummary> summaries = SeriesExport.of(
                        JournalFolder.at(folder.resolve("series")), new ExportScope.All())
                .write(month -> new ByteArrayOutputStream(), done -> {});
        try (JournalSeries series = SeriesVerifierTest.open(folder.resolve("series"), SeriesVerifierTest.JULY)) {
            series.append(summaries.values().stream()
                    .map(summary -> new ExportCreated(summary, "p-alice", "asked for").at(SeriesVerifierTest.AUGUST))
                    .toList());
        }
        Map<String, ExportSummary> next = SeriesExport.of(
                        JournalFolder.at(folder.resolve("series")), new ExportScope.All())
                .write(month -> new ByteArrayOutputStream(), done -> {});
        assertEquals(List.of("2022-05", "2022-06", "2022-07", "2022-08"), List.copyOf(next.keySet()));
        for (String month : MONTHS) {
            assertEquals(
                    Optional.of(of(month, summaries).digest().value()),
                    of(month, next).previous(),
                    month);
        }
        assertEquals(Optional.empty(), of("2022-08", next).previous());
        assertOutcome(Outcome.VALID, export(new ExportScope.Case("S-1")));
    }

    @Test
    void questionsAreAnsweredFromAnExportToo() throws Exception {
        Path export = export(new ExportScope.Case("S-1"));
        String key = folder.resolve("series/2022-07/journal.vkey").toString();
        String answer = ask(0, "--export", export.toString(), "--key", key, "--approval", "H-1");
        assertTrue(answer.contains("\nentry 2022-05/4, "), answer);
        assertTrue(answer.contains("\nentry 2022-06/1, "), answer);
        assertTrue(answer.contains("\nentry 2022-07/2, "), answer);
        assertTrue(ask(0, "--export", export.toString(), "--key", key, "--entry-index", "2022-06/1")
                .contains("\nassured: durable, published\n"));
        assertEquals("", ask(2, "--export", export.toString(), "--key", key, "--entry-index", "1"));
        assertTrue(
                ask(0, "--export", export.toString(), "--key", key, "--json").contains("\"exports\":[{\"context\":"));
        assertEquals("", ask(2, "--export", folder.toString(), "--key", key));
    }

    @Test
    void aCaseThatIsNowhereIsNotExported() {
        assertThrows(Export.NothingToExport.class, () -> export(new ExportScope.Case("S-9")));
    }

    private Path export(ExportScope scope) throws Exception {
        return export(folder.resolve("series"), scope, Files.createTempDirectory(folder, "export"), Map.of());
    }

    private static Path export(Path series, ExportScope scope, Path target, Map<String, PreviousExport> before)
            throws Exception {
        Files.createDirectories(target);
        SeriesExport export = SeriesExport.of(JournalFolder.at(series), scope);
        (before.isEmpty() ? export : export.extending(before))
                .write(month -> Files.newOutputStream(target.resolve(month + ".jsonl")), done -> {});
        return target;
    }

    private static ExportSummary of(String month, Map<String, ExportSummary> summaries) {
        return Optional.ofNullable(summaries.get(month)).orElseThrow();
    }

    private static List<String> months(Path export) throws IOException {
        try (Stream<Path> files = Files.list(export)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .map(name -> name.substring(0, name.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    private SeriesExportVerdict verify(Path export, String month) throws Exception {
        String key = Files.readString(folder.resolve("series").resolve(month).resolve("journal.vkey"));
        return Verifier.trusting(key).verifySeriesExport(export);
    }

    private void assertOutcome(Outcome expected, Path export) throws Exception {
        String key = Files.readString(folder.resolve("series/2022-05/journal.vkey"));
        SeriesExportVerdict verdict = Verifier.trusting(key).verifySeriesExport(export);
        assertEquals(expected, verdict.verdict().outcome(), verdict::text);
    }

    private static String ask(int status, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int ran = VerifierMain.run(List.of(arguments), stream(out), stream(err));
        assertEquals(status, ran, out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
