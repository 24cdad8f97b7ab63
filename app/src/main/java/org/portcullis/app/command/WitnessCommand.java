package org.portcullis.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.witness.WitnessMain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Runs the stand-alone witness; the same program runs without us as `java -jar`. */
@Command(
        name = "witness",
        customSynopsis = "portcullis witness --key FILE --state DIR --log VKEY... [--port N] [--host NAME]",
        description = "Run a witness, which cosigns a journal's checkpoints for people who do not hold its key;"
                + " --key FILE --new-key NAME makes its key.")
final class WitnessCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    WitnessCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        WitnessMain.Outcome outcome = WitnessMain.run(
                arguments,
                surroundings.terminal().out(),
                surroundings.terminal().err());
        if (outcome.server().isPresent()) {
            // A witness runs until somebody ends the process.
            new CountDownLatch(1).await();
        }
        return outcome.status();
    }
}
