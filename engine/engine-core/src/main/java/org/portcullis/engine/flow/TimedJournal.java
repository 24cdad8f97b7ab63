package org.portcullis.engine.flow;

import java.util.List;
import java.util.function.LongSupplier;
import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;

/**
 * Measures how long a journal takes to make entries durable; everything else is the journal's.
 *
 * <p>Safe for use by many threads, as the journal is. Failed appends are not measured.
 *
 * @param stopwatch nanoseconds that never go backwards, for example {@code System::nanoTime}; only differences count
 */
public record TimedJournal(Journal journal, LongSupplier stopwatch, EngineMetrics metrics) implements Journal {

    @Override
    public List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure {
        long before = stopwatch.getAsLong();
        List<JournalEntry> entries = journal.append(records);
        metrics.appended(entries.size(), stopwatch.getAsLong() - before);
        return entries;
    }
}
