package org.portcullis.engine.entry;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads instants as entries spell them; what {@link Instant#parse} gives, without its formatter for what most entries have. */
final class Instants {
    /** How an instant begins; `0` stands for a digit. */
    private static final String FORM = "0000-00-00T00:00:00";

    private static final int MAX_FRACTION = 9;

    /** The last day that every month has; the formatter knows which months have more. */
    private static final int SAFE_DAY = 28;

    private Instants() {}

    /** Gives the instant; {@link java.time.DateTimeException} for a text that is none. */
    static Instant parse(String text) {
        int fraction = text.length() - FORM.length() - 2;
        boolean usual = text.endsWith("Z")
                && isUsual(text)
                && (text.length() == FORM.length() + 1
                        || (text.charAt(FORM.length()) == '.'
                                && fraction >= 1
                                && fraction <= MAX_FRACTION
                                && isDigits(text, FORM.length() + 1)));
        if (!usual) {
            return Instant.parse(text);
        }
        int nanos = fraction < 1 ? 0 : number(text, FORM.length() + 1, text.length() - 1);
        for (int digit = Math.max(fraction, 0); digit < MAX_FRACTION; digit++) {
            nanos *= 10;
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        nanos)
                .toInstant(ZoneOffset.UTC);
    }

    /** Tells whether a text begins with a time of a day that every month has. */
    private static boolean isUsual(String text) {
        if (text.length() <= FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char unit = text.charAt(i);
            if (FORM.charAt(i) == '0' ? !isDigit(unit) : unit != FORM.charAt(i)) {
                return false;
            }
        }
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= SAFE_DAY
                && number(text, 11, 13) <= 23
                && number(text, 14, 16) <= 59
                && number(text, 17, 19) <= 59;
    }

    /** Tells whether all up to the last character are digits. */
    private static boolean isDigits(String text, int from) {
        boolean digits = true;
        for (int i = from; digits && i < text.length() - 1; i++) {
            digits = isDigit(text.charAt(i));
        }
        return digits;
    }

    private static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
