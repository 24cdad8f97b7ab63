package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.JsonObject;

/** Commands that write to a journal kept with a vault leave no id and no word of a person in any byte of it. */
class ConcealedCommandsTest {
    private static final String WHY_REVOKED = "left on the train to Leeds";
    private static final String WHY_EXPORTED = "asked for by the supervisor in May";
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void beginAJournalWithAVault() throws IOException {
        Files.writeString(folder.resolve("firm.yaml"), KeysCommandTest.FIRM);
        for (String name : List.of("desk", "k-1", "k-2", "k-3")) {
            done("keys", "new", name, "--out", name + ".key", "--unencrypted");
        }
        done(keys("enrol", "--begin", "--person", "p-reid", "--key", "k-1.key", "--second", "p-okafor"));
        done(keys(
                "enrol", "--person", "p-okafor", "--key", "k-2.key", "--second", "p-reid", "--second-key", "k-1.key"));
    }

    @Test
    void noByteOfTheJournalHasAnIdANameOrAWord() throws IOException {
        done(keys(
                "rotate",
                "--person",
                "p-okafor",
                "--key",
                "k-3.key",
                "--old-key",
                "k-2.key",
                "--second",
                "p-reid",
                "--second-key",
                "k-1.key"));
        revoke();
        export();
        String all = text(folder.resolve("journal")) + text(folder.resolve("out.jsonl"));
        assertTrue(all.contains("key.rotated") && all.contains("key.revoked") && all.contains("export.created"));
        for (String told : List.of("p-reid", "p-okafor", "Morgan", "Okafor", WHY_REVOKED, WHY_EXPORTED)) {
            assertFalse(all.contains(told), told);
        }
        Ran verified = run("verify", "journal", "--key", "journal/journal.vkey");
        assertEquals(0, verified.status(), verified::out);
    }

    @Test
    void theVaultShowsWhoTheyAreAndWhatTheyWrote() throws Exception {
        revoke();
        JsonObject key = run("keys", "list", "journal", "--vault", "vault", "--json")
                .json()
                .array("keys")
                .objects()
                .get(0);
        assertEquals("Morgan Reid", key.text("person"));
        assertEquals("Sam Okafor", key.text("revokedBy"));
        assertEquals(WHY_REVOKED, key.text("reason"));
        assertTrue(done("keys", "list", "journal", "--vault", "vault").out().contains("Sam Okafor"));
        assertFalse(done("keys", "list", "journal").out().contains("Okafor"));
    }

    @Test
    void anAttestationHasNoIdAndNoWordAndTheVaultShowsBoth() throws Exception {
        String deficiency = "Morgan has not rotated the founding key";
        done("report", "journal", "--out", "evidence.xlsx", "--vault", "vault");
        String[] draft = {
            "attest",
            "prepare",
            "journal",
            "--workbook",
            "evidence.xlsx",
            "--person",
            "p-reid",
            "--function",
            "SMF4",
            "--signing-key",
            "k-1.key",
            "--journal-key",
            "desk.key",
            "--deficiencies",
            deficiency,
            "--out",
            "statement.json"
        };
        Ran refused = run(draft);
        assertEquals(1, refused.status(), refused::err);
        String[] concealed =
                Stream.concat(Stream.of(draft), Stream.of("--vault", "vault")).toArray(String[]::new);
        assertTrue(done(concealed).out().contains("deficient   " + deficiency));
        String written = text(folder.resolve("journal")) + text(folder.resolve("statement.json"));
        for (String told : List.of("p-reid", "Morgan", "rotated the founding")) {
            assertFalse(written.contains(told), told);
        }
        assertTrue(done("attest", "show", "journal", "--vault", "vault").out().contains("Morgan Reid, SMF4"));
        assertTrue(done("attest", "show", "journal").out().contains("[withheld]"));
        Ran verified = run("verify", "journal", "--key", "journal/journal.vkey");
        assertEquals(0, verified.status(), verified::out);
    }

