package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
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

    private static void assertRejected(Outcome outcome, long entry, Verdict verdict) {
        assertEquals(outcome, verdict.outcome(), verdict::text);
        assertEquals(OptionalLong.of(entry), verdict.entry(), verdict::text);
    }

    private static List<byte[]> chain(JournalRecord... records) throws JournalFailure {
        return ForgedJournal.chain(List.of(records));
    }

    private static JournalRecord opened() {
        return ForgedJournal.opened();
    }

    private static byte[] replaced(byte[] entry, String from, String to) {
        String text = new String(entry, StandardCharsets.UTF_8);
        assertEquals(2, text.split(Pattern.quote(from), -1).length, text);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }
}
