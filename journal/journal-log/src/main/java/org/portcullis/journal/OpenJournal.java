package org.portcullis.journal;

import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.journal.JournalFailure;

/** Is a journal that is open for writing: one directory ({@link FileJournal}) or a series of shards ({@link JournalSeries}). */
public interface OpenJournal extends Journal, AutoCloseable {

    /** Publishes what was written so far, and returns when that is durable; see {@link FileJournal#publish}. */
    void publish() throws JournalFailure;

    /** Writes what still waits, publishes and ends; the second call does nothing. */
    @Override
    void close() throws JournalFailure;
}
