package org.portcullis.app.terminal;

import java.util.Locale;

/** Spells numbers for people. */
public final class Numbers {
    private Numbers() {}

    /** A count with its thousands apart, for example `1,234,567`. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
