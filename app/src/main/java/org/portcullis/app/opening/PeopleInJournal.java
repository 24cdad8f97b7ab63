package org.portcullis.app.opening;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.JournalEntries;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.JournalFolder;

/**
 * Whom a journal knows by pseudonym.
 *
 * @param known the pseudonyms that are committed to and not erased
 * @param concealed whether anybody ever was committed to: then ids and words of people have no place in the journal
 */
public record PeopleInJournal(SortedSet<String> known, boolean concealed) {

    /** Reads a journal, or the series of which it is a shard. */
    public static PeopleInJournal of(Path journal) {
        SortedSet<String> committed = new TreeSet<>();
        SortedSet<String> erased = new TreeSet<>();
        try {
            JournalEntries.of(whole(journal)).forEach(entry -> {
                if (entry.type().equals(PersonEntry.COMMITTED)) {
                    committed.add(entry.body().text("person"));
                } else if (entry.type().equals(PersonEntry.ERASED)) {
                    erased.add(entry.body().text("person"));
                }
            });
        } catch (JournalFailure | IOException unreadable) {
            throw new UserMistake("the journal cannot be read: " + unreadable.getMessage());
        }
        boolean concealed = !committed.isEmpty();
        committed.removeAll(erased);
        return new PeopleInJournal(committed, concealed);
    }

    /** A shard does not say whom the shards before it know. */
    private static Path whole(Path journal) {
        Path parent = journal.toAbsolutePath().normalize().getParent();
        return parent != null && !JournalFolder.isSeries(journal) && JournalFolder.isSeries(parent) ? parent : journal;
    }

    /**
     * Refuses to write an id or words of a person into a journal that keeps pseudonyms.
     *
     * @param shown the journal's folder, as the user typed it
     */
    public void requireClear(String shown) {
        if (concealed) {
            throw new UserMistake(shown + ": keeps people as pseudonyms; name its vault with --vault DIR, so that no id"
                    + " and no word of a person is written into it");
        }
    }
}
