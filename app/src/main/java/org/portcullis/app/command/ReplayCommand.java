package org.portcullis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Replays a scenario. */
@Command(
        name = "replay",
        description = {
            "Put the baskets of a scenario before its policies; leaves a journal and a workbook. A folder of"
                    + " scenarios is replayed whole, in one table.",
            "With --policy: put the orders of a CSV file before a policy, and count what comes of them; see"
                    + " docs/replay-orders.md. Ends with 1 where a line of the file cannot be read."
        })
final class ReplayCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FOLDER|ORDERS.csv",
            arity = "0..1",
            description =
                    "a folder with a scenario.yaml, or a folder of such folders (default: all incidents); with --policy a"
                            + " file of orders")
    private Optional<String> folder = Optional.empty();

    @Mixin
    private final ReplayOptions options = new ReplayOptions();

    @Mixin
    private final OrdersReplayOptions ofOrders = new OrdersReplayOptions();

    ReplayCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Optional<String> orders = folder.filter(typed -> Files.isRegularFile(surroundings.path(typed)));
        if (orders.isPresent() || ofOrders.policy().isPresent()) {
            String file = folder.orElseThrow(() -> new UserMistake("--policy is for a file of orders; name the file"));
            return new OrdersReplaySession(surroundings, file, ofOrders).play(options.json());
        }
        Path scenario = folder.map(surroundings::path)
                .orElseGet(() -> surroundings.home().resolve("policies").resolve("incidents"));
        if (LibraryReplay.isLibrary(scenario)) {
            return new LibraryReplay(surroundings, scenario).play(options);
        }
        Path name = scenario.toAbsolutePath().getFileName();
        return new ReplaySession(surroundings, scenario, name == null ? "replay" : name.toString(), true).play(options);
    }
}
