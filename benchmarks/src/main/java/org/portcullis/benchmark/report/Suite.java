package org.portcullis.benchmark.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures everything and writes the page of results.
 *
 * <p>Arguments: {@code --date DATE}, {@code --out FILE}, {@code --folder FOLDER} for journals, {@code --product JAR} for the command line, {@code --quick}.
 */
public final class Suite {
    private Suite() {}

    /** Measures as the arguments say. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        List<String> given = Arrays.asList(arguments);
        Effort effort = given.contains("--quick") ? Effort.QUICK : Effort.FULL;
        String date = option(given, "--date").orElse("not stated");
        Path folder = Files.createDirectories(
                option(given, "--folder").map(Path::of).orElseGet(() -> Path.of("target", "benchmark")));
        Path out = option(given, "--out").map(Path::of).orElseGet(() -> Path.of("RESULTS.md"));
        Progress progress = new Progress(System.err);
        Page head = new Page().paragraph("# Results");
        Machine.into(head, date, effort, folder);
        Rounds rounds = new Rounds(effort, progress);
        OrderFigures orders = new OrderFigures(rounds, effort);
        DecisionFigures decisions = new DecisionFigures(rounds, effort);
        ProcessFigures processes = new ProcessFigures(
                new Children(progress),
                effort,
                folder,
                option(given, "--product").map(Path::of).filter(Files::exists));
        orders.measure();
        decisions.measure();
        processes.measure();
        Targets targets = new Targets();
        orders.judge(targets);
        decisions.judge(targets);
        processes.judge(targets);
        Files.writeString(
                out, page(head, effort, targets, orders, decisions, processes, progress), StandardCharsets.UTF_8);
        progress.say(targets.met() + " of " + targets.size() + " targets are met; the page is " + out);
    }

    private static String page(
            Page head,
            Effort effort,
            Targets targets,
            OrderFigures orders,
            DecisionFigures decisions,
            ProcessFigures processes,
            Progress progress) {
        head.paragraph("Written by `benchmarks/run`, which took " + progress.seconds() + " s; see"
                + " [what is measured and how](../docs/performance.md). Ratios are taken within each of "
                + effort.rounds() + " rounds, in which every engine runs once in a process of its own: the median, and"
                + " in brackets the smallest and the largest, which hold the true median with a probability of "
                + confidence(effort.rounds()) + " %; in what takes long, " + effort.fewRounds()
                + " rounds. A target is MET"
                + " only where the whole range is on its right side.");
        targets.into(head);
        orders.into(head);
        decisions.into(head);
        processes.into(head);
        List<String> missing = new ArrayList<>(List.of(
                "`portcullis replay` over a file of 5 million orders",
                "other processors, other disks, more than the cores above",
                "the network of an order management system before the engine",
                "baskets through the durable path, policies with in-flight controls, and what people do",
                "peers beside those above, for example jCasbin and Easy Rules"));
        if (!effort.isFull()) {
            missing.add(
                    "baskets of 5,000 lines, 1,024 callers, sessions with more than 20 controls, memory of 10,000 controls");
        }
        head.title("Not measured");
        head.paragraph("- " + String.join("\n- ", missing));
        return head.text();
    }

    private static int confidence(int rounds) {
        return Spread.of(new double[rounds]).confidence();
    }

    private static Optional<String> option(List<String> given, String name) {
        int at = given.lastIndexOf(name);
        return at < 0 || at + 1 >= given.size() ? Optional.empty() : Optional.of(given.get(at + 1));
    }
}
