package org.portcullis.app.command;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.attest.Acting;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.attestation.AttestationRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves a statement that was drafted and audited. */
@Command(
        name = "sign",
        description = {
            "Approve a statement that was drafted and audited: show it with both, and sign.",
            "It is another person than those who acted before; the statement and the workbook must be what they were."
        },
        footer = {"", "Exit status: 0 when it is in the journal, 1 when it was refused, 2 when nothing was done."})
final class AttestSignCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal, which nobody else has open")
    private String folder = "";

    @Option(names = "--statement", paramLabel = "FILE", required = true, description = "the statement that was drafted")
    private String statement = "";

    @Option(names = "--workbook", paramLabel = "FILE", required = true, description = "the workbook that it is about")
    private String workbook = "";

    @Option(names = "--conditions", paramLabel = "TEXT", description = "conditions and dates")
    private Optional<String> conditions = Optional.empty();

    @Mixin
    private Acting acting = new Acting();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    AttestSignCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        return new AttestAnswer(surroundings, folder, AttestationRole.APPROVES, json)
                .give(statement, workbook, acting, conditions);
    }
}
