package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Opens journals as a machine that lost power leaves them, and journals that somebody changed. */
class RecoveryTest {

    private static final Instant LATER = Scene.NOW.plusSeconds(100);

    @TempDir
    Path directory;

    @Test
    void aJournalThatWasNotClosedKeepsEverythingAndRecordsItself() throws Exception {
        Path crashed = crashed();
        FileJournal.open(crashed, Scene.JOURNAL_KEY, LATER).close();

        List<JournalEntry> entries = JournalDirectory.at(crashed).entries();
        assertEquals(6, entries.size());
        JournalEntry last = entries.get(5);
        assertEquals(FileJournal.RECOVERED, last.type());
        assertEquals(0, last.body().whole("droppedBytes"));
        assertEquals(5, last.body().whole("entries"));
        assertEquals(2, last.body().whole("publishedSize"));
        assertValid(crashed);
    }

    @Test
    void aTailTornBehindThePublishedSizeKeepsTheValidFrames() throws Exception {
        Path crashed = crashed();
        byte[] original = Files.readAllBytes(segment(crashed));
        List<Integer> ends = frameEnds(original);
        int end = ends.get(ends.size() - 1);
        for (int length = endOfEntry(original, 1); length <= end; length++) {
            boolean nearAnEnd = ends.contains(length - 1) || ends.contains(length) || ends.contains(length + 1);
            if (!nearAnEnd && length % 37 != 0) {
                continue;
            }
            Path copy = Scene.copy(crashed, directory.resolve("cut" + length));
            Files.write(segment(copy), Arrays.copyOf(Arrays.copyOf(original, length), end + 4_096));
            FileJournal.open(copy, Scene.JOURNAL_KEY, LATER).close();

            List<JournalEntry> entries = JournalDirectory.at(copy).entries();
            assertEquals(entriesBefore(original, length) + 1, entries.size(), "torn at " + length);
            assertEquals(FileJournal.RECOVERED, entries.get(entries.size() - 1).type());
            assertValid(copy);
        }
    }

    @Test
    void aTornTailIsCutOffAndItsDigestRecorded() throws Exception {
        Path crashed = crashed();
        byte[] torn = Files.readAllBytes(segment(crashed));
        List<Integer> ends = frameEnds(torn);
        torn[ends.get(ends.size() - 1)] = Frame.ENTRY;
        torn[ends.get(ends.size() - 1) + 9] = 'x';
        Files.write(segment(crashed), torn);
        FileJournal.open(crashed, Scene.JOURNAL_KEY, LATER).close();

        List<JournalEntry> entries = JournalDirectory.at(crashed).entries();
        JournalEntry last = entries.get(entries.size() - 1);
        assertEquals(10, last.body().whole("droppedBytes"));
        assertTrue(last.body().text("droppedDigest").startsWith("sha256:"));
        assertValid(crashed);
    }

    @Test
    void aBrokenFrameBeforeASignedRootIsDamage() throws Exception {
        Path crashed = crashed();
        byte[] original = Files.readAllBytes(segment(crashed));
        byte[] changed = original.clone();
        changed[endOfEntry(original, 2) - 1] ^= 1;
        Files.write(segment(crashed), changed);

        assertDamaged(crashed, "entry 2 at byte");
    }

    @Test
    void fewerEntriesThanTheCheckpointSignsAreRefused() throws Exception {
        Path crashed = crashed();
        byte[] original = Files.readAllBytes(segment(crashed));
        Files.write(segment(crashed), Arrays.copyOf(original, endOfEntry(original, 0)));
        assertDamaged(crashed, "it holds 1 entries and its published checkpoint signs 2");
    }

    @Test
    void aCheckpointOfAnotherHistoryIsRefused() throws Exception {
        Path other = directory.resolve("other");
        try (FileJournal journal = FileJournal.open(other, Scene.JOURNAL_KEY, Scene.NOW)) {
            journal.append(Scene.decision(50));
        }
        Path mine = Scene.closedJournal(directory.resolve("mine"));
        Files.copy(other.resolve("checkpoint"), mine.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING);
        assertDamaged(mine, "its 2 first entries are not the ones that were signed");
    }

