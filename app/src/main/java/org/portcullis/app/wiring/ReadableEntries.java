package org.portcullis.app.wiring;

import java.util.function.Consumer;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.reading.Reading;

/**
 * Is as much of a journal that does not verify as can be read: its first entries, up to the one before the damage.
 *
 * @param journal the whole journal
 * @param count how many entries from the first one on can be read with their meaning
 */
record ReadableEntries(EntrySource journal, long count) implements EntrySource {

    /** Reads a journal up to its damage, or to its end. */
    static ReadableEntries of(EntrySource journal) {
        long[] read = new long[1];
        try {
            new Reading(journal, Long.MAX_VALUE).forEach((entry, body) -> read[0]++);
        } catch (JournalFailure damaged) {
            // Reason: that it is damaged is what the verdict says; here counts how far it can be read.
            return new ReadableEntries(journal, read[0]);
        }
        return new ReadableEntries(journal, read[0]);
    }

    @Override
    public void forEach(Consumer<JournalEntry> visitor) throws JournalFailure {
        long[] given = new long[1];
        try {
            journal.forEach(entry -> {
                if (given[0] < count) {
                    given[0]++;
                    visitor.accept(entry);
                }
            });
        } catch (JournalFailure damaged) {
            if (given[0] < count) {
                throw damaged;
            }
        }
    }
}
