package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.app.wiring.Secrets;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.KeyFile;

/** Keys are made, enrolled, rotated, revoked and listed; what goes wrong is one line. */
class KeysCommandTest {
    static final String FIRM = """
            format: "1"
            organisation: Example
            entities:
              - {id: e, name: Example Limited}
            locations:
              - {id: ldn, name: London, country: GB, calendar: XLON-EQ}
            desks:
              - {id: d, name: Delta 1, entity: e, location: ldn}
            roles: [Desk Head]
            people:
              - {id: p-reid, name: Morgan Reid, desk: d, roles: [Desk Head], from: 2015-03-16}
              - {id: p-okafor, name: Sam Okafor, desk: d, roles: [Desk Head], from: 2017-01-09}
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void threeKeys() throws IOException {
        Files.writeString(folder.resolve("firm.yaml"), FIRM);
        for (String name : List.of("desk", "reid", "okafor")) {
            assertEquals(
                    0,
                    run("keys", "new", name, "--out", name + ".key", "--unencrypted")
                            .status());
        }
    }

    @Test
    void aNewKeyIsEncryptedUnlessAskedOtherwise() throws IOException {
        Ran ran = typing(List.of("a secret of mine", "a secret of mine"), "keys", "new", "mine", "--out", "mine.key");
        assertEquals(0, ran.status(), ran.err());
        assertTrue(ran.out().startsWith("key mine is in mine.key, encrypted"), ran.out());
        assertTrue(Files.readString(folder.resolve("mine.key")).contains("BEGIN ENCRYPTED PRIVATE KEY"));
        assertFalse(ran.out().contains("secret"));
    }

    @Test
    void twoPassphrasesThatDifferMakeNoKey() {
        assertMistake(
                "the two passphrases differ; no key was made",
                typing(List.of("a secret of mine", "another one"), "keys", "new", "mine", "--out", "mine.key"));
        assertFalse(Files.exists(folder.resolve("mine.key")));
    }

    @Test
    void withNobodyToAskAPassphraseFileIsNeeded() {
        assertMistake(
                "mine.key: needs a passphrase, and nobody can be asked here; name a file with --passphrase-file",
                run("keys", "new", "mine", "--out", "mine.key"));
    }

    @Test
    void aPassphraseFileThatOthersMayReadIsRefused() throws IOException {
        Path file = folder.resolve("words");
        Files.writeString(file, "a secret of mine\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertMistake(
                "words: has permissions rw-r--r-- and only its owner may have any: chmod 600",
                run("keys", "new", "mine", "--out", "mine.key", "--passphrase-file", "words"));
    }

    @Test
    void aShortPassphraseIsRefused() {
        assertMistake(
                "a passphrase has at least 8 characters",
                typing(List.of("short", "short"), "keys", "new", "mine", "--out", "mine.key"));
    }

    @Test
    void aKeyIsNeverOverwritten() {
        assertMistake(
                "reid.key: is there already; a key is never overwritten",
                run("keys", "new", "reid", "--out", "reid.key", "--unencrypted"));
    }

    @Test
    void aNameWithWhiteSpaceIsRefused() {
        assertMistake(
                "journal name `a b` is empty or has white space or `+`",
                run("keys", "new", "a b", "--out", "mine.key", "--unencrypted"));
    }

    @Test
    void theFoundingKeyIsEnrolledAndTheNextOneIsConfirmed() {
        Ran first = founded();
        assertEquals(0, first.status(), first.err());
        assertEquals("entry 1: key reid of p-reid is enrolled, as a founding key\n", first.out());
        assertEquals(
                "entry 2: key okafor of p-okafor is enrolled\n", confirmed().out());
    }

    @Test
    void whatTheEngineRefusesIsRecordedAndStatusOne() {
        founded();
        Ran ran = run(enrol("okafor", "p-okafor", "p-reid"));
        assertEquals(1, ran.status());
        assertEquals(
                "refused: the second person must sign the confirmation, because another person has a key"
                        + " (no-confirmation, entry 2)\n",
                ran.out());
    }

    @Test
    void theAnswerForMachinesHasTheEntry() throws Exception {
        founded();
        String[] command = enrol("okafor", "p-okafor", "p-reid", "--second-key", "reid.key", "--json");
        assertEquals(2, run(command).json().whole("entry"));
        assertEquals("key-id-taken", run(command).json().text("why"));
    }

    @Test
    void aRequestThatSomebodyElseSignedIsNotConfirmed() throws IOException {
        run("keys", "enrol", "--person", "p-okafor", "--key", "okafor.key", "--request", "a.request");
        run("keys", "enrol", "--person", "p-reid", "--key", "okafor.key", "--request", "b.request");
        String mine = Files.readString(folder.resolve("a.request"));
        String other = Files.readString(folder.resolve("b.request"));
        String signature = other.substring(other.indexOf("\"signatures\""));
        Files.writeString(
                folder.resolve("forged.request"), mine.substring(0, mine.indexOf("\"signatures\"")) + signature);
        Ran ran = run(
                "keys",
                "enrol",
                "--confirm",
                "forged.request",
                "--second",
                "p-reid",
                "--second-key",
                "reid.key",
                "--out",
                "c.confirmation");
        assertEquals(1, ran.status());
        assertFalse(Files.exists(folder.resolve("c.confirmation")));
    }

    @Test
    void anotherFileIsNoRequest() {
        assertMistake("firm.yaml: is not a request for a key", run("keys", "enrol", "--confirm", "firm.yaml"));
    }

    @Test
    void oneOfThreeThingsIsAskedFor() {
        assertMistake(
                "name the JOURNAL, or ask with --request FILE, or confirm with --confirm FILE", run("keys", "enrol"));
        assertMistake(
                "name the JOURNAL, or ask with --request FILE, or confirm with --confirm FILE",
                run("keys", "rotate", "--request", "a", "--confirm", "b"));
    }

    @Test
    void noJournalIsBegunByMistake() {
        assertMistake(
                "journl: no such journal; --begin begins one",
                run(
                        "keys",
                        "enrol",
                        "journl",
                        "--person",
                        "p-reid",
                        "--key",
                        "reid.key",
                        "--second",
                        "p-okafor",
                        "--journal-key",
                        "desk.key",
                        "--organisation",
                        "firm.yaml"));
        assertFalse(Files.exists(folder.resolve("journl")));
    }

    @Test
    void aJournalThatIsOpenElsewhereIsLeftAlone() throws Exception {
        founded();
        try (FileJournal open = FileJournal.open(
                folder.resolve("journal"),
                KeyFile.read(folder.resolve("desk.key")),
                Instant.parse("2026-11-23T09:00:00Z"))) {
            open.publish();
            assertMistake(
                    "journal `" + folder.resolve("journal") + "` is already open",
                    run(enrol("okafor", "p-okafor", "p-reid", "--second-key", "reid.key")));
        }
    }

    @Test
    void anotherKeyIsNotTheJournals() {
        founded();
        Ran ran = run(
                "keys",
                "revoke",
                "journal",
                "reid",
                "--by",
                "p-okafor",
                "--reason",
                "lost",
                "--journal-key",
                "okafor.key",
                "--organisation",
                "firm.yaml");
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("belongs to key `desk+"), ran.err());
    }

    @Test
    void aStrangerRevokesNothing() {
        founded();
        assertMistake(
                "--by: nobody with the id `p-nobody` works there today",
                run(
                        "keys",
                        "revoke",
                        "journal",
                        "reid",
                        "--by",
                        "p-nobody",
                        "--reason",
                        "lost",
                        "--journal-key",
                        "desk.key",
                        "--organisation",
                        "firm.yaml"));
    }

    @Test
    void aRotatedKeyOverlapsAndIsRetired() throws Exception {
        founded();
        confirmed();
        run("keys", "new", "next", "--out", "next.key", "--unencrypted");
        Ran ran = run(
                "keys",
                "rotate",
                "journal",
                "--person",
                "p-okafor",
                "--key",
                "next.key",
                "--old-key",
                "okafor.key",
                "--second",
                "p-reid",
                "--second-key",
                "reid.key",
                "--journal-key",
                "desk.key",
                "--organisation",
                "firm.yaml");
        assertEquals(
                "entry 3: key next of p-okafor is enrolled in place of okafor, which is in force until"
                        + " 2026-11-30T09:00:00Z\n",
                ran.out());
        assertEquals(List.of("in-force", "overlapping", "in-force"), states("2026-11-30T09:00:00Z"));
        assertEquals(List.of("in-force", "retired", "in-force"), states("2026-11-30T09:00:01Z"));
        assertEquals(List.of("in-force", "in-force"), states("2"));
        assertEquals(List.of(), states("0"));
    }

    @Test
    void aKeyIsNotReplacedByOneOfItsOwnName() {
        assertMistake(
                "a new key has a name of its own, and names have at most 200 characters; nothing was asked for",
                run(
                        "keys",
                        "rotate",
                        "--person",
                        "p-reid",
                        "--key",
                        "reid.key",
                        "--old-key",
                        "reid.key",
                        "--request",
                        "a.request"));
    }

    @Test
    void keysAreNotListedOfAJournalThatDoesNotVerify() throws IOException {
        founded();
        Path segment = folder.resolve("journal/segments/0000000000000000.seg");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[200] ^= 1;
        Files.write(segment, bytes);
        Ran ran = run("keys", "list", "journal");
        assertEquals(1, ran.status());
        assertTrue(ran.err().contains("no keys are listed of a journal that does not verify"), ran.err());
    }

    @Test
    void aPlaceThatIsNoneIsOneLine() {
        founded();
        assertMistake(
                "--at: `tomorrow` is no entry's number and no time such as 2026-11-23T09:00:00Z",
                run("keys", "list", "journal", "--at", "tomorrow"));
    }

    @Test
    void withoutAnAgentThereIsNoKeyOfIt() {
        assertMistake(
                "there is no SSH agent: set SSH_AUTH_SOCK, or name it with --ssh-agent",
                run("keys", "enrol", "--person", "p-reid", "--key", "agent:reid", "--request", "a.request"));
    }

    @Test
    void everyCommandHasHelp() {
        for (String command : List.of("new", "enrol", "rotate", "revoke", "list")) {
            Ran ran = run("keys", command, "--help");
            assertEquals(0, ran.status());
            assertTrue(ran.out().contains("portcullis keys " + command), ran.out());
        }
        assertEquals(2, run("keys").status());
        assertTrue(run("keys", "new").err().contains("see `portcullis keys new --help`"));
    }

    private Ran founded() {
        return run(enrol("reid", "p-reid", "p-okafor", "--begin"));
    }

    private Ran confirmed() {
        return run(enrol("okafor", "p-okafor", "p-reid", "--second-key", "reid.key"));
    }

    private List<String> states(String at) throws Exception {
        return run("keys", "list", "journal", "--json", "--at", at).json().array("keys").objects().stream()
                .sorted((one, other) -> Long.compare(one.whole("begun"), other.whole("begun")))
                .map(key -> key.text("state"))
                .toList();
    }

    private static String[] enrol(String key, String person, String second, String... more) {
        List<String> command = new ArrayList<>(
                List.of("keys", "enrol", "journal", "--person", person, "--key", key + ".key", "--second", second));
        command.addAll(List.of("--journal-key", "desk.key", "--organisation", "firm.yaml"));
        command.addAll(List.of(more));
        return command.toArray(String[]::new);
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }

    private Ran typing(List<String> words, String... arguments) {
        ArrayDeque<String> left = new ArrayDeque<>(words);
        Secrets secrets =
                new Secrets(question -> Optional.ofNullable(left.poll()).map(String::toCharArray), Optional.empty());
        return new CommandLineFixture(folder, new SecureRandom(), secrets).run(arguments);
    }

    private static void assertMistake(String line, Ran ran) {
        assertEquals("portcullis: " + line + "\n", ran.err());
        assertEquals(2, ran.status());
    }
}
