package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portcullis.journal.ForgedJournal.assertRejected;
import static org.portcullis.journal.ForgedJournal.chain;
import static org.portcullis.journal.ForgedJournal.opened;
import static org.portcullis.journal.ForgedJournal.replaced;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Lets the holder of the journal's key forge, with every checksum, hash and signature in order. */
class ForgeryTest {

    private static final String KEY = VerifierKey.of(Scene.JOURNAL_KEY).line();

    @TempDir
    Path directory;

    @Test
    void anHonestJournalIsValid() throws Exception {
        Verdict verdict = verify(chain(opened(), Scene.decision(1), Scene.decision(3)));
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    @Test
    void aSecondGenesisIsNoticed() throws Exception {
        assertRejected(Outcome.TAMPERED, 1, verify(chain(opened(), opened())));
    }

    @Test
    void anEntryOfAnotherJournalIsNoticed() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1));
        entries.set(1, replaced(entries.get(1), "example.org/desk", "example.org/desj"));
        assertRejected(Outcome.TAMPERED, 1, verify(entries));
    }

    @Test
    void anEntryThatIsNotCanonicalIsIllFormed() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1));
        entries.set(1, replaced(entries.get(1), ",\"v\":1", ", \"v\":1"));
        assertRejected(Outcome.ILL_FORMED, 1, verify(entries));
    }

    @Test
    void aMemberThatTheFormatDoesNotKnowIsIllFormed() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1));
        entries.set(1, replaced(entries.get(1), ",\"v\":1", ",\"u\":1,\"v\":1"));
        assertRejected(Outcome.ILL_FORMED, 1, verify(entries));
    }

    @Test
    void anExtendedHistoryIsValidAgainstAnEarlierCheckpoint() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1), Scene.decision(2));
        ForgedJournal.write(directory.resolve("a"), entries.subList(0, 2));
        ForgedJournal.write(directory.resolve("b"), entries);

        Verdict verdict = extending("a").verify(directory.resolve("b"));
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    @Test
    void aCheckpointOfAnotherHistoryIsAFork() throws Exception {
        ForgedJournal.write(directory.resolve("a"), chain(opened(), Scene.decision(1)));
        ForgedJournal.write(directory.resolve("b"), chain(opened(), Scene.decision(2)));
        Files.copy(
                directory.resolve("a/checkpoint"),
                directory.resolve("b/checkpoint"),
                StandardCopyOption.REPLACE_EXISTING);

        Verdict verdict = Verifier.trusting(KEY).verify(directory.resolve("b"));
        assertEquals(Outcome.FORKED, verdict.outcome(), verdict::text);
    }

    private Verifier extending(String name) throws IOException {
        return Verifier.trusting(KEY)
                .extending(Files.readString(directory.resolve(name).resolve("checkpoint")));
    }

    private Verdict verify(List<byte[]> entries) throws IOException {
        return Verifier.trusting(KEY).verify(ForgedJournal.write(directory, entries));
    }
}
