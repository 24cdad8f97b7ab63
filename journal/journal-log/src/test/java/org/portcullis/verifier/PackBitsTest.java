package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.model.json.JsonObject;

/**
 * Flips bits of a pack of 65,536 entries. What the verifier expects of it must cover every byte once; its comparison with that
 * is tried on every bit of what is not an entry or a hash, and on one bit, drawn from a seed, of each byte of these.
 */
class PackBitsTest {

    private static final Instant NOW = Instant.parse("2022-05-02T07:56:00Z");
    private static final int PACKED = 65_536;
    private static final int BATCH = 2_048;
    private static final int FRAME_HEAD = 9;
    private static final int SEGMENT_HEAD = 16;
    private static final int SMALL_RUN = 128;
    private static final long SEED = 65_536;
    private static final String PACK = "tile/packs/000.zip";

    @TempDir
    static Path directory;

    private static byte[] pack = {};
    private static final List<ExpectedBytes> RUNS = new ArrayList<>();
    private static Verifier verifier = Verifier.withoutTrustedKey();

    @BeforeAll
    static void writeAJournal() throws Exception {
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        JournalRecord record = new JournalRecord("decision.blocked", NOW, "", "", JsonObject.of("reason", "x"));
        try (FileJournal journal = FileJournal.open(directory, Ed25519Signer.ofSeed("example.org/desk", seed), NOW)) {
            for (int written = 0; written < PACKED; written += BATCH) {
                journal.append(Collections.nCopies(BATCH, record));
            }
        }
        pack = Files.readAllBytes(directory.resolve(PACK));
        verifier = Verifier.trusting(Files.readString(directory.resolve("journal.vkey")));
        expected(run -> {
            if (run.file().equals(PACK)) {
                RUNS.add(run);
            }
        });
        RUNS.sort(Comparator.comparingLong(ExpectedBytes::offset));
    }

    @Test
    void whatIsExpectedCoversEveryByteOnce() {
        long end = 0;
        for (ExpectedBytes run : RUNS) {
            assertEquals(end, run.offset());
            assertEquals(-1, run.mismatch(found(run)));
            end += run.length();
        }
        assertEquals(pack.length, end);
    }

    @Test
    void everyBitOfTheHeadsAndOneOfEachByteOfTheFilesCounts() {
        Random random = new Random(SEED);
        for (ExpectedBytes run : RUNS) {
            byte[] found = found(run);
            boolean isDirectory = run.offset() + run.length() > pack.length - SMALL_RUN * 1_024;
            boolean everyBit = run.length() < SMALL_RUN || isDirectory;
            for (int at = 0; at < found.length; at++) {
                int one = random.nextInt(8);
                for (int bit = everyBit ? 0 : one; bit <= (everyBit ? 7 : one); bit++) {
                    found[at] ^= (byte) (1 << bit);
                    if (run.mismatch(found) != at) {
                        fail("bit " + bit + " at " + (run.offset() + at) + ", seed " + SEED);
                    }
                    found[at] ^= (byte) (1 << bit);
                }
            }
        }
    }

    @Test
    void aSampleOfFlipsAndCutsGoesThroughTheWholeVerifier() throws IOException {
        Path file = directory.resolve(PACK);
        Random random = new Random(SEED);
        int[] places = {0, pack.length - 1, pack.length - 22, random.nextInt(pack.length), random.nextInt(pack.length)};
        for (int place : places) {
            byte[] changed = pack.clone();
            changed[place] ^= 1;
            Files.write(file, changed);
            assertFalse(verifier.verify(directory).isValid(), "byte " + place + ", seed " + SEED);
            Files.write(file, Arrays.copyOf(pack, place));
            assertFalse(verifier.verify(directory).isValid(), "a cut at " + place + ", seed " + SEED);
        }
        Files.write(file, Arrays.copyOf(pack, pack.length + 1));
        assertFalse(verifier.verify(directory).isValid(), "a byte more");
        Files.write(file, pack);
        assertEquals(Outcome.VALID, verifier.verify(directory).outcome());
    }

    private static byte[] found(ExpectedBytes run) {
        return Arrays.copyOfRange(pack, (int) run.offset(), (int) run.offset() + run.length());
    }

    /** Lets the verifier go over the entries and say what it expects of the published files. */
    private static void expected(Consumer<ExpectedBytes> watcher) throws Exception {
        Published published = Published.in(directory, watcher);
        Tree tree = new Tree();
        for (Path file : segments()) {
            byte[] segment = Files.readAllBytes(file);
            int length;
            for (int at = SEGMENT_HEAD; at < segment.length; at += length) {
                length = Block.lengthAt(segment, at, segment.length).orElseThrow();
                if (segment[at] == 1) {
                    byte[] entry = Arrays.copyOfRange(segment, at + FRAME_HEAD, at + length);
                    byte[] leaf = Sha256.leaf(entry);
                    tree.add(leaf);
                    published.add(leaf, entry, tree);
                }
            }
        }
        published.finish(tree.size());
    }

    private static List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("segments"))) {
            return files.sorted().toList();
        }
    }
}
