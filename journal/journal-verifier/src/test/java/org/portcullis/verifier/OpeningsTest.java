package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads openings that were handed over, well and ill. */
class OpeningsTest {

    private static final Path JOURNAL = Resources.at("/journals/approved");
    private static final String SALT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String ROBIN = "{\"id\":\"e1001\",\"name\":\"Robin \\\"R\\\" H\u00e5le\"}";
    private static final String WORDS = "{\"text\":\"a\\tb\\u0001\\\\\"}";

    @TempDir
    Path directory;

    @Test
    void aPersonIsNamed() throws Exception {
        String commitment = commitment(SALT, "person", ROBIN);
        Openings openings = read(opening(commitment, SALT, "person", ROBIN));
        assertEquals(
                Optional.of("Robin \"R\" H\u00e5le (e1001)"),
                openings.find(commitment, Openings.Kind.PERSON).map(Openings.Opening::words));
        assertEquals(Optional.empty(), openings.find(commitment, Openings.Kind.TEXT));
    }

    @Test
    void aTextIsRead() throws Exception {
        String commitment = commitment(SALT, "text", WORDS);
        assertEquals(
                Optional.of("a\tb\u0001\\"),
                read(opening(commitment, SALT, "text", WORDS))
                        .find(commitment, Openings.Kind.TEXT)
                        .map(Openings.Opening::words));
    }

    @Test
    void aPersonMayHaveNoName() throws Exception {
        String commitment = commitment(SALT, "person", "{\"id\":\"e7\"}");
        read(opening(commitment, SALT, "person", "{\"id\":\"e7\"}"));
    }

    @Test
    void whatDoesNotOpenIsTamperedAndNamed() {
        String commitment = commitment(SALT, "person", ROBIN);
        assertRejected(
                Outcome.TAMPERED,
                "the opening of `" + commitment + "` does not open: its salt, type and value give another digest",
                opening(commitment, SALT, "person", "{\"id\":\"e1002\"}"));
        assertRejected(
                Outcome.TAMPERED,
                "the opening of `" + commitment + "` does not open: its salt, type and value give another digest",
                opening(commitment, "AQ" + SALT.substring(2), "person", ROBIN));
    }

    @Test
    void saltsOfAnotherSizeOrSpellingAreIllFormed() {
        for (String salt : List.of("", "AAAA", SALT.substring(1), "AAAA" + SALT, SALT.replace("A=", "B="), "*")) {
            String commitment = commitment(salt, "text", WORDS);
            assertRejected(
                    Outcome.ILL_FORMED,
                    "the opening of `" + commitment + "` has a salt that is not the base64 of 32 bytes",
                    opening(commitment, salt, "text", WORDS));
        }
    }

    @Test
    void otherTypesAndValuesAreIllFormed() {
        for (String[] wrong : new String[][] {
            {"order", WORDS},
            {"person", WORDS},
            {"text", ROBIN},
            {"text", "{\"text\":1}"},
            {"text", "\"words\""},
            {"person", "{\"id\":\"e7\",\"name\":\"K\",\"text\":\"x\"}"},
            {"person", "{\"id\":\"e7\",\"name\":1}"},
        }) {
            String commitment = commitment(SALT, wrong[0], wrong[1]);
            assertRejected(
                    Outcome.ILL_FORMED,
                    "the opening of `" + commitment + "` is neither of a person nor of a text, or has another form",
                    opening(commitment, SALT, wrong[0], wrong[1]));
        }
    }

    @Test
    void onlyTheCanonicalFormIsRead() {
        String good = opening(commitment(SALT, "text", WORDS), SALT, "text", WORDS);
        for (String text : List.of(
                "",
                "[]",
                "{\"openings\":{}}",
                "{\"openings\":[]} ",
                "{\"openings\":[],\"more\":[]}",
                "{\"openings\": []}",
                "{\"openings\":[" + good.replace("\\t", "\\u0009") + "]}",
                "{\"openings\":[" + good.replace("\"type\"", "\"extra\":1,\"type\"") + "]}",
                "{\"openings\":[" + good.replace("sha256:", "sha1:") + "]}",
                "{\"openings\":[" + good + "," + good + "]}")) {
            Rejection rejection = assertThrows(Rejection.class, () -> Openings.read(bytes(text), "f"), text);
            assertEquals(Outcome.ILL_FORMED, rejection.outcome(), text);
        }
    }

    @Test
    void wrongOpeningsEndWithOneAndNameTheFileAndTheCommitment() throws Exception {
        String commitment = commitment(SALT, "person", ROBIN);
        Path file = file("{\"openings\":[" + opening(commitment, SALT, "person", "{\"id\":\"x\"}") + "]}");
        String text = run(1, JOURNAL.toString(), "--openings", file.toString());
        assertTrue(
                text.startsWith("TAMPERED: file `openings.json`: the opening of `" + commitment
                        + "` does not open: its salt, type and value give another digest; the journal itself holds\n"),
                text);
        String json = run(1, JOURNAL.toString(), "--openings", file.toString(), "--json");
        assertTrue(json.contains("\"file\":\"openings.json\",") && json.contains("\"outcome\":\"TAMPERED\""), json);
    }

    @Test
    void whatIsWrongWithTheJournalIsSaidFirst() throws Exception {
        Path file = file("nothing");
        String text = run(1, directory.toString(), "--openings", file.toString());
        assertTrue(text.startsWith("TRUNCATED: "), text);
    }

    @Test
    void anOpeningOfSomethingElseIsNamedAndCountsForNothing() throws Exception {
        String commitment = commitment(SALT, "person", ROBIN);
        Path file = file("{\"openings\":[" + opening(commitment, SALT, "person", ROBIN) + "]}\n");
        String text = run(0, JOURNAL.toString(), "--openings", file.toString());
        assertTrue(
                text.endsWith("openings: 1 given, they open 0 people and 0 texts; 1 open nothing here\n"
                        + "people: 0 committed, 0 opened, 0 withheld, 0 erased\n"
                        + "opening " + commitment + ": nothing here carries this commitment\n"),
                text);
    }

    @Test
    void oneEntryWithItsProofTakesNoOpenings() throws Exception {
        String key = JOURNAL.resolve("journal.vkey").toString();
        String text = run(2, "--proof", key, "--entry", key, "--key", key, "--openings", key);
        assertEquals("verify: `--openings` needs a journal, a series or an export; --help shows the usage\n", text);
        assertEquals(
                "verify: cannot read the file `no/such` of `--openings`\n",
                run(2, JOURNAL.toString(), "--openings", "no/such"));
    }

    private Path file(String text) throws Exception {
        return Files.writeString(directory.resolve("openings.json"), text);
    }

    private static String run(int status, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(status, VerifierMain.run(List.of(arguments), print, print), out::toString);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void assertRejected(Outcome outcome, String reason, String opening) {
        Rejection rejection = assertThrows(Rejection.class, () -> read(opening));
        assertEquals(reason, rejection.getMessage());
        assertEquals(outcome, rejection.outcome());
    }

    private static Openings read(String opening) throws Rejection {
        return Openings.read(bytes("{\"openings\":[" + opening + "]}"), "openings.json");
    }

    private static String opening(String commitment, String salt, String type, String value) {
        return "{\"commitment\":\"" + commitment + "\",\"salt\":\"" + salt + "\",\"type\":\"" + type + "\",\"value\":"
                + value + "}";
    }

    private static String commitment(String salt, String type, String value) {
        return Sha256.spelled("{\"salt\":\"" + salt + "\",\"type\":\"" + type + "\",\"value\":" + value + "}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
