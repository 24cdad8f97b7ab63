package org.portcullis.app.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.portcullis.app.opening.PeopleInJournal;
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
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.journal.EntrySource;
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
import org.portcullis.vault.Concealing;
import org.portcullis.vault.Vault;
import org.portcullis.vault.VaultFailure;

/**
 * Opens a journal for one command about keys, and lets the engine judge it as it does in production.
 *
 * @param folder the journal's folder, as the user typed it
 * @param organisation the organisation file, as the user typed it
 * @param vault the vault's folder, as the user typed it; empty for a journal that keeps people's ids
 * @param begin whether a journal is begun where there is none
 */
public record KeyOffice(
        Surroundings surroundings, String folder, String organisation, Optional<String> vault, boolean begin) {

    /**
     * Does what the command asks, or records why not; the journal is closed again.
     *
     * @param others is asked what others have seen of the journal before anything is written
     */
    public Recorded handle(Signer journalKey, OpeningCheck others, Command command) {
        Path journal = surroundings.path(folder);
        requireJournal(journal);
        if (vault.isEmpty() && Files.exists(journal)) {
            PeopleInJournal.of(journal).requireClear(folder);
        }
        Instant now = surroundings.clock().instant();
        Directory people = people(now);
        try (OpenJournal log = JournalFolder.open(journal, journalKey, now, others)) {
            EnginePorts ports =
                    new EnginePorts(log, journalKey, new BothProviders(), Keys.nonces(surroundings.randomness()));
            EntrySource entries = JournalEntries.of(journal);
            Reply reply = vault.isPresent()
                    ? concealed(vault.get(), entries, people, ports, command, now)
                    : OrderEngine.open(entries, people, ports, EngineTerms.DEFAULT)
                            .handle(command, now);
            return Recorded.in(journal, reply);
        } catch (JournalFailure | EngineFailure | VaultFailure | IOException failed) {
            throw new UserMistake(String.valueOf(failed.getMessage()));
        }
    }

    /** What opens the pseudonyms and commitments of an entry is durable in the vault before the entry is written. */
    private Reply concealed(
            String folder, EntrySource entries, Directory people, EnginePorts ports, Command command, Instant now)
            throws JournalFailure, EngineFailure, VaultFailure, IOException {
        try (Vault open = Vault.open(surroundings.path(folder), surroundings.randomness()::nextBytes)) {
            Concealing concealing = Concealing.over(open, entries, Set.of());
            OrderEngine engine = OrderEngine.open(entries, concealing.directory(people), ports, EngineTerms.DEFAULT);
            Reply reply = concealing.handle(command, commands -> engine.handleAll(commands, now));
            if (reply.entries().isEmpty()) {
                throw new UserMistake(
                        "what was signed names people by their ids, which the journal must not have; sign it"
                                + " again with the pseudonyms that `portcullis vault person list` prints");
            }
            return reply;
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
