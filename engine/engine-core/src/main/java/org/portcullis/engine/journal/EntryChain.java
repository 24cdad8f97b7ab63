package org.portcullis.engine.journal;

import java.time.Instant;
import org.portcullis.model.json.Digest;

/**
 * Is the place at which the next entry goes; immutable, so that a refused batch leaves no trace.
 *
 * @param writer the name that entries carry
 * @param nextIndex the place of the next entry
 * @param previous the leaf hash of the entry before it, or {@link EntryFormat#NO_ENTRY}
 * @param latest the latest time of any entry so far
 */
public record EntryChain(String writer, long nextIndex, Digest previous, Instant latest) {

    /** Gives the place of the first entry. */
    public static EntryChain start(String writer) {
        return new EntryChain(writer, 0, EntryFormat.NO_ENTRY, JournalRecord.EARLIEST);
    }

    /**
     * Puts a record at this place.
     *
     * @throws JournalFailure with kind {@code REFUSED} when the entry is too large, nested too deeply, or lies more than
     *     {@link EntryFormat#MAX_LAG} before the latest one
     */
    public Link append(JournalRecord record) throws JournalFailure {
        return append(EntryDraft.of(record, writer));
    }

    /** Puts a prepared record at this place, as {@link #append(JournalRecord)} does; it MUST be prepared for this writer. */
    public Link append(EntryDraft draft) throws JournalFailure {
        JournalRecord record = draft.record();
        if (record.at().isBefore(latest.minus(EntryFormat.MAX_LAG))) {
            throw EntryFormat.refused(
                    record,
                    "its time " + record.at() + " is over " + EntryFormat.MAX_LAG.toSeconds() + " s before " + latest);
        }
        byte[] bytes = draft.at(nextIndex, previous);
        JournalEntry entry = EntryFormat.entry(record, nextIndex, writer, previous, bytes);
        return new Link(entry, new Encoded(bytes), after(entry));
    }

    /** Gives the place behind an entry that was read back. */
    public EntryChain after(JournalEntry entry) {
        return new EntryChain(
                writer, entry.index() + 1, entry.leafHash(), entry.at().isAfter(latest) ? entry.at() : latest);
    }

    /**
     * Is an entry that was put in place.
     *
     * @param entry what was recorded
     * @param encoded its canonical bytes
     * @param next the place behind it
     */
    public record Link(JournalEntry entry, Encoded encoded, EntryChain next) {}

    /** Holds the canonical bytes of an entry. */
    public static final class Encoded {

        private final byte[] bytes;

        private Encoded(byte[] bytes) {
            this.bytes = bytes;
        }

        /** Gives the bytes; the caller MUST NOT change them. */
        public byte[] bytes() {
            return bytes;
        }
    }
}
