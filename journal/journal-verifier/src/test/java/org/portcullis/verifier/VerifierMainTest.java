package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierMainTest {

    private static final Path GOOD = Resources.at("/journals/approved");
    private static final String KEY = GOOD.resolve("journal.vkey").toString();

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aValidJournalWithATrustedKeyEndsWithZero() {
        assertEquals(0, run(GOOD.toString(), "--key", KEY));
        assertEquals("""
                VALID: all 12 entries are the ones that were signed with the trusted key
                examined: 12 entries, 2 signed roots, 2 signed votes, 1 segment, 2 published files
                note: no earlier checkpoint was given: a journal cut back to an earlier signed state is not noticed
                note: no second person confirmed the founding key `k-alice`
                """, text(out));
        assertEquals("", text(err));
    }

    @Test
    void withoutAKeyItSaysThatOriginIsNotShown() {
        assertEquals(0, run(GOOD.toString()));
        assertTrue(text(out).contains("this shows integrity, not origin"), text(out));
    }

    @Test
    void thePageIsPrinted() throws IOException {
        assertEquals(0, run("--page"));
        assertEquals(Files.readString(Path.of("src/main/resources/org/portcullis/verifier/verify.html")), text(out));
    }

    @Test
    void theVerdictIsWrittenAsJson() {
        String checkpoint = GOOD.resolve("checkpoint").toString();
        assertEquals(0, run(GOOD.toString(), "--key", KEY, "--earlier", checkpoint, "--json"));
        assertTrue(
                text(out).startsWith("{\"assurance\":{\"published\":12,\"signed\":12},\"counts\":{\"bytes\":"),
                text(out));
        assertTrue(
                text(out)
                        .endsWith(
                                "\"notes\":[\"no second person confirmed the founding key `k-alice`\"],\"outcome\":\"VALID\",\"sentence\":\"all 12 entries are the ones that were signed with"
                                        + " the trusted key\",\"trustedKey\":true}\n"),
                text(out));
    }

    @Test
    void aChangedJournalEndsWithOneAndNamesThePlace() throws IOException {
        Path copy = copyOfGood();
        Path segment = copy.resolve("segments/0000000000000000.seg");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[40] ^= 1;
        Files.write(segment, bytes);

        assertEquals(1, run(copy.toString(), "--json"));
        assertTrue(text(out).contains("\"entry\":0,\"file\":\"segments/0000000000000000.seg\""), text(out));
        assertTrue(text(out).contains("\"offset\":16,\"outcome\":\"TAMPERED\""), text(out));
    }

    @Test
    void fileNamesThatAreNoPartOfTheJournalAreNamed() throws IOException {
        Path copy = copyOfGood();
        Files.writeString(copy.resolve("evidence.xlsx"), "x");
        assertEquals(0, run(copy.toString()));
        assertTrue(
                text(out).contains("note: `evidence.xlsx` is no part of the journal and was not examined"), text(out));
    }

    @Test
    void anEmptyDirectoryIsTruncated() {
        assertEquals(1, run(directory.toString()));
        assertTrue(text(out).startsWith("TRUNCATED: file `checkpoint`: the file is missing\n"), text(out));
    }

    @Test
    void wrongUsageEndsWithTwoAndOneLine() {
        assertWrongUsage("give one journal directory; --help shows the usage");
        assertWrongUsage("give one journal directory; --help shows the usage", "a", "b");
        assertWrongUsage("there is no directory `no/such`", "no/such");
        assertWrongUsage("unknown option `--kye`; --help shows the usage", "a", "--kye");
        assertWrongUsage("`--key` needs one value", GOOD.toString(), "--key");
        assertWrongUsage("cannot read the file `no/such` of `--key`", GOOD.toString(), "--key", "no/such");
        assertWrongUsage(
                "the earlier checkpoint is not a note with a journal's signature", GOOD.toString(), "--earlier", KEY);
        assertWrongUsage(
                "a proof of one entry takes --proof, --entry and --key; --help shows the usage", "--proof", KEY);
    }

    @Test
    void helpIsPrinted() {
        assertEquals(0, run("--help"));
        assertTrue(text(out).startsWith("usage: java -jar"), text(out));
    }

    private void assertWrongUsage(String message, String... arguments) {
        err.reset();
        assertEquals(2, run(arguments));
        assertEquals("verify: " + message + "\n", text(err));
        assertEquals("", text(out));
    }

    private int run(String... arguments) {
        return VerifierMain.run(List.of(arguments), stream(out), stream(err));
    }

    private Path copyOfGood() throws IOException {
        try (Stream<Path> files = Files.walk(GOOD)) {
            for (Path file : files.toList()) {
                Path target = directory.resolve(GOOD.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return directory;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
