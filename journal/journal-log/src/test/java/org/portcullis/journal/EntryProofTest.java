package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verifier;

class EntryProofTest {

    private static final Verifier VERIFIER =
            Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line());

    @TempDir
    Path directory;

    @Test
    void everyEntryIsProvenWithoutTheOthers() throws Exception {
        for (int size = 1; size <= 9; size++) {
            JournalDirectory journal = journal(size);
            for (JournalEntry entry : journal.entries()) {
                byte[] bytes = JournalDirectory.entryBytes(entry);
                assertEquals(
                        Outcome.VALID,
                        VERIFIER.verify(bytes, journal.proof(entry.index())).outcome());
            }
        }
    }

    @Test
    void anotherEntryIsNotProven() throws Exception {
        JournalDirectory journal = journal(5);
        byte[] other = JournalDirectory.entryBytes(journal.entries().get(3));
        assertEquals(Outcome.TAMPERED, VERIFIER.verify(other, journal.proof(2)).outcome());
    }

    @Test
    void anotherKeyIsNotTrusted() throws Exception {
        JournalDirectory journal = journal(2);
        byte[] bytes = JournalDirectory.entryBytes(journal.entries().get(1));
        Verifier other = Verifier.trusting(
                VerifierKey.of(Scene.signer("example.org/desk", 9)).line());
        assertEquals(
                Outcome.UNTRUSTED_KEY, other.verify(bytes, journal.proof(1)).outcome());
    }

    @Test
    void whatIsNoProofIsIllFormed() {
        assertEquals(
                Outcome.ILL_FORMED, VERIFIER.verify(new byte[0], "index 0\n").outcome());
    }

    @Test
    void anEntryBehindTheCheckpointHasNoProof() throws Exception {
        JournalDirectory journal = journal(3);
        assertThrows(IllegalArgumentException.class, () -> journal.proof(3));
    }

    private JournalDirectory journal(int size) throws Exception {
        Path path = directory.resolve("journal" + size);
        try (FileJournal journal = FileJournal.open(path, Scene.JOURNAL_KEY, Scene.NOW)) {
            List<JournalRecord> records = new ArrayList<>();
            for (int i = 1; i < size; i++) {
                records.add(Scene.decision(i));
            }
            journal.append(records);
        }
        return JournalDirectory.at(path);
    }
}
