package org.portcullis.engine.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /**
     * Shows the entries of some types, for who looks for a few among millions.
     *
     * <p>Implementations MUST find the others whole, and need not read what is in them.
     *
     * @throws JournalFailure with kind {@code DAMAGED} when the evidence cannot be read
     */
    default void forEach(Set<String> types, Consumer<JournalEntry> visitor) throws JournalFailure {
        forEach(entry -> {
            if (types.contains(entry.type())) {
                visitor.accept(entry);
            }
        });
    }

    /** Gives the entries before a place, so that what comes later changes nothing. */
    default EntrySource before(long index) {
        EntrySource all = this;
        return new EntrySource() {
            @Override
            public void forEach(Consumer<JournalEntry> visitor) throws JournalFailure {
                all.forEach(upTo(visitor));
            }

            @Override
            public void forEach(Set<String> types, Consumer<JournalEntry> visitor) throws JournalFailure {
                all.forEach(types, upTo(visitor));
            }

            private Consumer<JournalEntry> upTo(Consumer<JournalEntry> visitor) {
                return entry -> {
                    if (entry.index() < index) {
                        visitor.accept(entry);
                    }
                };
            }
        };
    }

    /** Gives every entry in one list; for journals that fit into memory. */
    default List<JournalEntry> entries() throws JournalFailure {
        List<JournalEntry> entries = new ArrayList<>();
        forEach(entries::add);
        return List.copyOf(entries);
    }
}
