package org.portcullis.app.benchmark;

import java.util.Arrays;

/**
 * Is what a round of a benchmark measured; every sample is kept, so that percentiles are exact.
 *
 * <p>A class and not a record because it holds an array, which nobody changes.
 */
public final class Latencies {

    private final long[] sortedNanos;
    private final long wallNanos;
    private final long cpuNanos;

    private Latencies(long[] sortedNanos, long wallNanos, long cpuNanos) {
        this.sortedNanos = sortedNanos;
        this.wallNanos = wallNanos;
        this.cpuNanos = cpuNanos;
    }

    /**
     * Takes samples over.
     *
     * @param nanos each sample; sorted in place
     * @param wallNanos how long the round took
     * @param cpuNanos how much processor time the whole process used in it
     */
    static Latencies of(long[] nanos, long wallNanos, long cpuNanos) {
        Arrays.sort(nanos);
        return new Latencies(nanos, wallNanos, cpuNanos);
    }

    /** Gives the smallest sample that at least so many of ten thousand do not exceed, in nanoseconds. */
    public long perTenThousand(int share) {
        long rank = (sortedNanos.length * (long) share + 9_999) / 10_000;
        return sortedNanos[(int) Math.max(0, rank - 1)];
    }

    /** Gives how many entries became durable in a second. */
    public long perSecond() {
        return sortedNanos.length * 1_000_000_000L / wallNanos;
    }

    /** Gives the processor time of the whole process for each entry, in nanoseconds. */
    public long cpuNanosPerEntry() {
        return cpuNanos / sortedNanos.length;
    }
}
