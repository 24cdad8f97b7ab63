package org.portcullis.killtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalEntry;

/**
 * Kills an engine under load with signal 9, again and again, and finds that nothing it acknowledged is lost and nothing happened twice.
 *
 * <p>How often and from which seed: {@code -Dportcullis.kills=10000 -Dportcullis.killSeed=1}.
 */
@Tag("long")
class KillTest {
    private static final int LANES = 2;

    /** After so many kills a lane begins a new journal, so that opening one stays quick. */
    private static final int KILLS_PER_JOURNAL = 8;

    /** What a process says when signal 9 ended it: 128 and the signal. */
    private static final int KILLED = 137;

    /** A process that has not come as far by then never will. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final int kills = Integer.getInteger("portcullis.kills", 60);
    private final long seed = Long.getLong("portcullis.killSeed", 20220502L);

    /** What all kills together have shown. */
    private static final class Tally {
        int kills;
        int acknowledged;
        int entries;
        int stateChecks;
        int deadlines;
        final TreeMap<String, Integer> types = new TreeMap<>();
        final List<String> faults = new ArrayList<>();

        synchronized void add(Tally other) {
            kills += other.kills;
            acknowledged += other.acknowledged;
            entries += other.entries;
            stateChecks += other.stateChecks;
            deadlines += other.deadlines;
            other.types.forEach((type, count) -> types.merge(type, count, Integer::sum));
            faults.addAll(other.faults);
        }
    }

    @Test
    void whatWasAcknowledgedIsFoundAfterEveryKill() throws Exception {
        System.out.println("kills " + kills + ", seed " + seed);
        Program program = Program.prepare(folder);
        Tally all = new Tally();
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        List<Callable<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            int number = lane;
            int share = kills / LANES + (lane < kills % LANES ? 1 : 0);
            lanes.add(() -> {
                Random random = new Random(seed + number);
                for (int done = 0, journal = 0; done < share; journal++) {
                    int next = Math.min(KILLS_PER_JOURNAL, share - done);
                    all.add(life(program, folder.resolve("lane" + number + "-" + journal), random, next));
                    done += next;
                }
                return null;
            });
        }
        for (Future<Void> lane : threads.invokeAll(lanes)) {
            lane.get();
        }
        threads.shutdown();
        System.out.println(all.kills + " kills, " + all.acknowledged + " acknowledged entries of " + all.entries + ", "
                + all.deadlines + " deadlines fired, " + all.stateChecks + " states compared: " + all.types);
        assertEquals(List.of(), all.faults.subList(0, Math.min(10, all.faults.size())));
        assertEquals(kills, all.kills);
        assertTrue(all.stateChecks > 0 || kills < 50, "no state was compared");
    }

    /** The life of one journal, through so many processes that are killed. */
    private static Tally life(Program program, Path life, Random random, int kills) throws Exception {
        Files.createDirectories(life);
        Path journal = life.resolve("journal");
        Tally tally = new Tally();
        Promises promises = new Promises();
        Optional<String> checkpoint = Optional.empty();
        Instant begin = Desk.MORNING;
        for (int kill = 0; kill < kills; kill++) {
            run(program, life, journal, begin, random, promises);
            tally.kills++;
            if (!Files.exists(journal.resolve("journal.vkey"))) {
                continue;
            }
            // One in five is started again at once on what was left, so that recoveries are killed too.
            if (random.nextInt(5) == 0 && kill < kills - 1) {
                begin = afterwards(Remains.latest(journal), random);
                continue;
            }
            Remains remains = Remains.open(journal);
            for (String fault : remains.faults(promises, checkpoint)) {
                tally.faults.add(life.getFileName() + ", kill " + kill + ": " + fault);
            }
            checkpoint = Optional.of(remains.checkpoint());
            begin = afterwards(remains.latest(), random);
            if (kill == kills - 1) {
                tally.acknowledged = promises.entries.size();
                tally.entries = remains.entries.size();
                tally.stateChecks = promises.stateChecks;
                tally.deadlines = remains.deadlines.fired();
                remains.entries.stream()
                        .map(JournalEntry::type)
                        .forEach(type -> tally.types.merge(type, 1, Integer::sum));
            }
        }
        return tally;
    }

    /** Mostly a little later, sometimes so late that deadlines have passed, now and then a little early. */
    private static Instant afterwards(Instant latest, Random random) {
        int kind = random.nextInt(10);
        return latest.plus(
                kind == 0 ? Duration.ofMillis(-900) : kind < 4 ? Duration.ofSeconds(150) : Duration.ofSeconds(1));
    }

    /** Starts a process and kills it after so many acknowledgements and a moment more. */
    private static void run(Program program, Path life, Path journal, Instant begin, Random random, Promises promises)
            throws IOException, InterruptedException {
        int target = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(80);
        int spins = random.nextInt(60_000);
        Path errors = life.resolve("errors.log");
        Process process = program.start(journal, begin, random.nextLong() >>> 1, errors);
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                () -> {
                    promises.faults.add("a process has said nothing for " + PATIENCE.toSeconds() + " s");
                    process.toHandle().destroyForcibly();
                },
                CompletableFuture.delayedExecutor(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            int steps = 0;
            String line = lines.readLine();
            while (line != null && steps < target) {
                steps += promises.take(line) ? 1 : 0;
                line = steps < target ? lines.readLine() : line;
            }
            for (int spin = 0; spin < spins; spin++) {
                Thread.onSpinWait();
            }
            // The handle sends the same signal and, unlike the process, leaves the pipe open, in which lines may still
            // be.
            process.toHandle().destroyForcibly();
            takeRest(lines, promises);
        }
        int exit = process.waitFor();
        watch.cancel(false);
        if (exit != KILLED) {
            promises.faults.add("a process ended by itself with " + exit + ": " + Files.readString(errors));
        }
    }

    /** What was still in the pipe; a line that was cut off acknowledges nothing. */
    private static void takeRest(BufferedReader lines, Promises promises) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int character = lines.read(); character >= 0; character = lines.read()) {
            if (character == '\n') {
                promises.take(line.toString());
                line.setLength(0);
            } else {
                line.append((char) character);
            }
        }
    }
}
