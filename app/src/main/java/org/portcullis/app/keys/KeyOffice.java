package org.portcullis.app.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.JournalEntries;
import org.portcullis.app.wiring.Keys;
import org.portcullis.app.wiring.OrganisationDirectory;
import org.portcullis.app.wiring.OrganisationFiles;
import org.portcullis.app.wiring.Recorded;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.people.Directory;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.OpenJournal;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.OrganisationCalendars;
import org.portcullis.organisation.calendar.LibraryCalendars;

/**
 * Opens a journal for one command about keys, and lets the engine judge it as it does in production.
 *
 * @param folder the journal's folder, as the user typed it
 * @param organisation the organisation file, as the user typed it
 * @param begin whether a journal is begun where there is none
 */
public record KeyOffice(Surroundings surroundings, String folder, String organisation, boolean begin) {

    /** Does what the command asks, or records why not; the journal is closed again. */
    public Recorded handle(Signer journalKey, Command command) {
        Path journal = surroundings.path(folder);
        requireJournal(journal);
        Instant now = surroundings.clock().instant();
        Directory people = people(now);
        try (OpenJournal log = JournalFolder.open(journal, journalKey, now, OpeningCheck.NOBODY)) {
            EnginePorts ports =
                    new EnginePorts(log, journalKey, new BothProviders(), Keys.nonces(surroundings.randomness()));
            return Recorded.in(
                    journal,
                    OrderEngine.open(JournalEntries.of(journal), people, ports, EngineTerms.DEFAULT)
                            .handle(command, now));
        } catch (JournalFailure | EngineFailure | IOException failed) {
            throw new UserMistake(String.valueOf(failed.getMessage()));
        }
    }

    /** The people who work there now. */
    public Directory people(Instant now) {
        LibraryCalendars library = LibraryCalendars.load();
        Organisation read = OrganisationFiles.read(surroundings.path(organisation), organisation, library);
        return new OrganisationDirectory(
                read, now.atZone(ZoneOffset.UTC).toLocalDate(), new OrganisationCalendars(read.calendars(), library));
    }

    private void requireJournal(Path journal) {
        if (JournalFolder.isSeries(journal)) {
            return;
        }
        if (!Files.exists(journal.resolve("journal.vkey"))) {
            if (Files.exists(journal)) {
                throw new UserMistake(folder + ": is not the folder of a journal");
            }
            if (!begin) {
                throw new UserMistake(folder + ": no such journal; --begin begins one");
            }
            return;
        }
        if (continuesAnother(journal)) {
            throw new UserMistake(
                    folder + ": goes on from another shard, whose keys count here too; name the folder of the series");
        }
    }

    private static boolean continuesAnother(Path journal) {
        try {
            AtomicBoolean continues = new AtomicBoolean();
            JournalEntries.of(journal)
                    .forEach(entry -> continues.compareAndSet(
                            false, entry.index() == 0 && entry.body().has("previous")));
            return continues.get();
        } catch (JournalFailure | IOException unreadable) {
            throw new UserMistake("the journal cannot be read: " + unreadable.getMessage());
        }
    }
}
