package org.portcullis.app.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.portcullis.app.opening.PeopleInJournal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.JournalEntries;
import org.portcullis.app.wiring.Keys;
import org.portcullis.app.wiring.Recorded;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.OpenJournal;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.vault.Concealing;
import org.portcullis.vault.Identity;
import org.portcullis.vault.Vault;
import org.portcullis.vault.VaultFailure;

/**
 * Opens a vault for one command, and a journal with it where the command is to be recorded.
 *
 * @param folder the vault's folder, as the user typed it
 */
public record VaultOffice(Surroundings surroundings, String folder) {

    /** A journal with the key that signs it, and those who are asked what they have seen of it. */
    public record Recording(String journal, Signer key, OpeningCheck others) {}

    /** A person and words of theirs, as a journal carries them. */
    public record Concealed(String person, String words) {}

    /** Does something with the vault, which is made where there is none. */
    @FunctionalInterface
    public interface Use<R> {
        /** Does it. */
        R with(Vault vault) throws VaultFailure, IOException;
    }

    /** Opens the vault, and closes it again. */
    public <R> R open(Use<R> use) throws VaultFailure, IOException {
        try (Vault vault = Vault.open(surroundings.path(folder), surroundings.randomness()::nextBytes)) {
            return use.with(vault);
        }
    }

    /** Gives a person a pseudonym, and records it at once where there is a journal to record it in; the next start of the engine does so otherwise. */
    public Pseudonym add(Identity identity, Optional<Recording> recording) throws VaultFailure, IOException {
        return open(vault -> {
            Optional<Pseudonym> known = vault.find(identity.id());
            if (known.isPresent()) {
                throw new UserMistake("--id: the vault knows `" + identity.id() + "` as " + known.get() + " already");
            }
            Pseudonym person = vault.commit(identity);
            recording.ifPresent(journal -> recorded(vault, journal, Optional.empty()));
            return person;
        });
    }

    /** Records an erasure, and destroys what opens the person's commitments where it is recorded. */
    public Recorded erase(String person, String by, String reason, Recording recording)
            throws VaultFailure, IOException {
        return open(vault -> recorded(
                        vault,
                        recording,
                        Optional.of(new Command.ErasePerson(
                                person(vault, person), person(vault, by).value(), reason)))
                .orElseThrow());
    }

    /**
     * Keeps words of a person whom a journal knows; what opens them is durable when this returns.
     *
     * @param by the person's pseudonym or id
     */
    public Concealed conceal(String by, String words, PeopleInJournal journal) {
        if (!Files.exists(surroundings.path(folder))) {
            throw new UserMistake(folder + ": no vault is here");
        }
        try (Vault vault = Vault.open(surroundings.path(folder), surroundings.randomness()::nextBytes)) {
            Pseudonym person = person(vault, by);
            if (!journal.known().contains(person.value())) {
                throw new UserMistake("the journal does not know `" + by
                        + "`; the engine records everybody of the vault when it next starts");
            }
            return new Concealed(person.value(), vault.conceal(person, words).text());
        } catch (VaultFailure | IOException failed) {
            throw new UserMistake(String.valueOf(failed.getMessage()));
        }
    }

    /** The person whom the user means: a pseudonym, or an id that the vault knows. */
    public static Pseudonym person(Vault vault, String typed) {
        if (Pseudonym.isPseudonym(typed)) {
            return new Pseudonym(typed);
        }
        return vault.find(typed)
                .orElseThrow(() -> new UserMistake("the vault knows nobody with the id or pseudonym `" + typed + "`"));
    }

    private Optional<Recorded> recorded(Vault vault, Recording recording, Optional<Command> command) {
        Path journal = surroundings.path(recording.journal());
        if (!Files.exists(journal.resolve("journal.vkey")) && !JournalFolder.isSeries(journal)) {
            throw new UserMistake(recording.journal() + ": is not the folder of a journal");
        }
        Instant now = surroundings.clock().instant();
        try (OpenJournal log = JournalFolder.open(journal, recording.key(), now, recording.others())) {
            EntrySource entries = JournalEntries.of(journal);
            OrderEngine engine = OrderEngine.open(
                    entries,
                    new NobodyElse(),
                    new EnginePorts(log, recording.key(), new BothProviders(), Keys.nonces(surroundings.randomness())),
                    EngineTerms.DEFAULT);
            Concealing concealing = Concealing.over(vault, entries, Set.of());
            concealing.recordPeople(commands -> engine.handleAll(commands, now));
            return command.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Recorded.in(
                            journal, concealing.handle(command.get(), commands -> engine.handleAll(commands, now))));
        } catch (JournalFailure | EngineFailure | VaultFailure | IOException failed) {
            throw new UserMistake(String.valueOf(failed.getMessage()));
        }
    }
}
