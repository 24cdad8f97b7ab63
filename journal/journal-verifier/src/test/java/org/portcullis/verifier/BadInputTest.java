package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gives the verifier what it cannot read, or is not meant to: one line, the right exit status, and nothing is changed. */
class BadInputTest {

    private static final Path GOOD = Resources.at("/journals/approved");
    private static final String SEGMENT = "segments/0000000000000000.seg";
    private static final int SEGMENT_HEAD = 16;
    private static final int FRAME_HEAD = 9;

    @TempDir
    Path folder;

    private Path journal = Path.of("");

    @BeforeEach
    void copyTheGoodJournal() throws IOException {
        journal = folder.resolve("journal");
        try (Stream<Path> files = Files.walk(GOOD)) {
            for (Path file : files.toList()) {
                Path target = journal.resolve(GOOD.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws Exception {
        Path file = journal.resolve("checkpoint");
        assertRefused("there is no directory `" + file + "`", file.toString());
    }

    @Test
    void aFolderThatMayNotBeReadIsRefused() throws Exception {
        Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("---------"));
        try {
            assumeFalse(Files.isReadable(journal), "this user reads everything");
            Ran ran = ran(journal.toString());
            assertEquals(2, ran.status());
            assertEquals(
                    "verify: cannot read the journal: permission to read `" + journal + "` is missing\n", ran.err());
        } finally {
            Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aDeviceThatFailsIsNoVerdict() throws Exception {
        Path failing = Path.of("/proc/self/mem");
        assumeTrue(Files.exists(failing), "there is no file here that fails when it is read");
        Files.delete(journal.resolve(SEGMENT));
        Files.createSymbolicLink(journal.resolve(SEGMENT), failing);
        assertRefused("cannot read the journal: Input/output error", journal.toString());
    }

    @Test
    void aFolderInPlaceOfAFileIsAMissingFile() throws Exception {
        Path checkpoint = journal.resolve("checkpoint");
        Files.delete(checkpoint);
        Files.createDirectory(checkpoint);
        assertVerdict("TRUNCATED", "`checkpoint`");
    }

    @Test
    void halfATileIsTampered() throws Exception {
        for (int length : List.of(0, 1, 31, 32, 6 * 32, 12 * 32 - 1)) {
            Path tile = journal.resolve("tile/0/000.p/12");
            Files.write(tile, Arrays.copyOf(Files.readAllBytes(GOOD.resolve("tile/0/000.p/12")), length));
            assertVerdict("TAMPERED", "tile/0/000.p/12");
        }
    }

    @Test
    void halfABundleIsTampered() throws Exception {
        Path bundle = journal.resolve("tile/entries/000.p/12");
        byte[] bytes = Files.readAllBytes(bundle);
        Files.write(bundle, Arrays.copyOf(bytes, bytes.length / 2));
        assertVerdict("TAMPERED", "tile/entries/000.p/12");
    }

    @Test
    void whatIsNoKeyIsRefusedInOneLine() throws Exception {
        for (String text : List.of("", "hello", "one\ntwo\nthree\n", "\u0000\u0007\u001b[2J", "x".repeat(100_000))) {
            Path key = Files.writeString(folder.resolve("key"), text);
            Ran ran = judged(journal.toString(), "--key", key.toString());
            assertEquals(2, ran.status());
            assertTrue(ran.err().endsWith("is not a verifier key\n"), ran.err());
        }
    }

    @Test
    void aPrivateKeyInPlaceOfTheVerifierKeyIsNotPrinted() throws Exception {
        String secret = "PRIVATE+KEY+example.org/desk+00000000+" + "A".repeat(44);
        Path key = Files.writeString(folder.resolve("key"), secret);
        Ran ran = judged(journal.toString(), "--key", key.toString());
        assertEquals(2, ran.status());
        assertEquals("verify: `a private key` is not a verifier key\n", ran.err());
    }

    @Test
    void theKeyOfAnotherJournalIsUntrusted() throws Exception {
        String other = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        Path key = Files.writeString(folder.resolve("key"), other + "\n");
        Ran ran = judged(journal.toString(), "--key", key.toString());
        assertEquals(1, ran.status());
        assertTrue(ran.out().startsWith("UNTRUSTED_KEY: "), ran.out());
        assertTrue(ran.out().contains(other), ran.out());
    }

    @Test
    void aSegmentOfALaterVersionIsIllFormed() throws Exception {
        byte[] segment = Files.readAllBytes(journal.resolve(SEGMENT));
        segment[7] = '2';
        Files.write(journal.resolve(SEGMENT), segment);
        assertVerdict("ILL_FORMED", "the segment is of version 2 and this verifier knows version 1");
    }

    @Test
    void anEntryOfALaterVersionIsIllFormed() throws Exception {
        rewriteFirstEntry(entry -> entry.replace("\"v\":1", "\"v\":2"));
        assertVerdict("ILL_FORMED", "it is of version 2 and this verifier knows version 1");
    }

    @Test
    void aJournalOfALaterFormatIsIllFormed() throws Exception {
        rewriteFirstEntry(entry -> entry.replace("portcullis-journal/1", "portcullis-journal/2"));
        assertVerdict(
                "ILL_FORMED",
                "the journal is of format `portcullis-journal/2` and this verifier knows `portcullis-journal/1`");
    }

    @Test
    void anExportOfALaterFormatIsIllFormed() throws Exception {
        Path export = folder.resolve("export.jsonl");
        Files.writeString(export, "{\"format\":\"portcullis-export/2\",\"new\":true}\n");
        Ran ran = judged(
                "--export",
                export.toString(),
                "--key",
                journal.resolve("journal.vkey").toString());
        assertEquals(1, ran.status());
        assertTrue(ran.out().startsWith("ILL_FORMED: "), ran.out());
        assertTrue(
                ran.out().contains("`portcullis-export/2` and this verifier reads `portcullis-export/1`"), ran.out());
    }

    private void rewriteFirstEntry(UnaryOperator<String> change) throws IOException {
        ByteBuffer segment = ByteBuffer.wrap(Files.readAllBytes(journal.resolve(SEGMENT)));
        byte[] payload = new byte[segment.getInt(SEGMENT_HEAD + 1)];
        segment.get(SEGMENT_HEAD + FRAME_HEAD, payload);
        byte[] changed =
                change.apply(new String(payload, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        assertEquals(payload.length, changed.length);
        segment.put(SEGMENT_HEAD + FRAME_HEAD, changed);
        CRC32C sum = new CRC32C();
        sum.update(segment.array(), SEGMENT_HEAD, 5);
        sum.update(changed);
        segment.putInt(SEGMENT_HEAD + 5, (int) sum.getValue());
        Files.write(journal.resolve(SEGMENT), segment.array());
    }

    private void assertRefused(String sentence, String... arguments) throws IOException {
        Ran ran = judged(arguments);
        assertEquals(2, ran.status());
        assertEquals("verify: " + sentence + "\n", ran.err());
    }

    private void assertVerdict(String outcome, String sentence) throws IOException {
        Ran ran = judged(journal.toString());
        assertEquals(1, ran.status());
        assertTrue(ran.out().startsWith(outcome + ": "), ran.out());
        assertTrue(ran.out().lines().findFirst().orElse("").contains(sentence), ran.out());
    }

    /** Runs it for people and for machines, and holds the two and the folder against each other. */
    private Ran judged(String... arguments) throws IOException {
        SortedMap<String, String> before = content();
        Ran ran = ran(arguments);
        Ran asJson =
                ran(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new));
        assertEquals(before, content());
        assertEquals(ran.status(), asJson.status());
        assertEquals("", asJson.err());
        assertEquals(1, asJson.out().lines().count(), asJson.out());
        if (ran.status() == 2) {
            assertEquals("", ran.out());
            assertEquals(1, ran.err().lines().count(), ran.err());
            assertTrue(ran.err().chars().allMatch(unit -> unit == '\n' || unit >= ' '), ran.err());
            assertTrue(asJson.out().startsWith("{\"outcome\":\"UNREADABLE\",\"sentence\":\""), asJson.out());
        } else {
            assertEquals("", ran.err());
            String outcome = ran.out().substring(0, ran.out().indexOf(':'));
            assertTrue(asJson.out().contains("\"outcome\":\"" + outcome + "\""), asJson.out());
        }
        return ran;
    }

    private SortedMap<String, String> content() throws IOException {
        SortedMap<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                String bytes = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? HexFormat.of().formatHex(Files.readAllBytes(file))
                        : "";
                content.put(file.toString(), Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS) + " " + bytes);
            }
        }
        return content;
    }

    private record Ran(int status, String out, String err) {}

    private static Ran ran(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = VerifierMain.run(List.of(arguments), stream(out), stream(err));
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
