package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;

/** Opens journals that others have seen, and that were put back or rewritten since. */
class OpeningCheckTest {

    @TempDir
    Path directory;

    @Test
    void aJournalGoesOnFromWhatOthersHaveSeen() throws Exception {
        Path journal = journal("a", 1, 2);
        open(journal, checkpoint(journal)).close();
        open(journal, checkpoint(journal("b", 1))).close();
    }

    @Test
    void aJournalThatWasPutBackIsRefused() throws Exception {
        Path shorter = journal("a", 1);
        String seen = checkpoint(journal("b", 1, 2));
        assertRefused("it holds 2 entries and a checkpoint that others have seen is over 3", () -> open(shorter, seen));
    }

    @Test
    void aJournalThatWasDeletedIsRefused() throws Exception {
        String seen = checkpoint(journal("a", 1));
        assertRefused(
                "it holds 0 entries and a checkpoint that others have seen is over 2",
                () -> open(directory.resolve("new"), seen));
        assertTrue(Files.notExists(directory.resolve("new/segments")));
    }

    @Test
    void aForkIsRefused() throws Exception {
        String seen = checkpoint(journal("a", 1, 2));
        Path other = journal("b", 1, 3, 4);
        assertRefused(
                "a checkpoint that others have seen is over 3 other entries: the journal is forked",
                () -> open(other, seen));
    }

    @Test
    void whatIsNotSignedByTheJournalIsRefused() throws Exception {
        Path journal = journal("a", 1);
        Path stranger = directory.resolve("stranger");
        FileJournal.open(stranger, Scene.signer("example.org/desk", 9), Scene.NOW)
                .close();
        String seen = checkpoint(stranger);
        assertRefused(
                "a checkpoint that others have seen is not signed by the key `example.org/desk`",
                () -> open(journal, seen));
    }

    @Test
    void linesOfWitnessesBehindTheSignatureAreNotLookedAt() throws Exception {
        Path journal = journal("a", 1);
        open(journal, checkpoint(journal) + "\u2014 witness.example AAAA\n").close();
    }

    @Test
    void othersAreAskedBeforeAnythingIsWritten() throws Exception {
        Path journal = journal("a", 1);
        List<String> before = contents(journal);
        List<VerifierKey> asked = new ArrayList<>();
        OpeningCheck silent = key -> {
            asked.add(key);
            throw new JournalFailure(JournalFailure.Kind.DAMAGED, "1 witness answered and 2 are needed");
        };
        assertRefused("1 witness answered and 2 are needed", () -> openSeenBy(silent, journal));
        assertEquals(List.of(VerifierKey.of(Scene.JOURNAL_KEY)), asked);
        assertEquals(before, contents(journal));
    }

    @Test
    void aRefusedJournalCanBeOpenedAfterwards() throws Exception {
        Path journal = journal("a", 1);
        String seen = checkpoint(journal("b", 1, 2));
        assertThrows(JournalFailure.class, () -> open(journal, seen));
        open(journal, checkpoint(journal)).close();
    }

    @Test
    void anAnchorOverMoreEntriesIsRefused() throws Exception {
        Path journal = journal("a", 1);
        anchor(journal, 3, checkpoint(journal("b", 1, 2)));
        assertRefused("it holds 2 entries and anchor `anchors/0000000000000003/root` is over 3", () -> open(journal));
    }

    @Test
    void anAnchorOverOtherEntriesIsRefused() throws Exception {
        Path journal = journal("a", 1, 2);
        anchor(journal, 2, checkpoint(journal("b", 7)));
        assertRefused(
                "anchor `anchors/0000000000000002/root` is over 2 other entries: the journal is forked",
                () -> open(journal));
    }

    @Test
    void anAnchorUnderTheSizeOfAnotherIsRefused() throws Exception {
        Path journal = journal("a", 1, 2);
        anchor(journal, 2, checkpoint(journal));
        assertRefused("anchor `anchors/0000000000000002/root` is over 3 entries", () -> open(journal));
    }

    @Test
    void anAnchorThatHoldsIsNoHindrance() throws Exception {
        Path journal = journal("a", 1, 2);
        anchor(journal, 3, checkpoint(journal));
        Files.createDirectories(journal.resolve("anchors/0000000000000009"));
        open(journal).close();
    }

    private Path journal(String name, int... decisions) throws JournalFailure {
        Path journal = directory.resolve(name);
        try (FileJournal open = FileJournal.open(journal, Scene.JOURNAL_KEY, Scene.NOW)) {
            for (int decision : decisions) {
                open.append(Scene.decision(decision));
            }
        }
        return journal;
    }

    private static String checkpoint(Path journal) throws IOException {
        return Files.readString(journal.resolve("checkpoint"));
    }

    private static void anchor(Path journal, long size, String note) throws IOException {
        Path anchor = journal.resolve("anchors").resolve(String.format(Locale.ROOT, "%016d", size));
        Files.createDirectories(anchor);
        Files.writeString(anchor.resolve("root"), note);
    }

    private static FileJournal open(Path journal, String... seen) throws JournalFailure {
        return openSeenBy(key -> List.of(seen), journal);
    }

    private static FileJournal openSeenBy(OpeningCheck others, Path journal) throws JournalFailure {
        Signer key = Scene.JOURNAL_KEY;
        return FileJournal.open(journal, key, Scene.NOW.plusSeconds(100), JournalLimits.DEFAULT, others);
    }

    private static List<String> contents(Path journal) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : Scene.files(journal)) {
            contents.add(file + " " + Files.size(file));
        }
        return contents;
    }

    private static void assertRefused(String reason, Executable opening) {
        JournalFailure failure = assertThrows(JournalFailure.class, opening);
        assertEquals(JournalFailure.Kind.DAMAGED, failure.kind());
        assertTrue(String.valueOf(failure.getMessage()).endsWith(reason), failure::getMessage);
    }
}
