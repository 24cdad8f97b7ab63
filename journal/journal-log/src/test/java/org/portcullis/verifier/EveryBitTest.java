package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.model.json.JsonObject;

/**
 * Flips every bit and cuts at every offset of every file of a journal of over 2,000 entries.
 *
 * <p>What is proven how: a change behind a frame cannot change what the verifier made of the frames before it, because it
 * reads from the front and stops at the first thing that does not hold. So each flip and each cut is tried on the frame in
 * which it lies, with everything that follows, and that frame must be refused before it changes anything; a cut between two
 * frames must leave fewer entries than the checkpoint signs, or entries without their root. The head of the segment and the
 * key are tried bit by bit with the whole verifier, the checkpoint with what reads it and checks its signature. A published file must be what the entries make: the
 * verifier says what it expects of each while it goes over the untouched entries, and its comparison with that is tried on
 * each bit and each length. A seeded sample of all of these goes through the whole verifier, too.
 */
@Tag("long")
class EveryBitTest {

    private static final int ENTRIES = 2_050;
    private static final int BATCH = 410;
    private static final int HEAD = 16;
    private static final int FRAME_HEAD = 9;
    private static final long SEED = 2_050;
    private static final int SAMPLES = 150;

    @TempDir
    static Path directory;

    private static byte[] segment = {};
    private static Path segmentFile = Path.of("");
    private static Verifier verifier = Verifier.withoutTrustedKey();

    @BeforeAll
    static void writeAJournal() throws Exception {
        Instant now = Instant.parse("2022-05-02T07:56:00Z");
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        try (FileJournal journal = FileJournal.open(directory, Ed25519Signer.ofSeed("example.org/desk", seed), now)) {
            for (int next = 1; next < ENTRIES; next += BATCH) {
                List<JournalRecord> records = new ArrayList<>();
                for (int i = next; i < Math.min(ENTRIES, next + BATCH); i++) {
                    JsonObject body = JsonObject.of("reason", "HARD-LIMIT", "stoppedUsd", i + ".00");
                    records.add(new JournalRecord("decision.blocked", now.plusSeconds(i), "W-" + i, "", body));
                }
                journal.append(records);
            }
        }
        segmentFile = directory.resolve("segments/0000000000000000.seg");
        segment = Files.readAllBytes(segmentFile);
        verifier = Verifier.trusting(Files.readString(directory.resolve("journal.vkey")));
    }

    @Test
    void theUntouchedJournalIsValid() throws IOException {
        Verdict verdict = verifier.verify(directory);
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        assertEquals(ENTRIES, verdict.counts().entries());
    }

    @Test
    void everyFlippedBitOfEveryFrameIsRefusedThere() {
        long flips = 0;
        for (int at = HEAD; at < segment.length; at += lengthAt(at)) {
            byte[] rest = Arrays.copyOfRange(segment, at, Math.min(segment.length, at + (1 << 17)));
            int length = lengthAt(at);
            for (int bit = 0; bit < length * 8; bit++) {
                rest[bit / 8] ^= (byte) (1 << (bit % 8));
                assertTrue(isRefused(rest, rest.length), "bit " + bit + " of the frame at " + at);
                rest[bit / 8] ^= (byte) (1 << (bit % 8));
                flips++;
            }
        }
        assertEquals(8L * (segment.length - HEAD), flips);
    }

    @Test
    void everyCutIsNoticed() {
        long checkpoint = ENTRIES;
        long entries = 0;
        boolean signed = true;
        for (int at = HEAD; at < segment.length; at += lengthAt(at)) {
            assertTrue(entries < checkpoint || !signed, "a cut before the frame at " + at);
            byte[] rest = Arrays.copyOfRange(segment, at, at + lengthAt(at));
            for (int length = 1; length < rest.length; length++) {
                assertTrue(isRefused(rest, length), "a cut " + length + " bytes into the frame at " + at);
            }
            signed = segment[at] == 2;
            entries += signed ? 0 : 1;
        }
    }

    @Test
    void everyBitAndEveryLengthOfTheHeadAndTheKeyCounts() throws IOException {
        for (Path file : List.of(segmentFile, directory.resolve("journal.vkey"))) {
            byte[] original = Files.readAllBytes(file);
            int length = file.equals(segmentFile) ? HEAD : original.length;
            for (int bit = 0; bit < length * 8; bit++) {
                assertNoticed(file, flipped(original, bit), "bit " + bit);
            }
            for (int cut = 0; cut < length; cut++) {
                assertNoticed(file, Arrays.copyOf(original, cut), "a cut at " + cut);
            }
            Files.write(file, original);
        }
    }

