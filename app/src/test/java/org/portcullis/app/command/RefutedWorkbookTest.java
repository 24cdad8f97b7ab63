package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.KeyFile;

/** A journal that does not verify, that has nothing in the period or that is of another policy gives a workbook that says so, and never a clean one. */
@Tag("long")
class RefutedWorkbookTest {
    private static final String SEGMENT = "segments/0000000000000000.seg";
    private static final String CLEAN = "every cell is what the journal gives";

    @TempDir
    private static Path folder = Path.of("");

    private static CommandLineFixture portcullis = new CommandLineFixture(folder);
    private static int copies;

    @BeforeAll
    static void playTheDemoOnce() {
        portcullis = new CommandLineFixture(folder);
        Ran ran = portcullis.run("demo", "--out", "demo");
        assertEquals(0, ran.status(), ran::err);
    }

    @Test
    void oneAlteredBitIsOnTheCoverAndAboveEverySheet() throws IOException {
        String journal = copied();
        byte[] bytes = Files.readAllBytes(folder.resolve(journal).resolve(SEGMENT));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve(journal).resolve(SEGMENT), bytes);
        Map<String, String> tabs = refuted(journal, "TAMPERED, entry ", "--from", "2022-05-02T00:00:00Z");
        assertTrue(tabs.size() > 20, tabs.keySet()::toString);
        tabs.forEach((name, text) -> assertTrue(text.contains("NOT VERIFIED. "), name));
    }

    @Test
    void aJournalThatWasCutIsNotVerified() throws IOException {
        String journal = copied();
        byte[] bytes = Files.readAllBytes(folder.resolve(journal).resolve(SEGMENT));
        Files.write(folder.resolve(journal).resolve(SEGMENT), Arrays.copyOf(bytes, bytes.length * 2 / 3));
        refuted(journal, "");
    }

    @Test
    void aJournalOfAnotherKeyIsNotVerified() throws IOException {
        Ran ran = run("demo", "--out", "other");
        assertEquals(0, ran.status(), ran::err);
        Map<String, String> tabs = refuted("demo/journal", "UNTRUSTED_KEY, ", "--key", "other/journal.vkey");
        assertTrue(tabs.size() > 20, tabs.keySet()::toString);
    }

    @Test
    void aJournalWithoutItsCheckpointIsNotVerified() throws IOException {
        String journal = copied();
        Files.delete(folder.resolve(journal).resolve("checkpoint"));
        String cover = cover(refuted(journal, ""));
        assertTrue(cover.contains("none can be read"), cover);
    }

    @Test
    void aJournalWithoutItsKeyIsNotVerified() throws IOException {
        String journal = copied();
        Files.delete(folder.resolve(journal).resolve("journal.vkey"));
        refuted(journal, "");
    }

    @Test
    void aJournalOfWhichNothingCanBeReadHasACoverAlone() throws IOException {
        String journal = copied();
        byte[] bytes = Files.readAllBytes(folder.resolve(journal).resolve(SEGMENT));
        bytes[0] ^= 1;
        Files.write(folder.resolve(journal).resolve(SEGMENT), bytes);
        assertEquals(1, refuted(journal, "").size());
    }

    @Test
    void aFolderWithoutAnythingOfAJournalGivesNoWorkbook() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        Ran ran = run("report", "empty", "--out", "empty.xlsx");
        assertEquals(2, ran.status(), () -> ran.out() + ran.err());
        assertTrue(Files.notExists(folder.resolve("empty.xlsx")));
    }

    @Test
    void aPeriodWithoutEntriesIsEmptyAndNothingIsMet() throws IOException {
        String out = name();
        Ran ran = run(
                "report",
                "demo/journal",
                "--out",
                out,
                "--from",
                "2024-01-01T00:00:00Z",
                "--to",
                "2024-02-01T00:00:00Z");
        assertEquals(1, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().contains("its cover says EMPTY PERIOD. The journal has no entry between"), ran::out);
        Map<String, String> tabs = WorkbookText.of(folder.resolve(out));
        String cover = cover(tabs);
        assertTrue(cover.contains("the journal runs from 2022-05-02T07:54:00Z (entry 0) to"), cover);
        assertFalse(cover.contains("AGREES"), cover);
        assertTrue(tabs.values().stream().noneMatch(text -> text.contains("\u25CF MET\n")), "a clause is met");
        Ran verified = verify(out, "demo/journal");
        assertEquals(0, verified.status(), () -> verified.out() + verified.err());
        assertTrue(verified.out().contains("its cover says EMPTY PERIOD."), verified::out);
    }

    @Test
    void aPolicyThatWasNotInForceDoesNotMatch() throws Exception {
        String out = name();
        Ran ran = run(
                "report",
                "demo/journal",
                "--out",
                out,
                "--policy-source",
                CommandLineFixture.HOME
                        .resolve("policies/packs/uk-algo-trading")
                        .toString());
        assertEquals(1, ran.status(), () -> ran.out() + ran.err());
        String cover = cover(WorkbookText.of(folder.resolve(out)));
        assertTrue(cover.contains("POLICY DOES NOT MATCH. Handed over was"), cover);
        Ran json = run("verify", "workbook", out, "--journal", "demo/journal", "--key", "demo/journal.vkey", "--json");
        assertEquals(0, json.status(), json::err);
        assertEquals(
                "POLICY_DOES_NOT_MATCH",
                json.json().array("reservations").objects().get(0).text("kind"));
    }

    @Test
    void aPolicyThatWasInForceMatches() throws IOException {
        String out = name();
        String policy =
                CommandLineFixture.INCIDENT.resolve("policies/repaired.policy").toString();
        Ran ran = run("report", "demo/journal", "--out", out, "--policy-source", policy);
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        String cover = cover(WorkbookText.of(folder.resolve(out)));
        assertTrue(cover.contains("every policy handed over has the fingerprint of one that was in force"), cover);
    }

    @Test
    void decisionsOfAPolicyThatTheJournalNeverPutInForceDoNotMatch() throws Exception {
        assertEquals(
                0,
                run("keys", "new", "forger", "--out", "forger.key", "--unencrypted")
                        .status());
        Path forged = folder.resolve("forged");
        List<JournalEntry> entries = new ArrayList<>();
        JournalDirectory.at(folder.resolve("demo/journal")).forEach(entries::add);
        try (FileJournal journal = FileJournal.open(
                forged,
                KeyFile.read(folder.resolve("forger.key"), file -> new char[0]),
                entries.get(0).at())) {
            for (JournalEntry entry : entries) {
                if (entry.type().startsWith("decision.") || entry.type().equals("submission.received")) {
                    journal.append(List.of(new JournalRecord(
                            entry.type(), entry.at(), entry.correlation(), entry.packFingerprint(), entry.body())));
                }
            }
        }
        String out = name();
        Ran ran = run("report", "forged", "--out", out);
        assertEquals(1, ran.status(), () -> ran.out() + ran.err());
        String cover = cover(WorkbookText.of(folder.resolve(out)));
        assertTrue(cover.contains("which this journal never put in force"), cover);
        assertFalse(cover.contains("AGREES"), cover);
    }

    @Test
    void aSoundCopyOfTheJournalDoesNotVerifyItsWorkbook() throws IOException {
        String journal = copied();
        Files.delete(folder.resolve(journal).resolve("checkpoint"));
        String out = name();
        assertEquals(1, run("report", journal, "--out", out).status());
        Ran ran = verify(out, "demo/journal");
        assertEquals(1, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("DIFFERS: the verdict on the journal"), ran::out);
    }

    /** Writes the workbook of a journal that does not verify, derives it again, and gives the texts of its tabs. */
    private static Map<String, String> refuted(String journal, String verdict, String... more) throws IOException {
        String out = name();
        String[] arguments = Stream.concat(Stream.of("report", journal, "--out", out), Stream.of(more))
                .toArray(String[]::new);
        Ran ran = run(arguments);
        assertEquals(1, ran.status(), () -> ran.out() + ran.err());
        assertTrue(
                ran.out().contains("its cover says NOT VERIFIED. The journal does not verify: " + verdict), ran::out);
        assertTrue(ran.err().contains("NOT VERIFIED"), ran::err);
        Map<String, String> tabs = WorkbookText.of(folder.resolve(out));
        String cover = cover(tabs);
        assertTrue(cover.contains("NOT VERIFIED. The journal does not verify: " + verdict), cover);
        assertFalse(cover.contains("AGREES"), cover);
        String key = List.of(more).contains("--key") ? more[1] : "demo/journal.vkey";
        Ran again = run("verify", "workbook", out, "--journal", journal, "--key", key);
        assertEquals(1, again.status(), () -> again.out() + again.err());
        assertTrue(again.out().startsWith("NOT VERIFIED: every cell is what can be read"), again::out);
        assertFalse(again.out().contains(CLEAN), again::out);
        return tabs;
    }

    private static String cover(Map<String, String> tabs) {
        return tabs.values().stream()
                .filter(text -> text.startsWith("Evidence workbook: "))
                .findFirst()
                .orElseThrow();
    }

    private static String name() {
        return "workbook-" + copies++ + ".xlsx";
    }

    private static Ran run(String... arguments) {
        return portcullis.run(arguments);
    }

    private static Ran verify(String workbook, String journal) {
        return run("verify", "workbook", workbook, "--journal", journal, "--key", "demo/journal.vkey");
    }

    private static String copied() throws IOException {
        String name = "copy-" + copies++;
        Path from = folder.resolve("demo/journal");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file, folder.resolve(name).resolve(from.relativize(file).toString()));
            }
        }
        return name;
    }
}
