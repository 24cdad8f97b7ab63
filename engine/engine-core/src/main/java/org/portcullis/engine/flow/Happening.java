package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import org.portcullis.engine.journal.JournalEntry;

/**
 * What one command or one deadline came to.
 *
 * @param cause the command, as the journal names it, for example {@code submit}; {@code deadline} where nobody asked
 * @param at the time that it was handled with
 * @param entries what was recorded: at least one, next to each other in the journal, as durable as the journal makes them
 * @param instructions what is to be done because of it; the caller of the front has them too, and carrying one out twice does no harm
 */
public record Happening(
        String cause, Instant at, Outcome outcome, List<JournalEntry> entries, List<Instruction> instructions) {

    /** The cause of what nobody asked for. */
    public static final String DEADLINE = "deadline";

    /** Refuses an empty list with an {@link IllegalArgumentException}. */
    public Happening {
        entries = List.copyOf(entries);
        instructions = List.copyOf(instructions);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("what happened has at least one entry");
        }
    }

    /** The place of its first entry in the journal. */
    public long firstIndex() {
        return entries.get(0).index();
    }

    /** The place after its last entry in the journal. */
    public long nextIndex() {
        return entries.get(entries.size() - 1).index() + 1;
    }
}
