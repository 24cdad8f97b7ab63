package org.portcullis.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.people.JournalOptions;
import org.portcullis.app.people.VaultOffice;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Identity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a person a pseudonym. */
@Command(
        name = "add",
        description = {
            "Add a person to a vault, which is made where there is none, and print the pseudonym.",
            "The journal learns of it with --journal, or when the engine next starts."
        })
final class VaultPersonAddCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "VAULT", description = "the folder of the vault")
    private String folder = "";

    @Option(names = "--id", paramLabel = "ID", required = true, description = "the person's id, as orders carry it")
    private String id = "";

    @Option(names = "--name", paramLabel = "NAME", description = "the person's name", defaultValue = "")
    private String name = "";

    @Mixin
    private JournalOptions journal = new JournalOptions();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    VaultPersonAddCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Optional<VaultOffice.Recording> recording = journal.recording(surroundings);
        Pseudonym person = new VaultOffice(surroundings, folder).add(identity(), recording);
        if (json) {
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("person", person.value())
                            .put("recorded", recording.isPresent())
                            .build());
        } else {
            surroundings.terminal().line(person.value());
        }
        return ExitStatus.DONE;
    }

    private Identity identity() {
        try {
            return new Identity(id, name);
        } catch (IllegalArgumentException unusable) {
            throw new UserMistake(String.valueOf(unusable.getMessage()));
        }
    }
}
