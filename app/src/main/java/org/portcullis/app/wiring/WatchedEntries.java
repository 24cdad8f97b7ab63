package org.portcullis.app.wiring;

import java.util.Set;
import java.util.function.Consumer;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;

/** Tells somebody how far the readings of a journal have come from which a workbook is made. Mutable, for one workbook. */
final class WatchedEntries implements EntrySource {
    /** It tells no more often than after so many entries. */
    private static final int BETWEEN = 1 << 10;

    private final EntrySource entries;
    private final long size;
    private final Steps steps;
    private boolean surveyed;

    /** Watches the readings of so many entries. */
    WatchedEntries(EntrySource entries, long size, Steps steps) {
        this.entries = entries;
        this.size = size;
        this.steps = steps;
    }

    @Override
    public void forEach(Consumer<JournalEntry> visitor) throws JournalFailure {
        String what = surveyed ? "entries: writing rows" : "entries: reading what became of everything";
        surveyed = true;
        entries.forEach(entry -> {
            visitor.accept(entry);
            if (entry.index() % BETWEEN == 0) {
                steps.step(what, entry.index(), size);
            }
        });
    }

    @Override
    public void forEach(Set<String> types, Consumer<JournalEntry> visitor) throws JournalFailure {
        entries.forEach(types, visitor);
    }
}
