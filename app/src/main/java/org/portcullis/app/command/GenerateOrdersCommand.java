package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.portcullis.app.orders.GeneratedOrders;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Numbers;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a file of invented orders. */
@Command(
        name = "orders",
        description = {
            "Write a file of invented orders of four desks, and the market beside it, for `portcullis replay`.",
            "What is drawn comes from the seed: the same seed gives the same bytes."
        })
final class GenerateOrdersCommand implements Callable<Integer> {
    private static final int PERCENT = 100;

    private final Surroundings surroundings;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where they go; must be new")
    private String out = "";

    @Option(
            names = "--orders",
            paramLabel = "N",
            description = "how many orders (${DEFAULT-VALUE}), " + GeneratedOrders.PER_DAY + " a day",
            defaultValue = "100000")
    private long orders;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "what chance decides (${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "the first day (${DEFAULT-VALUE})",
            defaultValue = "2026-12-01")
    private String from = "";

    GenerateOrdersCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (orders < 1) {
            throw new UserMistake("--orders " + orders + ": write one order at least");
        }
        Path file = surroundings.path(out);
        GeneratedOrders.MarketFiles market;
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            market = GeneratedOrders.write(
                    file,
                    orders,
                    seed,
                    day(),
                    written -> progress.step(
                            "percent, " + Numbers.grouped(written) + " orders", PERCENT * written / orders, PERCENT));
        } catch (FileAlreadyExistsException there) {
            throw new UserMistake(there.getFile() + ": is there already; nothing is overwritten, so name another file");
        } catch (IOException unwritable) {
            throw new UserMistake(out + ": cannot be written: " + unwritable.getMessage());
        }
        surroundings.terminal().line("orders    " + out + ": " + Numbers.grouped(orders) + " orders, seed " + seed);
        surroundings
                .terminal()
                .line("replay    portcullis replay " + out + " --policy policies/packs/uk-algo-trading --market "
                        + surroundings.shown(market.instruments()) + " --market " + surroundings.shown(market.rates())
                        + " --market " + surroundings.shown(market.medians()));
        return ExitStatus.DONE;
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(from);
        } catch (DateTimeException unreadable) {
            throw new UserMistake("--from " + from + ": is no day such as 2026-12-01");
        }
    }
}