    @Test
    void aMissingCheckpointIsRefused() throws Exception {
        Path mine = Scene.closedJournal(directory.resolve("mine"));
        Files.delete(mine.resolve("checkpoint"));
        assertDamaged(mine, "it holds 3 entries and no published checkpoint");
    }

    @Test
    void aMissingTileIsWrittenAgain() throws Exception {
        Path mine = directory.resolve("mine");
        try (FileJournal journal = FileJournal.open(mine, Scene.JOURNAL_KEY, Scene.NOW)) {
            for (int i = 0; i < 300; i++) {
                journal.append(Scene.decision(1));
            }
        }
        byte[] tile = Files.readAllBytes(mine.resolve("tile/0/000"));
        Files.delete(mine.resolve("tile/0/000"));
        try (FileJournal journal = FileJournal.open(mine, Scene.JOURNAL_KEY, LATER)) {
            journal.append(Scene.decision(200));
        }
        assertTrue(Arrays.equals(tile, Files.readAllBytes(mine.resolve("tile/0/000"))));
        assertValid(mine);
    }

    @Test
    void aClockBeforeTheLatestEntryIsRefused() throws Exception {
        Path crashed = crashed();
        JournalFailure failure = assertThrows(
                JournalFailure.class, () -> FileJournal.open(crashed, Scene.JOURNAL_KEY, Scene.NOW.minusSeconds(9)));
        assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
        FileJournal.open(crashed, Scene.JOURNAL_KEY, LATER).close();
        assertValid(crashed);
    }

    @Test
    void aSegmentThatWasJustBegunIsBegunAgain() throws Exception {
        Path crashed = crashed();
        byte[] original = Files.readAllBytes(segment(crashed));
        List<Integer> ends = frameEnds(original);
        Files.write(segment(crashed), Arrays.copyOf(original, ends.get(ends.size() - 1)));
        Files.write(crashed.resolve("segments/0000000000000005.seg"), new byte[4096]);
        FileJournal.open(crashed, Scene.JOURNAL_KEY, LATER).close();

        assertEquals(6, JournalDirectory.at(crashed).entries().size());
        assertValid(crashed);
    }

    /** A copy of an open journal: five entries, of which two are published. */
    private Path crashed() throws IOException, JournalFailure {
        Path copy = directory.resolve("crashed");
        try (FileJournal journal = FileJournal.open(directory.resolve("open"), Scene.JOURNAL_KEY, Scene.NOW)) {
            journal.append(Scene.decision(1));
            journal.publish();
            journal.append(List.of(Scene.decision(2), Scene.decision(3)));
            journal.append(Scene.decision(4));
            Scene.copy(directory.resolve("open"), copy);
        }
        return copy;
    }

    private static Path segment(Path journal) {
        return journal.resolve("segments/0000000000000000.seg");
    }

    private static List<Integer> frameEnds(byte[] segment) {
        List<Integer> ends = new ArrayList<>();
        int at = SegmentWriter.HEAD_BYTES;
        while (Frame.at(segment, at).isPresent()) {
            at += Frame.at(segment, at).orElseThrow().length();
            ends.add(at);
        }
        return ends;
    }

    private static int endOfEntry(byte[] segment, int index) {
        int at = SegmentWriter.HEAD_BYTES;
        int entries = 0;
        while (entries <= index) {
            Frame frame = Frame.at(segment, at).orElseThrow();
            at += frame.length();
            entries += frame.type() == Frame.ENTRY ? 1 : 0;
        }
        return at;
    }

    private static int entriesBefore(byte[] segment, int length) {
        int entries = 0;
        int at = SegmentWriter.HEAD_BYTES;
        for (int end : frameEnds(segment)) {
            boolean whole = end <= length;
            entries += whole && segment[at] == Frame.ENTRY ? 1 : 0;
            at = end;
        }
        return entries;
    }

    private static void assertDamaged(Path journal, String reason) {
        JournalFailure failure =
                assertThrows(JournalFailure.class, () -> FileJournal.open(journal, Scene.JOURNAL_KEY, LATER));
        assertEquals(JournalFailure.Kind.DAMAGED, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).contains(reason), failure::getMessage);
    }

    private static void assertValid(Path journal) throws IOException {
        Verdict verdict =
                Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).verify(journal);
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }
}
