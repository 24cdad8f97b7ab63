package org.portcullis.benchmark.report;

import java.util.Objects;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;
import org.portcullis.benchmark.measure.ThreadTime;

/**
 * What one process measured of one benchmark.
 *
 * @param processorNanos the processor time of the thread for each operation
 * @param bytes what the thread allocated for each operation
 * @param p50 the median of the wall time of one operation, where each was timed; in the benchmark's unit
 * @param p99 the 99th percentile of it
 */
record Sample(double processorNanos, double bytes, double p50, double p99) {
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Sample of(RunResult result) {
        Statistics wall = result.getPrimaryResult().getStatistics();
        return new Sample(
                score(result, ThreadTime.RESULT),
                score(result, ALLOCATED),
                wall.getPercentile(50),
                wall.getPercentile(99));
    }

    private static double score(RunResult result, String name) {
        for (String each : result.getSecondaryResults().keySet()) {
            if (each.endsWith(name)) {
                return Objects.requireNonNull(result.getSecondaryResults().get(each))
                        .getScore();
            }
        }
        throw new IllegalStateException("JMH gave no `" + name + "` with " + result.getParams());
    }
}
