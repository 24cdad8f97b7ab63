package org.portcullis.benchmark.alone;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.journal.EntryChain;
import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;

/** Chains entries as every journal does and keeps none of them, so that what is measured is the engine without a disk. */
final class ForgetfulJournal implements Journal {
    private EntryChain place = EntryChain.start("benchmark");

    @Override
    public synchronized List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure {
        List<JournalEntry> batch = new ArrayList<>();
        for (JournalRecord record : records) {
            EntryChain.Link link = place.append(record);
            batch.add(link.entry());
            place = link.next();
        }
        return batch;
    }
}
