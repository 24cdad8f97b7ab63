package org.portcullis.app.wiring;

import java.nio.file.Path;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.journal.EntryNumber;
import org.portcullis.journal.JournalFolder;

/**
 * Is what came of a command over a journal.
 *
 * @param reply what the engine said
 * @param number names the first entry of the reply
 */
public record Recorded(Reply reply, EntryNumber number) {

    /** Names the first entry of a reply in the journal to which it was written. */
    public static Recorded in(Path journal, Reply reply) {
        return new Recorded(reply, JournalFolder.number(reply.entries().get(0), JournalFolder.isSeries(journal)));
    }

    /** The first entry of the reply. */
    public JournalEntry entry() {
        return reply.entries().get(0);
    }
}
