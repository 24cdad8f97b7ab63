package org.portcullis.report.evidence;

import java.util.Optional;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.JournalCheckpoint;

/** Looks whether a journal, which may have grown since, has the entries of an earlier checkpoint. */
public final class CheckpointCheck {

    private CheckpointCheck() {}

    /**
     * Computes the root over the first entries of the journal.
     *
     * @return what the journal has in place of the checkpoint; empty where it has exactly this one
     * @throws JournalFailure when an entry cannot be read
     */
    public static Optional<String> of(EntrySource journal, JournalCheckpoint checkpoint) throws JournalFailure {
        MerkleRoot root = new MerkleRoot();
        long[] entries = new long[1];
        journal.forEach(entry -> {
            if (entries[0] < checkpoint.size()) {
                entries[0]++;
                root.add(entry.leafHash());
            }
        });
        boolean same = entries[0] == checkpoint.size() && root.value().equals(checkpoint.root());
        return same ? Optional.empty() : Optional.of(entries[0] + " entries with the root " + root.value());
    }
}
