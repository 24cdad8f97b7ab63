package org.portcullis.benchmark.alone;

import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.portcullis.benchmark.contest.PolicyText;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.model.PolicyPack;

/** Measures decisions while policies are loaded and put in force beside them, without a disk. */
final class HotReload {
    private static final int MOST = 4_000_000;
    private static final int WARM = 20_000;
    private static final long WARM_NANOS = 2_000_000_000L;

    private HotReload() {}

    /** One thread decides; another loads so many controls so many times. */
    static Figures reload(int controls, int times) throws EngineFailure, InterruptedException, ExecutionException {
        PolicyPack[] packs = {
            PolicyText.compile(PolicyText.windowed(controls)), PolicyText.compile(PolicyText.windowed(controls + 1))
        };
        OrderRoom room = OrderRoom.open(new ForgetfulJournal(), visitor -> {}, packs[0]);
        decide(room, new AtomicBoolean(), WARM, WARM_NANOS);
        Figures figures = new Figures();
        Stopwatch.distribution(figures, "alone", decide(room, new AtomicBoolean(), WARM, WARM_NANOS));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Stopwatch watch = new Stopwatch();
            Future<long[]> decisions = thread.submit(() -> decide(room, over, MOST, Long.MAX_VALUE));
            for (int i = 1; i <= times; i++) {
                room.activate(packs[i % packs.length]);
            }
            figures.put("reload.wall.micros", watch.wallNanos() / 1_000 / times);
            over.set(true);
            long[] nanos = decisions.get();
            Stopwatch.distribution(figures, "during", nanos);
            return figures.put("decisions", nanos.length)
                    .put(
                            "slower.than.5.ms",
                            Arrays.stream(nanos)
                                    .filter(each -> each > 5_000_000)
                                    .count());
        } finally {
            thread.shutdown();
        }
    }

    private static long[] decide(OrderRoom room, AtomicBoolean over, int most, long longest) throws EngineFailure {
        long[] nanos = new long[most];
        int done = 0;
        long begun = System.nanoTime();
        while (!over.get() && done < most && System.nanoTime() - begun < longest) {
            long before = System.nanoTime();
            room.submit();
            nanos[done++] = System.nanoTime() - before;
        }
        return Arrays.copyOf(nanos, done);
    }
}
