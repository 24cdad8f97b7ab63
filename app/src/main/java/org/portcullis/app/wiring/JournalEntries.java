package org.portcullis.app.wiring;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.portcullis.journal.JournalFolder;

/** Reads the entries of a journal, one directory or a series of shards; whoever relies on them verifies the journal first. */
public final class JournalEntries {
    private JournalEntries() {}

    /**
     * The entries of a folder.
     *
     * @throws NoSuchFileException if there is no such folder
     */
    public static JournalFolder of(Path journal) throws NoSuchFileException {
        return JournalFolder.at(journal);
    }
}
