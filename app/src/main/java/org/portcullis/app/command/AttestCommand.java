package org.portcullis.app.command;

import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Leads to the commands about attestations. */
@Command(
        name = "attest",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Attest to a workbook: one person drafts, another audits, a third approves; show what was attested.",
        footer = {"", "docs/attestation.md shows an attestation from the workbook to the signed sheet."})
final class AttestCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private AttestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The command with those that it leads to. */
    static CommandLine line(Surroundings surroundings) {
        CommandLine line = new CommandLine(new AttestCommand(surroundings));
        line.addSubcommand("prepare", new AttestPrepareCommand(surroundings));
        line.addSubcommand("review", new AttestReviewCommand(surroundings));
        line.addSubcommand("sign", new AttestSignCommand(surroundings));
        line.addSubcommand("show", new AttestShowCommand(surroundings));
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.terminal().err());
        return ExitStatus.NOT_RUN;
    }
}
