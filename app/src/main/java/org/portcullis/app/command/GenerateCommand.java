package org.portcullis.app.command;

import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Leads to the commands that generate journals and files of orders to look at and to measure with. */
@Command(
        name = "generate",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Generate a journal of invented business, or a file of invented orders, to look at and to measure with.")
final class GenerateCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private GenerateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with those that it leads to. */
    static CommandLine line(Surroundings surroundings) {
        CommandLine line = new CommandLine(new GenerateCommand(surroundings));
        line.addSubcommand("month", new GenerateMonthCommand(surroundings));
        line.addSubcommand("orders", new GenerateOrdersCommand(surroundings));
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.terminal().err());
        return ExitStatus.NOT_RUN;
    }
}
