package org.portcullis.app.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Replays a scenario. */
@Command(
        name = "replay",
        description = "Put the baskets of a scenario before its policies; leaves a journal and a workbook. A folder of"
                + " scenarios is replayed whole, in one table.")
final class ReplayCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FOLDER",
            arity = "0..1",
            description = "a folder with a scenario.yaml, or a folder of such folders (default: all incidents)")
    private Optional<String> folder = Optional.empty();

    @Mixin
    private final ReplayOptions options = new ReplayOptions();

    ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path scenario = folder.map(surroundings::path)
                .orElseGet(() -> surroundings.home().resolve("policies").resolve("incidents"));
        if (LibraryReplay.isLibrary(scenario)) {
            return new LibraryReplay(surroundings, scenario).play(options);
        }
        Path name = scenario.toAbsolutePath().getFileName();
        return new ReplaySession(surroundings, scenario, name == null ? "replay" : name.toString(), true).play(options);
    }
}
