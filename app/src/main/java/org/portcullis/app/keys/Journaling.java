package org.portcullis.app.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.portcullis.app.opening.WitnessOptions;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Recorded;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.vault.Identity;
import org.portcullis.vault.Vault;
import org.portcullis.vault.VaultFailure;
import org.portcullis.vault.VaultFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What it takes to write to a journal. */
public final class Journaling {
    @Option(names = "--journal-key", paramLabel = "KEY", description = "the journal's key: a file or agent:NAME")
    private Optional<String> journalKey = Optional.empty();

    @Option(
            names = "--organisation",
            paramLabel = "FILE",
            description = "the organisation file, which says who works there today")
    private Optional<String> organisation = Optional.empty();

    @Option(names = "--begin", description = "begin the journal where there is none")
    private boolean begin;

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description =
                    "the journal's vault, where the journal keeps people as pseudonyms: it has pseudonyms for ids, and keeps what people write")
    private Optional<String> vault = Optional.empty();

    @Mixin
    private WitnessOptions witnesses = new WitnessOptions();

    /** Lets the engine judge a command over the journal. */
    public Recorded handle(Surroundings surroundings, String journal, KeyOptions keys, Command command) {
        KeyOffice office = office(surroundings, journal);
        String key = journalKey.orElseThrow(() -> new UserMistake("missing: --journal-key KEY: the journal's key"));
        requireVault(surroundings);
        return office.handle(keys.open(surroundings, key), witnesses.check(surroundings), command);
    }

    /** The people who work there now. */
    public Directory people(Surroundings surroundings, String journal) {
        return office(surroundings, journal).people(surroundings.clock().instant());
    }

    private KeyOffice office(Surroundings surroundings, String journal) {
        String file =
                organisation.orElseThrow(() -> new UserMistake("missing: --organisation FILE: who works there today"));
        return new KeyOffice(surroundings, journal, file, vault, begin);
    }

    /** Whether people are named by the pseudonyms of a vault. */
    public boolean isConcealed() {
        return vault.isPresent();
    }

    /** A person as the journal names it: with a vault the pseudonym, which is new for somebody who works there and whom the vault does not know. */
    public String person(Surroundings surroundings, String typed) {
        if (vault.isEmpty() || Pseudonym.isPseudonym(typed)) {
            return typed;
        }
        requireVault(surroundings);
        Path folder = surroundings.path(vault.get());
        try {
            Optional<Pseudonym> known =
                    Files.exists(folder) ? VaultFolder.at(folder).find(typed) : Optional.empty();
            if (known.isPresent()) {
                return known.get().value();
            }
            Person employed = organisation
                    .flatMap(file -> people(surroundings, "").find(typed))
                    .orElseThrow(
                            () -> new UserMistake("the vault knows nobody with the id or pseudonym `" + typed + "`"));
            try (Vault open = Vault.open(folder, surroundings.randomness()::nextBytes)) {
                return open.commit(new Identity(employed.id(), employed.name())).value();
            }
        } catch (VaultFailure | IOException failed) {
            throw new UserMistake(String.valueOf(failed.getMessage()));
        }
    }

    /** A vault is made together with its journal alone, so that one whose name is mistyped is not made beside it. */
    private void requireVault(Surroundings surroundings) {
        vault.filter(folder -> !begin && !Files.exists(surroundings.path(folder)))
                .ifPresent(folder -> {
                    throw new UserMistake(folder + ": no vault is here");
                });
    }
}
