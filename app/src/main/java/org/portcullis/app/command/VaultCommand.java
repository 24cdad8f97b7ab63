package org.portcullis.app.command;

import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Leads to the commands about the vault beside a journal. */
@Command(
        name = "vault",
        synopsisSubcommandLabel = "COMMAND",
        description = "Say who stands behind the pseudonyms of a journal, hand openings out, and erase people.",
        footer = {"", "docs/privacy.md says what the vault keeps, and what an erasure reaches."})
final class VaultCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private VaultCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with those that it leads to. */
    static CommandLine line(Surroundings surroundings) {
        CommandLine person = new CommandLine(new Person(surroundings));
        person.addSubcommand("add", new VaultPersonAddCommand(surroundings));
        person.addSubcommand("list", new VaultPersonListCommand(surroundings));
        person.addSubcommand("open", new VaultPersonOpenCommand(surroundings));
        person.addSubcommand("erase", new VaultPersonEraseCommand(surroundings));
        CommandLine line = new CommandLine(new VaultCommand(surroundings));
        line.addSubcommand("person", person);
        line.addSubcommand("openings", new VaultOpeningsCommand(surroundings));
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.terminal().err());
        return ExitStatus.NOT_RUN;
    }

    /** Leads to the commands about people. */
    @Command(
            name = "person",
            synopsisSubcommandLabel = "COMMAND",
            description = "Add people to a vault, list and open them, and erase them.")
    static final class Person implements Callable<Integer> {
        private final Surroundings surroundings;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        Person(Surroundings surroundings) {
            this.surroundings = surroundings;
        }

        @Override
        public Integer call() {
            spec.commandLine().usage(surroundings.terminal().err());
            return ExitStatus.NOT_RUN;
        }
    }
}
