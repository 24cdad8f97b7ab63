package org.portcullis.engine.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gives the entries of a journal, for replay and for reports. */
public interface EntrySource {

    /**
     * Shows every entry once, from index zero on, without gaps.
     *
     * <p>Implementations MUST stop with a failure at the first entry that they cannot read and MUST NOT skip it.
     *
     * @throws JournalFailure with kind {@code DAMAGED} when the evidence cannot be read
     */
    void forEach(Consumer<JournalEntry> visitor) throws JournalFailure;

    /** Gives every entry in one list; for journals that fit into memory. */
    default List<JournalEntry> entries() throws JournalFailure {
        List<JournalEntry> entries = new ArrayList<>();
        forEach(entries::add);
        return List.copyOf(entries);
    }
}
