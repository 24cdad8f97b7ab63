package org.portcullis.engine.journal;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Reads instants as entries spell them, character by character: every entry has a time, and a formatter takes ten times as long. */
public final class Instants {
    /** How an instant begins; `0` stands for a digit. */
    private static final String SECONDS = "0000-00-00T00:00:00";

    private static final int MAX_FRACTION = 9;

    /** The last day that every month has; the formatter knows which months have more. */
    private static final int SAFE_DAY = 28;

    private Instants() {}

    /** Gives what {@link Instant#parse} gives; {@link java.time.DateTimeException} for a text that is no instant. */
    public static Instant parse(String text) {
        int fraction = text.length() - SECONDS.length() - 2;
        boolean usual = text.endsWith("Z")
                && isUsual(text)
                && (text.length() == SECONDS.length() + 1
                        || (text.charAt(SECONDS.length()) == '.'
                                && fraction >= 1
                                && fraction <= MAX_FRACTION
                                && isDigits(text, SECONDS.length() + 1)));
        return usual ? of(text, Math.max(fraction, 0)) : Instant.parse(text);
    }

    /** Tells whether a text begins as the form says, in which `0` stands for a digit and everything else for itself. */
    static boolean begins(String text, String form) {
        boolean spelled = text.length() >= form.length();
        for (int i = 0; spelled && i < form.length(); i++) {
            char unit = text.charAt(i);
            spelled = form.charAt(i) == '0' ? isDigit(unit) : unit == form.charAt(i);
        }
        return spelled;
    }

    /** Gives the instant that digits in their places spell, so many of them behind the seconds; {@link java.time.DateTimeException} where there is none. */
    static Instant of(String text, int fraction) {
        int nanos = fraction == 0 ? 0 : number(text, SECONDS.length() + 1, SECONDS.length() + 1 + fraction);
        for (int digit = fraction; digit < MAX_FRACTION; digit++) {
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
        if (!begins(text, SECONDS)) {
            return false;
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
