package org.portcullis.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.MemoryJournal;

/**
 * The sample desk's journal as it was once written, one canonical entry to a line, so that a new wording in the engine does not change what
 * the sheets must say of it.
 */
public final class FrozenJournal implements EntrySource {
    static final String FILE = "morning.jsonl";

    private final List<JournalEntry> entries;

    private FrozenJournal(List<JournalEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    public static FrozenJournal morning() {
        try (InputStream in = FrozenJournal.class.getResourceAsStream(FILE)) {
            byte[] content = in == null ? new byte[0] : in.readAllBytes();
            List<JournalEntry> entries = new ArrayList<>();
            for (String line : List.of(new String(content, StandardCharsets.UTF_8).split("\n"))) {
                entries.add(EntryFormat.decode(line.getBytes(StandardCharsets.UTF_8)));
            }
            return new FrozenJournal(entries);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (JournalFailure unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Gives the text of a file that freezes a journal. */
    static String frozen(MemoryJournal journal) throws JournalFailure {
        StringBuilder text = new StringBuilder();
        for (JournalEntry entry : journal.entries()) {
            JournalRecord record = new JournalRecord(
                    entry.type(), entry.at(), entry.correlation(), entry.packFingerprint(), entry.body());
            byte[] bytes = EntryFormat.encode(record, entry.index(), entry.writer(), entry.previous());
            text.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
        }
        return text.toString();
    }

    /** The same journal without one entry. */
    public FrozenJournal without(long index) {
        return new FrozenJournal(
                entries.stream().filter(entry -> entry.index() != index).toList());
    }

    /** The same journal with another entry in the place of one. */
    public FrozenJournal with(JournalEntry other) {
        return new FrozenJournal(entries.stream()
                .map(entry -> entry.index() == other.index() ? other : entry)
                .toList());
    }

    @Override
    public void forEach(Consumer<JournalEntry> visitor) {
        entries.forEach(visitor);
    }

    @Override
    public List<JournalEntry> entries() {
        return entries;
    }
}
