package org.portcullis.engine.flow;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.MemoryJournal;

/** A journal that fails when it is told to. */
final class FailingJournal implements Journal {
    private final MemoryJournal memory;
    Optional<JournalFailure.Kind> failure = Optional.empty();

    /** How many appends still succeed before the failure. */
    int appendsBefore;

    FailingJournal(MemoryJournal memory) {
        this.memory = memory;
    }

    @Override
    public List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure {
        if (failure.isPresent() && appendsBefore-- <= 0) {
            throw new JournalFailure(failure.get(), "the disk is full");
        }
        return memory.append(records);
    }
}
