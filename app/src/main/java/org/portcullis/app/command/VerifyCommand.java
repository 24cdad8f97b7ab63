package org.portcullis.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.verifier.VerifierMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the stand-alone verifier on a journal; the same program runs without us as `java -jar`. */
@Command(
        name = "verify",
        description = "Verify a journal with the stand-alone verifier, which shares no code with its writer.")
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal")
    private String folder = "";

    @Option(names = "--key", paramLabel = "FILE", description = "a verifier key that you have kept elsewhere")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--earlier",
            paramLabel = "FILE",
            description = "a checkpoint that you kept earlier; the journal must extend it")
    private Optional<String> earlier = Optional.empty();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<String> arguments = new ArrayList<>();
        arguments.add(surroundings.path(folder).toString());
        key.ifPresent(file -> {
            arguments.add("--key");
            arguments.add(surroundings.path(file).toString());
        });
        earlier.ifPresent(file -> {
            arguments.add("--earlier");
            arguments.add(surroundings.path(file).toString());
        });
        if (json) {
            arguments.add("--json");
        }
        return VerifierMain.run(
                arguments,
                surroundings.terminal().out(),
                surroundings.terminal().err());
    }
}