    @Test
    void withoutTheVaultNothingIsWritten() throws IOException {
        byte[] left = bytes();
        String refused =
                "portcullis: journal: keeps people as pseudonyms; name its vault with --vault DIR, so that no id and no"
                        + " word of a person is written into it\n";
        for (String[] command : List.of(
                clear("enrol", "--person", "p-okafor", "--key", "k-3.key", "--second", "p-reid"),
                clear("revoke", "k-1", "--by", "p-okafor", "--reason", WHY_REVOKED),
                exporting())) {
            Ran ran = run(command);
            assertEquals(2, ran.status(), ran::out);
            assertEquals(refused, ran.err());
        }
        assertArrayEquals(left, bytes());
        assertFalse(Files.exists(folder.resolve("out.jsonl")));
    }

    @Test
    void aRequestThatWasSignedWithAnIdIsNotApplied() {
        done("keys", "enrol", "--person", "p-okafor", "--key", "k-3.key", "--request", "clear.request");
        Ran ran = run(keys("enrol", "--apply", "clear.request", "--second", "p-reid", "--second-key", "k-1.key"));
        assertEquals(2, ran.status(), ran::out);
        assertTrue(ran.err().startsWith("portcullis: what was signed names people by their ids"), ran::err);
    }

    @Test
    void aVaultOfAnotherNameIsNotMade() {
        Ran ran = run(with(exporting(), "--vault", "valut"));
        assertEquals(2, ran.status(), ran::out);
        assertEquals("portcullis: valut: no vault is here\n", ran.err());
        Ran keys = run(with(clear("revoke", "k-1", "--by", "p-okafor", "--reason", "x"), "--vault", "valut"));
        assertEquals("portcullis: valut: no vault is here\n", keys.err());
        assertFalse(Files.exists(folder.resolve("valut")));
    }

    @Test
    void whoIsUnknownIsNotWrittenDown() {
        Ran ran = run(with(clear("revoke", "k-1", "--by", "p-nobody", "--reason", "x"), "--vault", "vault"));
        assertEquals("portcullis: the vault knows nobody with the id or pseudonym `p-nobody`\n", ran.err());
        done("vault", "person", "add", "vault", "--id", "e1001");
        Ran export = run(
                "export",
                "journal",
                "--out",
                "out.jsonl",
                "--journal-key",
                "desk.key",
                "--by",
                "e1001",
                "--reason",
                "x",
                "--vault",
                "vault");
        assertEquals(
                "portcullis: the journal does not know `e1001`; the engine records everybody of the vault when it next"
                        + " starts\n",
                export.err());
    }

    private void revoke() {
        done(keys("revoke", "k-1", "--by", "p-okafor", "--reason", WHY_REVOKED));
    }

    private void export() {
        done(with(exporting(), "--vault", "vault"));
    }

    private static String[] exporting() {
        return with(
                new String[] {"export", "journal", "--published", "--out", "out.jsonl"},
                "--journal-key",
                "desk.key",
                "--by",
                "p-reid",
                "--reason",
                WHY_EXPORTED);
    }

    private static String[] keys(String command, String... more) {
        return with(clear(command, more), "--vault", "vault");
    }

    private static String[] clear(String command, String... more) {
        return with(
                with(new String[] {"keys", command, "journal"}, more),
                "--journal-key",
                "desk.key",
                "--organisation",
                "firm.yaml");
    }

    private static String[] with(String[] first, String... more) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    private Ran done(String... arguments) {
        Ran ran = run(arguments);
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        return ran;
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }

    private byte[] bytes() throws IOException {
        return Files.readAllBytes(folder.resolve("journal/segments/0000000000000000.seg"));
    }

    /** Every byte as a character, with what is in base64 decoded behind it. */
    private static String text(Path of) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                all.append(raw);
                Matcher encoded = BASE64.matcher(raw);
                while (encoded.find()) {
                    all.append(decoded(encoded.group()));
                }
            }
        }
        return all.toString();
    }

    private static String decoded(String text) {
        String padded = text.replace("=", "");
        String whole = padded.substring(0, padded.length() / 4 * 4);
        return new String(Base64.getDecoder().decode(whole), StandardCharsets.ISO_8859_1);
    }
}
