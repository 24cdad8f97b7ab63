package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.KeyFile;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;
import org.portcullis.verifier.ExportVerdict;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Exports from the command line: what they say, what they refuse, and that they never leave half a file. */
class ExportCommandTest {
    private static final Instant DAY = Instant.parse("2026-11-20T09:00:00Z");
    private static final String NAME = "example.org/desk";
    private static final byte[] SEED = new byte[Ed25519Signer.SEED_BYTES];
    private static final Signer KEY = Ed25519Signer.ofSeed(NAME, SEED);

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void writeJournalAndKey() throws Exception {
        try (FileJournal journal = FileJournal.open(folder.resolve("journal"), KEY, DAY)) {
            for (int number = 1; number <= 6; number++) {
                String id = "S-" + number;
                String desk = number % 2 == 0 ? "Rates" : "Equity";
                journal.append(List.of(new JournalRecord(
                        "submission.received",
                        DAY.plusSeconds(60L * number),
                        id,
                        "",
                        JsonObject.of("desk", desk, "submission", id))));
            }
        }
        KeyFile.createUnencrypted(folder.resolve("journal.key"), NAME, SEED);
    }

    @Test
    void everyScopeGivesAFileThatVerifies() throws Exception {
        export("--out", "all.jsonl");
        export("--out", "desk.jsonl", "--desk", "Rates");
        export("--out", "case.jsonl", "--case", "S-3");
        export("--out", "from.jsonl", "--from", "2026-11-20T09:03:00Z");
        export("--out", "to.jsonl", "--to", "2026-11-20T09:03:00Z");
        for (String file : List.of("all", "desk", "case", "from", "to")) {
            ExportVerdict verdict = verdict(file + ".jsonl");
            assertTrue(verdict.isValid(), verdict::text);
        }
    }

    @Test
    void theAnswerSaysWhatIsWithheld() {
        assertTrue(export("--out", "desk.jsonl", "--desk", "Rates")
                .out()
                .startsWith("desk.jsonl: shown 3, withheld 2 of 5 entries, 1 around them\ndigest  sha256:"));
    }

    @Test
    void theAnswerForProgramsIsTheSame() throws Exception {
        JsonObject answer =
                export("--out", "desk.jsonl", "--desk", "Rates", "--json").json();
        assertEquals(3, answer.whole("shown"));
        assertEquals(2, answer.whole("withheld"));
        assertEquals("Rates", answer.object("scope").text("desk"));
        assertEquals(
                answer.text("digest"),
                verdict("desk.jsonl").part().orElseThrow().digest());
    }

    @Test
    void theJournalRemembersAnExportAndTheNextExtendsIt() throws Exception {
        String[] remembered = {"--journal-key", "journal.key", "--by", "p-reid", "--reason", "asked for by the FCA"};
        JsonObject first = JsonReader.readObject(
                export(with(remembered, "--out", "first.jsonl", "--json")).out().getBytes(StandardCharsets.UTF_8));
        JsonObject second =
                export(with(remembered, "--out", "second.jsonl", "--json")).json();
        assertEquals(first.text("digest"), second.text("previous"));
        assertEquals(first.whole("size") + 1, second.whole("size"));
        assertTrue(Files.readString(folder.resolve("second.jsonl")).contains("export.created"));
        Verdict verdict = Verifier.trusting(key()).verify(folder.resolve("journal"));
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(folder.resolve("there.jsonl"), "kept");
        Ran ran = run("--out", "there.jsonl");
        assertEquals(2, ran.status());
        assertEquals("kept", Files.readString(folder.resolve("there.jsonl")));
    }

    @Test
    void aJournalWhoseTilesWereAlteredLeavesNoFile() throws Exception {
        Path tile;
        try (Stream<Path> files = Files.walk(folder.resolve("journal/tile/0"))) {
            tile = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(tile);
        bytes[40] ^= 1;
        Files.write(tile, bytes);
        Ran ran = run("--out", "none.jsonl");
        assertEquals(1, ran.status(), ran::err);
        assertEquals(1, ran.err().lines().count(), ran::err);
        assertFalse(Files.exists(folder.resolve("none.jsonl")));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".tmp")));
        }
    }

    @Test
    void theEntriesAloneAreTheLinesOfTheJournal() throws Exception {
        Ran ran = run("--jsonl");
        assertEquals(0, ran.status(), ran::err);
        assertEquals(7, ran.out().lines().count());
        for (String line : ran.out().lines().toList()) {
            assertTrue(
                    JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)).has("seq"));
        }
    }

    @Test
    void theEntriesAloneGoToAFileToo() throws IOException {
        assertEquals(
                "entries.jsonl: 7 entries\n",
                run("--jsonl", "--out", "entries.jsonl").out());
        assertEquals(run("--jsonl").out(), Files.readString(folder.resolve("entries.jsonl")));
        assertEquals(2, run("--jsonl", "--out", "entries.jsonl").status());
    }

    @Test
    void whatCannotBeExportedGetsOneLine() throws IOException {
        Files.writeString(folder.resolve("other.txt"), "no export\n");
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("--out", "x", "--desk", "Metals"),
                List.of("--out", "x", "--case", "S-99"),
                List.of("--out", "x", "--desk", "Rates", "--case", "S-1"),
                List.of("--out", "x", "--from", "2026-11-20T09:03:00Z", "--to", "2026-11-20T09:03:00Z"),
                List.of("--out", "x", "--previous", "nowhere.jsonl"),
                List.of("--out", "x", "--previous", "other.txt"),
                List.of("--out", "x", "--journal-key", "journal.key"),
                List.of("--out", "x", "--journal-key", "other.txt", "--by", "p-reid", "--reason", "none"),
                List.of("--jsonl", "--desk", "Rates"))) {
            Ran ran = run(wrong.toArray(new String[0]));
            assertEquals(2, ran.status(), wrong::toString);
            assertEquals(1, ran.err().lines().count(), ran::err);
            assertEquals("", ran.out(), wrong::toString);
            assertFalse(Files.exists(folder.resolve("x")), wrong::toString);
        }
        assertEquals(
                2,
                new CommandLineFixture(folder)
                        .run("export", "nowhere", "--out", "x")
                        .status());
    }

    private Ran export(String... arguments) {
        Ran ran = run(arguments);
        assertEquals(0, ran.status(), ran::err);
        return ran;
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(with(new String[] {"export", "journal"}, arguments));
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private ExportVerdict verdict(String file) throws IOException {
        return Verifier.trusting(key()).verifyExport(folder.resolve(file));
    }

    private String key() throws IOException {
        return Files.readString(folder.resolve("journal/journal.vkey"));
    }
}
