package org.portcullis.benchmark.alone;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Measures from when it was made: wall time, and the processor time of the whole process with its compilers and collectors. */
final class Stopwatch {
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long wall = System.nanoTime();
    private final long processor = PROCESS.getProcessCpuTime();

    long wallNanos() {
        return System.nanoTime() - wall;
    }

    long processorNanos() {
        return PROCESS.getProcessCpuTime() - processor;
    }

    /** Puts the two times into the figures, in microseconds. */
    void into(Figures figures, String name) {
        figures.put(name + ".wall.micros", wallNanos() / 1_000).put(name + ".cpu.micros", processorNanos() / 1_000);
    }

    /** Puts median, 99th percentile and maximum of durations into the figures, in microseconds; sorts them. */
    static void distribution(Figures figures, String name, long[] nanos) {
        Arrays.sort(nanos);
        figures.put(name + ".p50.micros", nanos[nanos.length / 2] / 1_000)
                .put(name + ".p99.micros", nanos[(int) (nanos.length * 99L / 100)] / 1_000)
                .put(name + ".max.micros", nanos[nanos.length - 1] / 1_000);
    }
}
