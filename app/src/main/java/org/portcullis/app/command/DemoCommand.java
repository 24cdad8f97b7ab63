package org.portcullis.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Replays the incident of 2 May 2022. */
@Command(name = "demo", description = "Replay the incident of 2 May 2022 under six policies.")
final class DemoCommand implements Callable<Integer> {
    private static final String INCIDENT = "2022-05-02";

    private final Surroundings surroundings;

    @Mixin
    private final ReplayOptions options = new ReplayOptions();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path incident =
                surroundings.home().resolve("policies").resolve("incidents").resolve(INCIDENT);
        return ReplaySession.witnessed(surroundings, incident, "demo").play(options);
    }
}
