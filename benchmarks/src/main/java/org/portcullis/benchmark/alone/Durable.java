package org.portcullis.benchmark.alone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;

/** Measures decisions that are durable when the caller has the answer: an engine over a journal on disk. */
final class Durable {
    private final Path folder;

    Durable(Path folder) {
        this.folder = folder;
    }

    /**
     * Lets callers submit one order after the other, each waiting for its answer.
     *
     * @param callers how many threads
     * @param each how many times a caller submits
     * @param together how many orders a caller hands in at once
     */
    Figures callers(int callers, int each, int together)
            throws IOException, JournalFailure, EngineFailure, InterruptedException, ExecutionException {
        Path place = Files.createDirectories(folder).resolve("journal-" + callers + "-" + together);
        delete(place);
        try (FileJournal journal =
                FileJournal.open(place, OrderRoom.signer("example.org/benchmark"), OrderRoom.BEGIN)) {
            OrderRoom room = OrderRoom.open(journal, JournalDirectory.at(place), OrderRoom.policy());
            run(room, callers, Math.max(1, each / 4), together);
            Figures figures = new Figures();
            Stopwatch watch = new Stopwatch();
            long[] nanos = run(room, callers, each, together);
            long wall = watch.wallNanos();
            long processor = watch.processorNanos();
            long decisions = (long) callers * each * together;
            Stopwatch.distribution(figures, "latency", nanos);
            figures.put("decisions", decisions)
                    .put("per.second", decisions * 1_000_000_000L / wall)
                    .put("cpu.nanos", processor / decisions);
            return entries(place, figures);
        } finally {
            delete(place);
        }
    }

    /** The same without a disk: what the engine alone does in one thread. */
    static Figures withoutDisk(int decisions) throws EngineFailure {
        OrderRoom room = OrderRoom.open(new ForgetfulJournal(), visitor -> {}, OrderRoom.policy());
        for (int i = 0; i < decisions; i++) {
            room.submit();
        }
        Stopwatch watch = new Stopwatch();
        for (int i = 0; i < decisions; i++) {
            room.submit();
        }
        return new Figures()
                .put("per.second", decisions * 1_000_000_000L / watch.wallNanos())
                .put("cpu.nanos", watch.processorNanos() / decisions);
    }

    private static long[] run(OrderRoom room, int callers, int each, int together)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<long[]>> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                all.add(threads.submit(() -> submit(room, each, together)));
            }
            long[] nanos = new long[callers * each];
            int at = 0;
            for (Future<long[]> one : all) {
                long[] own = one.get();
                System.arraycopy(own, 0, nanos, at, own.length);
                at += own.length;
            }
            return nanos;
        } finally {
            threads.shutdown();
        }
    }

    private static long[] submit(OrderRoom room, int each, int together) throws EngineFailure {
        long[] nanos = new long[each];
        for (int i = 0; i < each; i++) {
            List<Command> commands = new ArrayList<>(together);
            for (int j = 0; j < together; j++) {
                commands.add(room.next());
            }
            long before = System.nanoTime();
            List<Reply> replies = room.front().handleAll(commands);
            nanos[i] = System.nanoTime() - before;
            replies.forEach(reply -> OrderRoom.require(reply.outcome()));
        }
        return nanos;
    }

    /** What the journal holds for each decision. */
    private static Figures entries(Path place, Figures figures) throws JournalFailure, IOException {
        long[] counts = {0, 0, 0};
        JournalDirectory.at(place).forEach(entry -> {
            counts[0]++;
            counts[1] += bytes(entry);
            counts[2] += entry.type().equals("decision.made") ? 1 : 0;
        });
        return figures.put("entries.per.decision", counts[0] / counts[2]).put("bytes", counts[1] / counts[2]);
    }

    private static int bytes(JournalEntry entry) {
        try {
            return JournalDirectory.entryBytes(entry).length;
        } catch (JournalFailure unwritable) {
            throw new IllegalStateException("an entry that was read is written again", unwritable);
        }
    }

    private static void delete(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            try (Stream<Path> files = Files.walk(place)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
