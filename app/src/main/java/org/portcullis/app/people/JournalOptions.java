package org.portcullis.app.people;

import java.util.Optional;
import org.portcullis.app.keys.KeyOptions;
import org.portcullis.app.opening.WitnessOptions;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Names the journal beside a vault, where something is to be recorded in it. */
public final class JournalOptions {
    @Option(
            names = "--journal",
            paramLabel = "JOURNAL",
            description = "the folder of the journal, which nobody else has open")
    private Optional<String> journal = Optional.empty();

    @Option(names = "--journal-key", paramLabel = "KEY", description = "the journal's key: a file or agent:NAME")
    private Optional<String> journalKey = Optional.empty();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WitnessOptions witnesses = new WitnessOptions();

    /** The journal with its key; empty where the user named none. */
    public Optional<VaultOffice.Recording> recording(Surroundings surroundings) {
        if (journal.isEmpty() && journalKey.isEmpty()) {
            if (witnesses.areGiven()) {
                throw new UserMistake(
                        "--policy and --witness ask before a journal is written to; they go with --journal JOURNAL");
            }
            return Optional.empty();
        }
        String folder = journal.orElseThrow(() -> new UserMistake("missing: --journal JOURNAL: where it is recorded"));
        String key = journalKey.orElseThrow(() -> new UserMistake("missing: --journal-key KEY: the journal's key"));
        return Optional.of(
                new VaultOffice.Recording(folder, keys.open(surroundings, key), witnesses.check(surroundings)));
    }
}
