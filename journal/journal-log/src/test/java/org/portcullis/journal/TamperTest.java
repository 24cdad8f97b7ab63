package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Changes every byte and cuts every file of a small journal, and expects the verifier to notice each time. */
@Tag("long")
class TamperTest {

    private static final Verifier VERIFIER =
            Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line());

    @TempDir
    Path directory;

    @BeforeEach
    void writeAJournal() throws Exception {
        Scene.closedJournal(directory);
    }

    @Test
    void theUntouchedJournalIsValid() throws IOException {
        Verdict verdict = VERIFIER.verify(directory);
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        assertEquals(3, verdict.counts().entries());
    }

    @Test
    void oneFlippedBitInAnyByteOfAnyFileIsNoticed() throws IOException {
        for (Path file : Scene.files(directory)) {
            byte[] original = Files.readAllBytes(file);
            for (int at = 0; at < original.length; at++) {
                byte[] changed = original.clone();
                changed[at] ^= (byte) (1 << (at % 8));
                Files.write(file, changed);
                assertNoticed(VERIFIER.verify(directory), file, at);
            }
            Files.write(file, original);
        }
        assertTrue(VERIFIER.verify(directory).isValid());
    }

    @Test
    void everyBitOfTheVerifierKeyAndTheCheckpointCounts() throws IOException {
        for (String name : new String[] {"journal.vkey", "checkpoint"}) {
            Path file = directory.resolve(name);
            byte[] original = Files.readAllBytes(file);
            for (int bit = 0; bit < original.length * 8; bit++) {
                byte[] changed = original.clone();
                changed[bit / 8] ^= (byte) (1 << (bit % 8));
                Files.write(file, changed);
                assertFalse(VERIFIER.verify(directory).isValid(), name + " bit " + bit);
            }
            Files.write(file, original);
        }
    }

    @Test
    void aCutAtAnyOffsetOfAnyFileIsNoticed() throws IOException {
        for (Path file : Scene.files(directory)) {
            byte[] original = Files.readAllBytes(file);
            for (int length = 0; length < original.length; length++) {
                Files.write(file, Arrays.copyOf(original, length));
                Verdict verdict = VERIFIER.verify(directory);
                assertNoticed(verdict, file, length);
                boolean evidence = file.startsWith(directory.resolve("segments"));
                assertTrue(!evidence || verdict.outcome() == Outcome.TRUNCATED, verdict::text);
            }
            Files.write(file, original);
        }
    }

    @Test
    void aMissingFileIsNoticed() throws IOException {
        for (Path file : Scene.files(directory)) {
            if (Files.size(file) > 0) {
                byte[] original = Files.readAllBytes(file);
                Files.delete(file);
                assertFalse(VERIFIER.verify(directory).isValid(), () -> "missing " + file);
                Files.write(file, original);
            }
        }
    }

    @Test
    void anAddedFileIsNoticed() throws IOException {
        for (String name : new String[] {"segments/0000000000000009.seg", "tile/0/001", "tile/0/000.p/7", "tile/x"}) {
            Path added = directory.resolve(name);
            Files.write(added, new byte[32]);
            assertFalse(VERIFIER.verify(directory).isValid(), name);
            Files.delete(added);
        }
    }

    @Test
    void bytesBehindTheEndOfAnyFileAreNoticed() throws IOException {
        for (Path file : Scene.files(directory)) {
            byte[] original = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(original, original.length + 1));
            assertFalse(VERIFIER.verify(directory).isValid(), () -> "longer " + file);
            Files.write(file, original);
        }
    }

    @Test
    void aFlippedByteOfAnEntryNamesItsIndex() throws IOException {
        Path segment = directory.resolve("segments/0000000000000000.seg");
        byte[] original = Files.readAllBytes(segment);
        int at = SegmentWriter.HEAD_BYTES;
        long index = 0;
        while (at < original.length) {
            Frame frame = Frame.at(original, at).orElseThrow();
            if (frame.type() == Frame.ENTRY) {
                byte[] changed = original.clone();
                changed[at + frame.length() - 1] ^= 1;
                Files.write(segment, changed);
                assertEquals(OptionalLong.of(index), VERIFIER.verify(directory).entry());
                index++;
            }
            at += frame.length();
        }
        assertEquals(3, index);
    }

    private static void assertNoticed(Verdict verdict, Path file, int at) {
        assertFalse(verdict.isValid(), () -> "not noticed: " + file + " at byte " + at);
        String name = String.valueOf(file.getFileName());
        boolean namesEntries = !name.equals("checkpoint") && !name.equals("journal.vkey");
        assertTrue(
                !namesEntries || verdict.entry().isPresent(),
                () -> "no entry named: " + file + " at byte " + at + ": " + verdict.text());
    }
}
