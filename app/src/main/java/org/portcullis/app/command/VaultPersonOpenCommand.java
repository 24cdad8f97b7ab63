package org.portcullis.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.vault.Identity;
import org.portcullis.vault.Opening;
import org.portcullis.vault.OpeningsFile;
import org.portcullis.vault.VaultFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows everything that a vault keeps of a person. */
@Command(
        name = "open",
        description = "Show everything that a vault keeps of a person: who it is, and everything the person wrote.")
final class VaultPersonOpenCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "VAULT", description = "the folder of the vault")
    private String folder = "";

    @Parameters(index = "1", paramLabel = "PERSON", description = "the person's pseudonym or id")
    private String person = "";

    @Option(names = "--json", description = "answer as one JSON document, with the salts")
    private boolean json;

    VaultPersonOpenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        VaultFolder vault = VaultFolder.at(surroundings.path(folder));
        Pseudonym found = vault.find(person)
                .orElseThrow(() -> new UserMistake("the vault knows nobody with the id or pseudonym `" + person + "`"));
        List<Opening> openings = vault.of(found);
        if (json) {
            surroundings.terminal().json(OpeningsFile.of(openings).toJson());
            return ExitStatus.DONE;
        }
        surroundings.terminal().line(found.value());
        openings.forEach(this::show);
        return ExitStatus.DONE;
    }

    private void show(Opening opening) {
        opening.person().ifPresent(this::show);
        opening.text()
                .ifPresent(text -> surroundings
                        .terminal()
                        .line("  " + opening.commitment() + "  " + text.replaceAll("\\s+", " ")));
    }

    private void show(Identity identity) {
        surroundings.terminal().line("  id    " + identity.id());
        if (!identity.name().isEmpty()) {
            surroundings.terminal().line("  name  " + identity.name());
        }
    }
}
