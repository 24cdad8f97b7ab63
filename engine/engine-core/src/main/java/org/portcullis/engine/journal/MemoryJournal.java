package org.portcullis.engine.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps entries in memory, with the same envelope, limits, order and hashes as the file journal.
 *
 * <p><b>Nothing is durable and nothing is signed</b>: when the process ends, the evidence is gone. It serves tests,
 * policy tests and embedding examples, and MUST NOT stand behind a release of real orders. Mutable; safe for calls from
 * several threads.
 */
public final class MemoryJournal implements Journal, EntrySource {

    private final List<JournalEntry> written = new ArrayList<>();
    private EntryChain place;

    /** Makes an empty journal whose entries carry the writer's name. */
    public MemoryJournal(String writer) {
        this.place = EntryChain.start(writer);
    }

    @Override
    public synchronized List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure {
        List<JournalEntry> batch = new ArrayList<>();
        EntryChain end = place;
        for (JournalRecord record : records) {
            EntryChain.Link link = end.append(record);
            batch.add(link.entry());
            end = link.next();
        }
        written.addAll(batch);
        place = end;
        return List.copyOf(batch);
    }

    @Override
    public void forEach(Consumer<JournalEntry> visitor) {
        entries().forEach(visitor);
    }

    @Override
    public synchronized List<JournalEntry> entries() {
        return List.copyOf(written);
    }
}
