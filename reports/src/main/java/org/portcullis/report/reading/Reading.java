package org.portcullis.report.reading;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.JsonMismatch;

/**
 * Reads the entries that the checkpoint covers, with their bodies.
 *
 * @param source the journal; entries behind the checkpoint are left alone, since nobody has signed them yet
 * @param size how many entries the checkpoint covers
 */
public record Reading(EntrySource source, long size) {

    /**
     * Shows every entry; the body is empty for types that are not the engine's.
     *
     * @throws JournalFailure when an entry cannot be read, naming it
     */
    public void forEach(BiConsumer<JournalEntry, Optional<EntryBody>> visitor) throws JournalFailure {
        try {
            source.forEach(entry -> {
                if (entry.index() < size) {
                    visitor.accept(entry, body(entry));
                }
            });
        } catch (Unreadable unreadable) {
            throw new JournalFailure(
                    JournalFailure.Kind.DAMAGED,
                    "entry " + unreadable.index + " of type `" + unreadable.type + "` cannot be read: "
                            + unreadable.reason,
                    unreadable);
        }
    }

    private static Optional<EntryBody> body(JournalEntry entry) {
        try {
            return EntryBody.read(entry);
        } catch (JsonMismatch | IllegalArgumentException | DateTimeException | ArithmeticException malformed) {
            throw new Unreadable(entry, malformed);
        }
    }

    /** Carries the failure out of the callback. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long index;
        private final String type;
        private final String reason;

        Unreadable(JournalEntry entry, RuntimeException cause) {
            super(cause);
            this.index = entry.index();
            this.type = entry.type();
            this.reason = String.valueOf(cause.getMessage());
        }
    }
}
