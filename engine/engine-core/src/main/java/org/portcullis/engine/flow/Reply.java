package org.portcullis.engine.flow;

import java.util.List;
import org.portcullis.engine.journal.JournalEntry;

/**
 * The answer to a command; when the caller has it, its entries are as durable as the journal makes them.
 *
 * @param entries what was recorded, in order
 * @param instructions what the caller is to do because of it
 */
public record Reply(Outcome outcome, List<JournalEntry> entries, List<Instruction> instructions) {
    public Reply {
        entries = List.copyOf(entries);
        instructions = List.copyOf(instructions);
    }
}
