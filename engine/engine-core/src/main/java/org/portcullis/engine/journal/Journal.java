package org.portcullis.engine.journal;

import java.util.List;

/**
 * Appends entries to the evidence, in one order for all callers.
 *
 * <p>Callers MUST NOT let anything take effect before the append that records it has returned, and MUST treat every
 * {@link JournalFailure} as "nothing may happen". Implementations MUST be safe for calls from several threads.
 */
public interface Journal {

    /**
     * Writes the records next to each other, in the given order, and returns what was written.
     *
     * <p>When it returns, a durable implementation MUST have forced the entries to the storage device and signed a root that
     * covers them. It MUST block while it is overloaded; it MUST NOT drop, sample, merge or reorder records. It MUST refuse
     * the whole list, and write nothing, when one record is refused: too large ({@link EntryFormat#MAX_BYTES}), nested too
     * deeply, or with a time more than {@link EntryFormat#MAX_LAG} before the latest entry. An empty list writes nothing.
     *
     * @throws JournalFailure with kind {@code REFUSED} (nothing was written, the journal goes on) or {@code STOPPED} (the
     *     outcome is unknown and every later append fails)
     */
    List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure;

    /** Writes one record; the same promise as {@link #append(List)}. */
    default JournalEntry append(JournalRecord record) throws JournalFailure {
        return append(List.of(record)).get(0);
    }
}
