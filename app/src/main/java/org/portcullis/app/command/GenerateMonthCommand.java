package org.portcullis.app.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.month.GeneratedMonth;
import org.portcullis.app.month.MonthPlan;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.OutputFolder;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.json.JsonObject;
import org.portcullis.organisation.calendar.LibraryCalendars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays a month of invented business through the engine. */
@Command(
        name = "month",
        description = {
            "Play a month of invented business of four desks through the engine, under policies/packs/uk-algo-trading,"
                    + " into a signed and published journal.",
            "Time is simulated. People, orders, markets and keys are drawn from the seed: the same seed gives the same"
                    + " entries, and its keys are no secrets."
        })
final class GenerateMonthCommand implements Callable<Integer> {
    private static final String CALENDAR = "XLON-EQ";

    private final Surroundings surroundings;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "where it goes; must be new or empty (default: out/month)")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = "which month (${DEFAULT-VALUE})",
            defaultValue = "2026-05")
    private String month = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "what chance decides (${DEFAULT-VALUE})",
            defaultValue = "1")
    private long seed;

    @Option(
            names = "--decisions",
            paramLabel = "N",
            description = "how many decisions, at least " + MonthPlan.MIN_DECISIONS + " (${DEFAULT-VALUE})",
            defaultValue = "3000")
    private int decisions;

    @Option(
            names = "--orders-only",
            description = "nothing but ordinary orders, under the pack's grants and its limits on amounts alone: for"
                    + " large numbers")
    private boolean ordersOnly;

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    GenerateMonthCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        MonthPlan plan = MonthPlan.of(
                readMonth(),
                seed,
                decisions,
                ordersOnly,
                LibraryCalendars.load().find(CALENDAR).orElseThrow());
        Path folder = out.map(typed -> OutputFolder.named(surroundings.path(typed), typed))
                .orElseGet(() -> OutputFolder.next(surroundings.workingFolder(), "month"));
        Path pack = surroundings.home().resolve("policies").resolve("packs").resolve("uk-algo-trading");
        GeneratedMonth generated;
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            generated = GeneratedMonth.play(plan, pack, folder, CatalogueLoader.embedded(), progress);
        }
        print(plan, generated, surroundings.shown(folder));
        return ExitStatus.DONE;
    }

    private YearMonth readMonth() {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException unreadable) {
            throw new UserMistake("--month " + month + ": is no month such as 2026-05");
        }
    }

    private void print(MonthPlan plan, GeneratedMonth generated, String folder) {
        Terminal terminal = surroundings.terminal();
        if (json) {
            terminal.json(JsonObject.builder()
                    .put("month", plan.month().toString())
                    .put("seed", plan.seed())
                    .put("decisions", (long) generated.decisions())
                    .put("entries", generated.entries())
                    .put("journal", folder + "/journal")
                    .build());
            return;
        }
        terminal.line("month     " + plan.month() + ", seed " + plan.seed() + "; people, orders, markets and keys are"
                + " invented");
        terminal.line(String.format(
                Locale.ROOT,
                "journal   %s/journal: %,d decisions in %,d entries",
                folder,
                generated.decisions(),
                generated.entries()));
        terminal.line("vault     " + folder + "/vault");
        terminal.line("keys      " + folder + "/keys and " + folder + "/journal.key, not encrypted");
        terminal.line("policies  " + folder + (plan.ordersOnly() ? "/policy-1" : "/policy-1, policy-2, policy-3"));
        terminal.line("verify    portcullis verify " + folder + "/journal --key " + folder + "/journal.vkey");
        terminal.line("workbook  portcullis report " + folder + "/journal --vault " + folder + "/vault --from "
                + plan.begin() + " --to " + plan.end());
    }
}
