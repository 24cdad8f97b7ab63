package org.portcullis.app.attest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.portcullis.app.keys.KeyOptions;
import org.portcullis.app.opening.PeopleInJournal;
import org.portcullis.app.opening.WitnessOptions;
import org.portcullis.app.people.VaultOffice;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.NamedFile;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.vault.OpeningSource;
import org.portcullis.vault.VaultFailure;
import org.portcullis.vault.VaultFolder;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says who acts on a statement, and with which keys; the same for all who do. */
public final class Acting {
    @Option(names = "--person", paramLabel = "ID", required = true, description = "who acts, by the organisation's id")
    private String person = "";

    @Option(
            names = "--function",
            paramLabel = "TEXT",
            required = true,
            description = "the function in which the person acts, such as SMF24; it is not concealed")
    private String function = "";

    @Option(
            names = "--signing-key",
            paramLabel = "KEY",
            required = true,
            description = "the person's own key, enrolled in the journal: a file or agent:NAME")
    private String signingKey = "";

    @Option(
            names = "--journal-key",
            paramLabel = "KEY",
            required = true,
            description = "the journal's key: a file or agent:NAME")
    private String journalKey = "";

    @Option(
            names = "--text-file",
            paramLabel = "FILE",
            description = "a file with what the person has to say, in place of the option with a TEXT")
    private Optional<String> textFile = Optional.empty();

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description =
                    "the journal's vault, where the journal keeps people as pseudonyms: it has the pseudonym and keeps the words")
    private Optional<String> vault = Optional.empty();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WitnessOptions witnesses = new WitnessOptions();

    /** The function, as it is signed. */
    public String function() {
        if (function.isBlank()) {
            throw new UserMistake("--function: name the function in which the person acts");
        }
        return function;
    }

    /** Opens the person's own key. */
    public Signer signer(Surroundings surroundings) {
        return keys.open(surroundings, signingKey);
    }

    /** Opens the journal's key. */
    public Signer journalKey(Surroundings surroundings) {
        return keys.open(surroundings, journalKey);
    }

    /** Who is asked before the journal is written to. */
    public OpeningCheck others(Surroundings surroundings) {
        return witnesses.check(surroundings);
    }

    /** What the person has to say, from one of the two options; empty for nothing. */
    public String words(Surroundings surroundings, Optional<String> text) {
        if (text.isPresent() && textFile.isPresent()) {
            throw new UserMistake("the words are in --text-file or in an option, not in both");
        }
        return textFile.map(file -> new String(
                                NamedFile.read(surroundings.path(file), file, "the text"), StandardCharsets.UTF_8)
                        .strip())
                .or(() -> text.map(String::strip))
                .orElse("");
    }

    /** Opens people and words, as far as the vault has them. */
    public OpeningSource openings(Surroundings surroundings) {
        try {
            return vault.isEmpty() ? OpeningSource.NONE : VaultFolder.at(surroundings.path(vault.get()));
        } catch (VaultFailure failed) {
            throw new UserMistake(String.valueOf(failed.getMessage()));
        }
    }

    /** The person as the journal names it. */
    public String person(Surroundings surroundings, String folder, Path journal) {
        PeopleInJournal people = PeopleInJournal.of(journal);
        if (vault.isEmpty()) {
            people.requireClear(folder);
            return person;
        }
        requireVault(surroundings, vault.get());
        try {
            String pseudonym = new VaultOffice(surroundings, vault.get())
                    .open(open -> VaultOffice.person(open, person).value());
            if (people.known().contains(pseudonym)) {
                return pseudonym;
            }
        } catch (VaultFailure | IOException failed) {
            throw new UserMistake(String.valueOf(failed.getMessage()));
        }
        throw new UserMistake("the journal does not know `" + person + "`; the engine records everybody of the vault"
                + " when it next starts");
    }

    /** Words as the journal carries them: as they are, or a commitment whose opening is durable in the vault when this returns. */
    public String kept(Surroundings surroundings, Path journal, String words) {
        return words.isEmpty() || vault.isEmpty()
                ? words
                : new VaultOffice(surroundings, vault.get())
                        .conceal(person, words, PeopleInJournal.of(journal))
                        .words();
    }

    private static void requireVault(Surroundings surroundings, String folder) {
        if (!Files.exists(surroundings.path(folder))) {
            throw new UserMistake(folder + ": no vault is here");
        }
    }
}
