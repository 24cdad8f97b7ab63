package org.portcullis.report.evidence;

import java.util.OptionalLong;

/**
 * Keeps how values are distributed, in bounded memory, whatever their order.
 *
 * <p>Up to {@link #MAX_EXACT} different values each is counted by itself. Beyond that, values whose first eleven binary digits and length are the
 * same are counted together and stand for the middle between the least and the greatest of them, which is off by less than 0.05 percent. The least
 * and the greatest value are always exact. Mutable; one thread.
 */
final class Distribution {

    /** How many different values are counted each by itself. */
    static final int MAX_EXACT = 1_024;

    /** Says how exact a percentile is that is not. */
    static final String ROUGH = "WITHIN 0.1%";

    private static final int KEPT_DIGITS = 11;
    private static final int MILLE = 1_000;

    private LongCounts counts = new LongCounts();
    private boolean exact = true;
    private long values;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    /** Counts a value. */
    void add(long value) {
        values++;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        counts.add(exact ? value : bucket(value), 1);
        if (exact && counts.size() > MAX_EXACT) {
            exact = false;
            LongCounts together = new LongCounts();
            counts.forEach((each, count) -> together.add(bucket(each), count));
            counts = together;
        }
    }

    /** Gives how many values were counted. */
    long values() {
        return values;
    }

    /** Tells whether percentiles are values that were counted. */
    boolean isExact() {
        return exact;
    }

    /** Gives the least value. */
    OptionalLong least() {
        return values == 0 ? OptionalLong.empty() : OptionalLong.of(least);
    }

    /** Gives the greatest value. */
    OptionalLong greatest() {
        return values == 0 ? OptionalLong.empty() : OptionalLong.of(greatest);
    }

    /**
     * Gives the value of the nearest rank: the least one that so many of a thousand values do not exceed.
     *
     * @param ofThousand from 1 to 1000
     */
    OptionalLong percentile(int ofThousand) {
        if (values == 0) {
            return OptionalLong.empty();
        }
        long rank = Math.max(1, (Math.multiplyExact(values, (long) ofThousand) + MILLE - 1) / MILLE);
        long below = 0;
        for (long each : counts.sorted()) {
            below += counts.of(each);
            if (below >= rank) {
                long value = exact ? each : middle(each);
                return OptionalLong.of(Math.min(greatest, Math.max(least, value)));
            }
        }
        return OptionalLong.of(greatest);
    }

    /** Gives the value nearest to zero that is counted together with this one. */
    private static long bucket(long value) {
        return value < 0 ? -cut(-Math.max(value, -Long.MAX_VALUE)) : cut(value);
    }

    private static long cut(long value) {
        int digits = dropped(value);
        return value >>> digits << digits;
    }

    private static long middle(long bucket) {
        long half = ((1L << dropped(Math.abs(bucket))) - 1) / 2;
        return bucket < 0 ? bucket - half : bucket + half;
    }

    private static int dropped(long value) {
        return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(value) - KEPT_DIGITS);
    }
}
