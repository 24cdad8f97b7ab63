package org.portcullis.app.command;

import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Leads to the commands about keys. */
@Command(
        name = "keys",
        synopsisSubcommandLabel = "COMMAND",
        description = "Make keys of people and journals; enrol, rotate and revoke those of people; list them.",
        footer = {"", "docs/keys.md shows a ceremony with three people and three machines."})
final class KeysCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private KeysCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with those that it leads to. */
    static CommandLine line(Surroundings surroundings) {
        CommandLine line = new CommandLine(new KeysCommand(surroundings));
        line.addSubcommand("new", new KeysNewCommand(surroundings));
        line.addSubcommand("enrol", new KeysEnrolCommand(surroundings));
        line.addSubcommand("rotate", new KeysRotateCommand(surroundings));
        line.addSubcommand("revoke", new KeysRevokeCommand(surroundings));
        line.addSubcommand("list", new KeysListCommand(surroundings));
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.terminal().err());
        return ExitStatus.NOT_RUN;
    }
}
