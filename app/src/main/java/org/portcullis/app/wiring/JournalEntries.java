package org.portcullis.app.wiring;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.journal.JournalDirectory;

/** Reads the entries of a journal directory; whoever relies on them verifies the journal first. */
public final class JournalEntries {
    private JournalEntries() {}

    /**
     * The entries of a folder.
     *
     * @throws NoSuchFileException if there is no such folder
     */
    public static EntrySource of(Path journal) throws NoSuchFileException {
        return JournalDirectory.at(journal);
    }
}
