package org.portcullis.app.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.VerifierKey;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/**
 * Writes journals as fast as asked for and measures how long entries take until they are durable and signed.
 *
 * <p>Load is offered in an open loop: each entry has a moment at which it is due, drawn beforehand, and its latency is
 * counted from that moment, whether the loop was on time or not. So a journal that stalls does not slow down what measures
 * it. Records are drawn from a seed.
 */
public final class JournalBenchmark {

    private static final String NAME = "example.org/benchmark";
    private static final Instant AT = Instant.parse("2022-05-02T07:56:00Z");
    private static final int RECORDS = 1_024;
    private static final long PARK_NANOS = 30_000;

    private final Path folder;
    private final long seed;
    private final List<JournalRecord> records;
    private int journals;

    /**
     * Prepares a benchmark.
     *
     * @param folder an empty folder for its journals
     * @param seed decides the records and the moments at which they are due
     */
    public JournalBenchmark(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
        this.records = records(new Random(seed));
    }

    /** Is what a reader or a verifier needed for a whole journal. */
    public record Pass(long entries, long wallNanos, long cpuNanos) {

        /** Gives the entries of a second. */
        public long perSecond() {
            return entries * 1_000_000_000L / Math.max(1, wallNanos);
        }
    }

    /** Is a journal that was written for readers, with the bytes of its entries, segments and published files. */
    public record Written(Path folder, long entries, long entryBytes, long segmentBytes, long publishedBytes) {}

    /** Lets one caller append one entry after the other; each waits for its own force. */
    public Latencies oneByOne(int warmUp, int count) throws IOException, JournalFailure {
        try (FileJournal journal = open()) {
            for (int i = 0; i < warmUp; i++) {
                journal.append(record(i));
            }
            long[] nanos = new long[count];
            long cpu = cpuNanos();
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                long before = System.nanoTime();
                journal.append(record(i));
                nanos[i] = System.nanoTime() - before;
            }
            return Latencies.of(nanos, System.nanoTime() - start, cpuNanos() - cpu);
        }
    }

    /** Offers entries at a rate; they share forces. */
    public Latencies openLoop(int perSecond, int warmUp, int count) throws IOException, JournalFailure {
        try (FileJournal journal = open()) {
            offer(journal, perSecond, warmUp);
            return offer(journal, perSecond, count);
        }
    }

    private Latencies offer(FileJournal journal, int perSecond, int count) throws JournalFailure {
        long[] due = due(perSecond, count);
        long[] nanos = new long[count];
        Semaphore done = new Semaphore(0);
        long cpu = cpuNanos();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            long moment = start + due[i];
            while (System.nanoTime() < moment) {
                LockSupport.parkNanos(PARK_NANOS);
            }
            journal.appendLater(List.of(record(i))).whenComplete((entries, failure) -> {
                nanos[number] = System.nanoTime() - moment;
                done.release();
            });
        }
        done.acquireUninterruptibly(count);
        return Latencies.of(nanos, System.nanoTime() - start, cpuNanos() - cpu);
    }

    /** Draws the moments at which entries are due, as many independent callers have them. */
    private long[] due(int perSecond, int count) {
        Random random = new Random(seed);
        long[] due = new long[count];
        double at = 0;
        for (int i = 0; i < count; i++) {
            at -= Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
            due[i] = (long) at;
        }
        return due;
    }

    /** Writes a journal for {@link #verify} and {@link #read}. */
    public Written write(int entries) throws IOException, JournalFailure {
        Path journalFolder;
        try (FileJournal journal = open()) {
            journalFolder = folder.resolve("journal" + journals);
            for (int i = 0; i < entries; i += RECORDS) {
                journal.append(records.subList(0, Math.min(RECORDS, entries - i)));
            }
        }
        long[] bytes = {0, 0};
        JournalDirectory.at(journalFolder).forEach(entry -> {
            bytes[0] += bytes(entry);
            bytes[1]++;
        });
        return new Written(
                journalFolder,
                bytes[1],
                bytes[0],
                size(journalFolder.resolve("segments")),
                size(journalFolder.resolve("tile")));
    }

    /** Verifies a journal with the stand-alone verifier; {@link IllegalStateException} when it is not valid. */
    public static Pass verify(Path journal) throws IOException {
        String key = Files.readString(journal.resolve("journal.vkey")).strip();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        Verdict verdict = Verifier.trusting(key).verify(journal);
        long wall = System.nanoTime() - start;
        if (!verdict.isValid()) {
            throw new IllegalStateException("the journal that was just written is not valid: " + verdict.text());
        }
        return new Pass(verdict.counts().entries(), wall, cpuNanos() - cpu);
    }

    /** Reads every entry of a journal back. */
    public static Pass read(Path journal) throws IOException, JournalFailure {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        long[] entries = {0};
        JournalDirectory.at(journal).forEach(entry -> entries[0]++);
        return new Pass(entries[0], System.nanoTime() - start, cpuNanos() - cpu);
    }

    /** Gives the bytes of the entries of a journal for each of its decisions; zero where it has none. */
    public static long bytesPerDecision(Path journal) throws IOException, JournalFailure {
        long[] found = {0, 0};
        JournalDirectory.at(journal).forEach(entry -> {
            found[0] += bytes(entry);
            found[1] += entry.type().equals("decision.made") ? 1 : 0;
        });
        return found[1] == 0 ? 0 : found[0] / found[1];
    }

    private FileJournal open() throws IOException, JournalFailure {
        journals++;
        Files.createDirectories(folder);
        return FileJournal.open(folder.resolve("journal" + journals), key(), AT);
    }

    /** Deletes the journals that were written so far. */
    public void deleteJournals() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= journals; i++) {
            Path journal = folder.resolve("journal" + i);
            if (Files.isDirectory(journal)) {
                try (Stream<Path> all = Files.walk(journal)) {
                    all.forEach(files::add);
                }
            }
        }
        Collections.reverse(files);
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** Gives the key that the journals of benchmarks are signed with, which is no secret. */
    public static String verifierKey() {
        return VerifierKey.of(key()).line();
    }

    private static Ed25519Signer key() {
        return Ed25519Signer.ofSeed(NAME, new byte[Ed25519Signer.SEED_BYTES]);
    }

    private JournalRecord record(int number) {
        return records.get(number % RECORDS);
    }

    private static List<JournalRecord> records(Random random) {
        List<JournalRecord> records = new ArrayList<>(RECORDS);
        for (int i = 0; i < RECORDS; i++) {
            JsonObject body = JsonObject.builder()
                    .put("submission", "S-" + (100_000 + random.nextInt(900_000)))
                    .put("line", 1L + random.nextInt(300))
                    .put("control", "D1-HARD-LIMIT")
                    .put("effect", random.nextBoolean() ? "passed" : "warned")
                    .put("value", random.nextInt(900_000_000) + "." + (10 + random.nextInt(90)))
                    .put("limit", "500000000.00")
                    .put("currency", "USD")
                    .build();
            records.add(new JournalRecord("decision.line", AT, "S-" + i, "sha256:" + "0".repeat(64), body));
        }
        return List.copyOf(records);
    }

    private static int bytes(JournalEntry entry) {
        try {
            return JournalDirectory.entryBytes(entry).length;
        } catch (JournalFailure unwritable) {
            throw new IllegalStateException("an entry that was read is written again", unwritable);
        }
    }

    private static long size(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElse(0L);
    }
}
