package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalEntry;

/**
 * What fired.
 *
 * @param entries what was recorded: escalations, which the caller delivers to the people they name, and ends
 * @param instructions what the caller is to do because of it
 * @param next when to poll again; in the past where the maximum was reached
 */
public record PollReply(List<JournalEntry> entries, List<Instruction> instructions, Optional<Instant> next) {
    public PollReply {
        entries = List.copyOf(entries);
        instructions = List.copyOf(instructions);
    }
}
