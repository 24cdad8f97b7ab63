package org.portcullis.app.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.portcullis.app.benchmark.JournalBenchmark;
import org.portcullis.app.benchmark.Latencies;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.journal.JournalFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the journal on this machine and prints the tables that {@code docs/journal-format.md} has. */
@Command(
        name = "journal-benchmark",
        description =
                "Measure how fast this machine writes, verifies and reads back a journal; the answer is Markdown.")
final class JournalBenchmarkCommand implements Callable<Integer> {
    private static final String MAIN = "org.portcullis.app.Main";
    private static final String READING_HEAP = "-Xmx128m";

    private final Surroundings surroundings;

    @Option(names = "--folder", paramLabel = "DIR", description = "an empty folder for its journals (a temporary one)")
    private Optional<String> folder = Optional.empty();

    @Option(names = "--seconds", paramLabel = "N", description = "how long each load is offered (${DEFAULT-VALUE})")
    private int seconds = 10;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "how often each is measured; the best counts (${DEFAULT-VALUE})")
    private int rounds = 3;

    @Option(
            names = "--loads",
            paramLabel = "N",
            split = ",",
            description = "how many entries are offered in a second (${DEFAULT-VALUE})")
    private List<Integer> loads = List.of(10_000, 50_000, 100_000, 150_000, 200_000);

    @Option(
            names = "--entries",
            paramLabel = "N",
            description = "the size of the journal that is verified and read back (${DEFAULT-VALUE})")
    private int entries = 1_000_000;

    @Option(names = "--seed", paramLabel = "N", description = "decides records and arrivals (${DEFAULT-VALUE})")
    private long seed = 20_220_502;

    @Option(
            names = "--decisions",
            paramLabel = "JOURNAL",
            description = "a journal with decisions, such as the demo's, for the bytes of one")
    private Optional<String> decisions = Optional.empty();

    @Option(names = "--read", hidden = true, description = "read this journal back and print how long it took")
    private Optional<String> read = Optional.empty();

    @Option(names = "--verify", hidden = true, description = "verify this journal and print how long it took")
    private Optional<String> verify = Optional.empty();

    JournalBenchmarkCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, JournalFailure, InterruptedException {
        if (read.isPresent()) {
            return answer(JournalBenchmark.read(Path.of(read.get())));
        }
        if (verify.isPresent()) {
            return answer(JournalBenchmark.verify(Path.of(verify.get())));
        }
        if (seconds < 1 || rounds < 1 || entries < 1 || loads.stream().anyMatch(load -> load < 1)) {
            throw new UserMistake("--seconds, --rounds, --loads and --entries are at least 1");
        }
        Path place = folder.isPresent()
                ? surroundings.path(folder.get())
                : Files.createTempDirectory("portcullis-journal-benchmark");
        if (Files.isDirectory(place)) {
            try (var files = Files.list(place)) {
                if (files.findAny().isPresent()) {
                    throw new UserMistake(folder.orElse("the folder") + ": not empty");
                }
            }
        }
        machine();
        writing(place);
        reading(place);
        return ExitStatus.DONE;
    }

    private int answer(JournalBenchmark.Pass pass) {
        out().println(pass.entries() + " " + pass.wallNanos() + " " + pass.cpuNanos());
        return ExitStatus.DONE;
    }

    private void machine() {
        Runtime runtime = Runtime.getRuntime();
        line(
                "%s, %d processors, JDK %s, %s. Best of %d rounds of %d s; a journal of %,d entries; seed %d.",
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                runtime.availableProcessors(),
                System.getProperty("java.version"),
                LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC),
                rounds,
                seconds,
                entries,
                seed);
        line("");
    }

    private void writing(Path place) throws IOException, JournalFailure {
        line("| writing | entries/s | p50 ms | p90 ms | p99 ms | p99.9 ms | max ms | processor µs/entry |");
        line("|---|---:|---:|---:|---:|---:|---:|---:|");
        Latencies single = null;
        for (int round = 0; round < rounds; round++) {
            JournalBenchmark benchmark = new JournalBenchmark(place.resolve("single" + round), seed);
            single = better(single, benchmark.oneByOne(1_000 * Math.min(2, seconds), 2_000 * seconds));
            benchmark.deleteJournals();
        }
        row("a force for each entry, one caller", single);
        for (int load : loads) {
            Latencies best = null;
            for (int round = 0; round < rounds; round++) {
                JournalBenchmark benchmark = new JournalBenchmark(place.resolve("load" + load + "-" + round), seed);
                best = better(best, benchmark.openLoop(load, load * Math.min(3, seconds), load * seconds));
                benchmark.deleteJournals();
            }
            row(String.format(Locale.ROOT, "shared forces, %,d entries/s offered", load), best);
        }
        line("");
    }

    private static Latencies better(@Nullable Latencies before, Latencies now) {
        return before == null || now.perTenThousand(5_000) < before.perTenThousand(5_000) ? now : before;
    }

    private void row(String what, @Nullable Latencies latencies) {
        if (latencies != null) {
            line(
                    "| %s | %,d | %s | %s | %s | %s | %s | %.1f |",
                    what,
                    latencies.perSecond(),
                    millis(latencies.perTenThousand(5_000)),
                    millis(latencies.perTenThousand(9_000)),
                    millis(latencies.perTenThousand(9_900)),
                    millis(latencies.perTenThousand(9_990)),
                    millis(latencies.perTenThousand(10_000)),
                    latencies.cpuNanosPerEntry() / 1e3);
        }
    }

    private void reading(Path place) throws IOException, JournalFailure, InterruptedException {
        JournalBenchmark benchmark = new JournalBenchmark(place.resolve("read"), seed);
        JournalBenchmark.Written written = benchmark.write(entries);
        line("| reading %,d entries | entries/s | seconds | processor µs/entry |", written.entries());
        line("|---|---:|---:|---:|");
        JournalBenchmark.Pass verified = JournalBenchmark.verify(written.folder());
        JournalBenchmark.Pass small = inSmallHeap("--verify", written.folder());
        JournalBenchmark.Pass back = inSmallHeap("--read", written.folder());
        for (int round = 1; round < rounds; round++) {
            verified = faster(verified, JournalBenchmark.verify(written.folder()));
            small = faster(small, inSmallHeap("--verify", written.folder()));
            back = faster(back, inSmallHeap("--read", written.folder()));
        }
        row("the stand-alone verifier, everything", verified);
        row("the same in a new process with " + READING_HEAP, small);
        row("the writer's reader in a new process with " + READING_HEAP, back);
        line("");
        line("| bytes | |");
        line("|---|---:|");
        line("| of an entry, canonical | %,d |", written.entryBytes() / written.entries());
        line(
                "| of an entry in segments, with frames and signed roots | %,d |",
                written.segmentBytes() / written.entries());
        line("| of an entry in published files | %,d |", written.publishedBytes() / written.entries());
        if (decisions.isPresent()) {
            Path journal = surroundings.path(decisions.get());
            line(
                    "| of all entries for each decision, in `%s` | %,d |",
                    journal.getFileName(), JournalBenchmark.bytesPerDecision(journal));
        }
        benchmark.deleteJournals();
    }

    private static JournalBenchmark.Pass faster(JournalBenchmark.Pass before, JournalBenchmark.Pass now) {
        return now.wallNanos() < before.wallNanos() ? now : before;
    }

    private void row(String what, JournalBenchmark.Pass pass) {
        line(
                "| %s | %,d | %.2f | %.1f |",
                what, pass.perSecond(), pass.wallNanos() / 1e9, pass.cpuNanos() / 1e3 / Math.max(1, pass.entries()));
    }

    private static JournalBenchmark.Pass inSmallHeap(String what, Path journal)
            throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        READING_HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN,
                        "journal-benchmark",
                        what,
                        journal.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answer = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (reader.waitFor() != 0 || answer.isEmpty()) {
            throw new IOException("the journal could not be read with " + READING_HEAP);
        }
        String[] parts = answer.split(" ", -1);
        return new JournalBenchmark.Pass(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e6);
    }

    private void line(String format, Object... arguments) {
        out().println(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments));
    }

    private PrintStream out() {
        return surroundings.terminal().out();
    }
}
