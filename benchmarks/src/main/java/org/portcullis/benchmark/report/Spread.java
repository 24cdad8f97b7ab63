package org.portcullis.benchmark.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The median of what rounds gave, with the smallest and the largest.
 *
 * <p>Of {@code n} independent rounds all lie on one side of the true median with a probability of two to the power of {@code 1 - n}; so the range from the
 * smallest to the largest holds it with the rest: 97 % with six rounds, whatever the distribution.
 */
record Spread(double median, double low, double high, int rounds) {

    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }

    static Spread of(List<Sample> samples, ToDoubleFunction<Sample> figure) {
        return of(samples.stream().mapToDouble(figure).toArray());
    }

    /** The processor time of one thing as a multiple of another's, round by round. */
    static Spread ratio(List<Sample> of, List<Sample> to) {
        return of(IntStream.range(0, Math.min(of.size(), to.size()))
                .mapToDouble(
                        round -> of.get(round).processorNanos() / to.get(round).processorNanos())
                .toArray());
    }

    /** The confidence that the range holds the true median, in per cent; 0 with one round. */
    int confidence() {
        return (int) Math.round(100 * (1 - Math.pow(2, 1 - rounds)));
    }

    /** The median with the range. */
    String words() {
        return rounds == 1 ? number(median) : number(median) + " (" + number(low) + "–" + number(high) + ")";
    }

    /** A number with three digits that count. */
    static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }
}
