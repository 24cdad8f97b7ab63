package org.portcullis.app.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Replays a scenario. */
@Command(
        name = "replay",
        description = "Put the baskets of a scenario before its policies; leaves a journal and a workbook.")
final class ReplayCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FOLDER", description = "a folder with a scenario.yaml")
    private String folder = "";

    @Mixin
    private final ReplayOptions options = new ReplayOptions();

    ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path scenario = surroundings.path(folder);
        Path name = scenario.toAbsolutePath().getFileName();
        return new ReplaySession(surroundings, scenario, name == null ? "replay" : name.toString()).play(options);
    }
}