    /** A checkpoint that is not the last root of the segments is held against the journal's key. */
    @Test
    void everyBitAndEveryLengthOfTheCheckpointCounts() throws Exception {
        byte[] original = Files.readAllBytes(directory.resolve("checkpoint"));
        NoteKey key = NoteKey.read(
                        Files.readString(directory.resolve("journal.vkey")).strip())
                .orElseThrow();
        assertTrue(isCheckpoint(original, key));
        for (int bit = 0; bit < original.length * 8; bit++) {
            assertFalse(isCheckpoint(flipped(original, bit), key), "bit " + bit);
        }
        for (int cut = 0; cut < original.length; cut++) {
            assertFalse(isCheckpoint(Arrays.copyOf(original, cut), key), "a cut at " + cut);
        }
    }

    @Test
    void everyBitAndEveryLengthOfEveryPublishedFileCounts() throws Exception {
        List<ExpectedBytes> published = published();
        assertEquals(
                files().stream()
                        .filter(file -> file.startsWith(directory.resolve("tile")))
                        .toList(),
                published.stream()
                        .map(file -> directory.resolve(file.file()))
                        .sorted()
                        .toList());
        for (ExpectedBytes file : published) {
            byte[] content = Files.readAllBytes(directory.resolve(file.file()));
            assertEquals(-1, file.mismatch(content), file::file);
            for (int bit = 0; bit < content.length * 8; bit++) {
                content[bit / 8] ^= (byte) (1 << (bit % 8));
                if (file.mismatch(content) != bit / 8) {
                    fail("bit " + bit + " of " + file.file());
                }
                content[bit / 8] ^= (byte) (1 << (bit % 8));
            }
            for (int length = 0; length < content.length; length++) {
                if (file.mismatch(Arrays.copyOf(content, length)) != length) {
                    fail("a cut at " + length + " of " + file.file());
                }
            }
            assertEquals(content.length, file.mismatch(Arrays.copyOf(content, content.length + 1)), file::file);
        }
    }

    @Test
    void aSampleGoesThroughTheWholeVerifier() throws IOException {
        Random random = new Random(SEED);
        List<Path> files = files();
        for (int i = 0; i < SAMPLES; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] original = Files.readAllBytes(file);
            boolean cut = random.nextInt(4) == 0;
            byte[] changed = cut
                    ? Arrays.copyOf(original, random.nextInt(original.length))
                    : flipped(original, random.nextInt(original.length * 8));
            assertNoticed(file, changed, "seed " + SEED + ", sample " + i);
            Files.write(file, original);
        }
    }

    /** Gives what the verifier expects of each published file, going over the entries. */
    private static List<ExpectedBytes> published() throws Exception {
        List<ExpectedBytes> found = new ArrayList<>();
        Published published = Published.in(directory, found::add);
        Tree tree = new Tree();
        for (int at = HEAD; at < segment.length; at += lengthAt(at)) {
            if (segment[at] == 1) {
                byte[] entry = Arrays.copyOfRange(segment, at + FRAME_HEAD, at + lengthAt(at));
                byte[] leaf = Sha256.leaf(entry);
                tree.add(leaf);
                published.add(leaf, entry, tree);
            }
        }
        published.finish(ENTRIES);
        return found;
    }

    private static boolean isRefused(byte[] rest, int length) {
        if (rest[0] == 0) {
            // The frames would end here, and only zeros may follow.
            return !new String(rest, 0, length, StandardCharsets.ISO_8859_1)
                    .chars()
                    .allMatch(unit -> unit == 0);
        }
        return new Block("segment", 0, rest, length, Optional.empty(), Optional.empty()).first()
                instanceof Frame.Broken;
    }

    private static boolean isCheckpoint(byte[] note, NoteKey key) {
        try {
            SignedRoot.readCosigned(note, Rejection.Place.of("checkpoint"))
                    .root()
                    .requireSignedBy(key, Rejection.Place.of(""));
            return true;
        } catch (Rejection refused) {
            return false;
        }
    }

    private static int lengthAt(int at) {
        return Block.lengthAt(segment, at, segment.length).orElseThrow();
    }

    private static void assertNoticed(Path file, byte[] changed, String change) throws IOException {
        Files.write(file, changed);
        assertFalse(verifier.verify(directory).isValid(), () -> change + " of " + file);
    }

    private static byte[] flipped(byte[] original, int bit) {
        byte[] changed = original.clone();
        changed[bit / 8] ^= (byte) (1 << (bit % 8));
        return changed;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("journal.lock"))
                    .sorted()
                    .toList();
        }
    }
}
