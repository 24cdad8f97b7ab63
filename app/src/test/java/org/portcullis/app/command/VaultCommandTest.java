package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.KeyFile;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.OpeningsFile;

/** A vault from the command line: people are added, listed, opened, handed out and erased. */
@Tag("long")
class VaultCommandTest {
    private static final String WHY = "left in 2019, asked by letter";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aPersonIsAddedListedAndOpened() {
        String robin = add("e1001", "Robin Hale");
        CommandLineFixture.Ran list = run("vault", "person", "list", "vault");
        assertEquals(0, list.status(), list::err);
        assertTrue(list.out().contains(robin + "  e1001  Robin Hale"), list::out);
        CommandLineFixture.Ran open = run("vault", "person", "open", "vault", "e1001");
        assertEquals(
                List.of(robin, "  id    e1001", "  name  Robin Hale"),
                open.out().lines().toList());
        assertEquals(open.out(), run("vault", "person", "open", "vault", robin).out());
    }

    @Test
    void aPersonIsAddedOnce() {
        String robin = add("e1001", "Robin Hale");
        CommandLineFixture.Ran again = run("vault", "person", "add", "vault", "--id", "e1001");
        assertEquals(2, again.status());
        assertEquals("portcullis: --id: the vault knows `e1001` as " + robin + " already\n", again.err());
    }

    @Test
    void anErasureIsRecordedAndLeavesAValidJournal() throws Exception {
        beginJournal();
        String robin = add("e1001", "Robin Hale", "--journal", "journal", "--journal-key", "journal.key");
        String officer = add("e1009", "Ada Flynn");
        assertEquals(List.of("journal.opened", "person.committed"), types());
        CommandLineFixture.Ran erased = erase("e1001", "e1009");
        assertEquals(0, erased.status(), erased::err);
        assertEquals("erased " + robin + ", entry 3\n", erased.out());
        assertEquals(List.of("journal.opened", "person.committed", "person.committed", "person.erased"), types());
        assertFalse(run("vault", "person", "list", "vault").out().contains("Robin"));
        CommandLineFixture.Ran words = run("vault", "person", "open", "vault", officer);
        assertTrue(words.out().contains(WHY), words::out);
        CommandLineFixture.Ran verified = run("verify", "journal", "--key", "journal/journal.vkey");
        assertEquals(0, verified.status(), verified::out);
    }

    @Test
    void whoIsErasedByNobodyElseStays() throws Exception {
        beginJournal();
        add("e1001", "Robin Hale");
        CommandLineFixture.Ran refused = erase("e1001", "e1001");
        assertEquals(1, refused.status());
        assertTrue(refused.out().contains("(no-second-person, entry 2)"), refused::out);
        assertTrue(run("vault", "person", "list", "vault").out().contains("Robin"));
    }

    @Test
    void anErasureIsNeverWithoutAJournal() {
        add("e1001", "Robin Hale");
        CommandLineFixture.Ran refused =
                run("vault", "person", "erase", "vault", "e1001", "--by", "e1009", "--reason", WHY);
        assertEquals(2, refused.status());
        assertTrue(refused.err().contains("an erasure is recorded first"), refused::err);
    }

    @Test
    void openingsAreHandedOutForChosenPeopleAlone() throws Exception {
        add("e1001", "Robin Hale");
        add("e1002", "Morgan Reid");
        CommandLineFixture.Ran ran = run("vault", "openings", "vault", "--for", "openings.json", "--person", "e1002");
        assertEquals("openings  1 in openings.json\n", ran.out(), ran::err);
        Path file = folder.resolve("openings.json");
        OpeningsFile handed = OpeningsFile.read(Files.readAllBytes(file));
        assertEquals(
                "Morgan Reid",
                handed.openings().firstEntry().getValue().person().orElseThrow().name());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                2,
                run("vault", "openings", "vault", "--for", "openings.json", "--person", "e1001")
                        .status(),
                "nothing is overwritten");
        assertEquals(2, run("vault", "openings", "vault", "--for", "all.json").status(), "nobody is chosen");
    }

    @Test
    void openingsOfACaseAreThoseOfItsEntries() throws Exception {
        assertEquals(0, run("demo", "--out", "demo").status());
        CommandLineFixture.Ran ran = run(
                "vault",
                "openings",
                "demo/vault",
                "--for",
                "case.json",
                "--journal",
                "demo/journal",
                "--case",
                "S-000009",
                "--json");
        JsonObject answer = ran.json();
        OpeningsFile handed = OpeningsFile.read(Files.readAllBytes(folder.resolve("case.json")));
        assertEquals(handed.openings().size(), answer.whole("openings"));
        assertEquals(
                List.of("rebalancing instruction seen and matched", "within the desk's mandate and liquidity"),
                handed.openings().values().stream()
                        .flatMap(opening -> opening.text().stream())
                        .sorted()
                        .toList());
        assertTrue(handed.openings().values().stream()
                .flatMap(opening -> opening.person().stream())
                .anyMatch(person -> person.name().equals("Morgan Reid")));
        assertEquals(
                2,
                run("vault", "openings", "demo/vault", "--for", "x.json", "--case", "S-9", "--journal", "demo/journal")
                        .status());
    }

    @Test
    void whatCannotRunSaysSo() {
        assertEquals(2, run("vault").status());
        assertEquals(2, run("vault", "person").status());
        CommandLineFixture.Ran nowhere = run("vault", "person", "list", "nowhere");
        assertEquals(2, nowhere.status());
        assertTrue(nowhere.err().contains("no vault is here"), nowhere::err);
        assertEquals(0, run("vault", "person", "add", "--help").status());
    }

    private String add(String id, String name, String... more) {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("vault", "person", "add", "vault", "--id", id, "--name", name),
                        java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        CommandLineFixture.Ran ran = run(arguments);
        assertEquals(0, ran.status(), ran::err);
        return ran.out().strip();
    }

    private CommandLineFixture.Ran erase(String person, String by) {
        return run(
                "vault",
                "person",
                "erase",
                "vault",
                person,
                "--by",
                by,
                "--reason",
                WHY,
                "--journal",
                "journal",
                "--journal-key",
                "journal.key");
    }

    private void beginJournal() throws Exception {
        Signer key = KeyFile.createUnencrypted(folder.resolve("journal.key"), "example.org/desk", new byte[32]);
        FileJournal.open(folder.resolve("journal"), key, Instant.parse("2026-11-23T08:00:00Z"))
                .close();
    }

    private List<String> types() throws Exception {
        return JournalDirectory.at(folder.resolve("journal")).entries().stream()
                .map(entry -> entry.type())
                .toList();
    }

    private CommandLineFixture.Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
