package org.portcullis.app.scenario;

import java.util.Locale;
import org.portcullis.model.value.Exact;

/** Writes amounts of money the way headlines do. */
public final class MoneyWords {
    private static final long MILLION = 1_000_000 * Exact.ONE;
    private static final long BILLION = 1_000 * MILLION;
    private static final long TENTHS = 10;

    private MoneyWords() {}

    /** The amount in billions or millions to one decimal, rounded half up, or in whole units below a million: `248.0 billion`. */
    public static String rounded(long micros) {
        return rounded(micros, " billion", " million");
    }

    /** The same for narrow columns: `248.0bn`. */
    static String brief(long micros) {
        return rounded(micros, "bn", "m");
    }

    private static String rounded(long micros, String billion, String million) {
        if (micros >= BILLION) {
            return tenths(micros, BILLION) + billion;
        }
        if (micros >= MILLION) {
            return tenths(micros, MILLION) + million;
        }
        return String.format(Locale.ROOT, "%,d", halfUp(micros, Exact.ONE));
    }

    private static String tenths(long micros, long unit) {
        long tenths = halfUp(micros, unit / TENTHS);
        return String.format(Locale.ROOT, "%,d.%d", tenths / TENTHS, tenths % TENTHS);
    }

    private static long halfUp(long amount, long unit) {
        return Math.addExact(amount, unit / 2) / unit;
    }
}
