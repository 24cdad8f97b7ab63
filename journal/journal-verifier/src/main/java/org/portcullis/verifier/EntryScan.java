package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Goes over the bytes of an entry once without building anything, for the entries that need no more. It accepts the plain
 * ones only: the canonical form in ASCII with short escapes and the nine members in place. Every other entry is left to
 * {@link CanonicalParser}, which alone says what is wrong with one. Mutable, for one thread; reused from entry to entry.
 */
final class EntryScan {

    private static final int MAX_DEPTH = 8;
    private static final int TIME_LENGTH = 30;
    private static final long MAX_WHOLE = (1L << 53) - 1;

    private static final byte[] BODY = ascii("{\"body\":");
    private static final byte[] CORRELATION = ascii(",\"correlation\":");
    private static final byte[] PACK = ascii(",\"pack\":");
    private static final byte[] PREV = ascii(",\"prev\":");
    private static final byte[] SEQ = ascii(",\"seq\":");
    private static final byte[] TIME = ascii(",\"time\":");
    private static final byte[] TYPE = ascii(",\"type\":");
    private static final byte[] VERSION_AND_WRITER = ascii(",\"v\":1,\"writer\":");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");

    private byte[] bytes = {};
    private int at;
    private int end;
    private boolean plain;
    private int textFrom;
    private int textTo;
    private int escapes;

    /** Gives the entry in these bytes, or nothing when it is not a plain one. */
    Optional<Scanned> scan(byte[] buffer, int from, int to) {
        bytes = buffer;
        at = from;
        end = to;
        plain = true;
        take(BODY);
        int bodyFrom = at;
        boolean object = at < end && bytes[at] == '{';
        value(1);
        int bodyTo = at;
        take(CORRELATION);
        text();
        take(PACK);
        text();
        take(PREV);
        String prev = asText();
        take(SEQ);
        long seq = whole();
        take(TIME);
        text();
        Optional<Instant> time = plain ? time(bytes, textFrom, textTo) : Optional.empty();
        take(TYPE);
        String type = asText();
        take(VERSION_AND_WRITER);
        String writer = asText();
        boolean whole = plain && object && at == end - 1 && bytes[at] == '}';
        if (!whole || time.isEmpty() || !isType(type)) {
            return Optional.empty();
        }
        Scanned.Place place = new Scanned.Place(buffer, from, to, bodyFrom, bodyTo);
        return Optional.of(new Scanned(place, prev, seq, time.get(), type, writer));
    }

    /** Tells whether a text is dotted lower-case words: {@code [a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*}. */
    static boolean isType(String text) {
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            boolean letter = unit >= 'a' && unit <= 'z';
            boolean later = (unit >= '0' && unit <= '9') || unit == '-';
            if (unit == '.' && !first) {
                first = true;
            } else if (letter || (later && !first)) {
                first = false;
            } else {
                return false;
            }
        }
        return !first;
    }

    /** Reads {@code YYYY-MM-DDThh:mm:ss.nnnnnnnnnZ}; nothing for a text of another form or a day or time that is none. */
    static Optional<Instant> time(byte[] text, int from, int to) {
        if (to - from != TIME_LENGTH) {
            return Optional.empty();
        }
        String form = "dddd-dd-ddTdd:dd:dd.dddddddddZ";
        for (int i = 0; i < TIME_LENGTH; i++) {
            byte unit = text[from + i];
            boolean fits = form.charAt(i) == 'd' ? unit >= '0' && unit <= '9' : unit == form.charAt(i);
            if (!fits) {
                return Optional.empty();
            }
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        int hour = number(text, from + 11, 2);
        int minute = number(text, from + 14, 2);
        int second = number(text, from + 17, 2);
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= daysOf(year, month)
                && hour < 24
                && minute < 60
                && second < 60;
        long seconds = epochDay(year, month, day) * 86_400L + hour * 3_600L + minute * 60L + second;
        return exists ? Optional.of(Instant.ofEpochSecond(seconds, number(text, from + 20, 9))) : Optional.empty();
    }

    private static int daysOf(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return switch (month) {
            case 2 -> leap ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /** Counts days since 1 January 1970 in the Gregorian calendar; the year begins in March, so that leap days come last. */
    private static long epochDay(int year, int month, int day) {
        long fromMarch = month > 2 ? year : year - 1L;
        long monthFromMarch = (month + 9L) % 12;
        long era = Math.floorDiv(fromMarch, 400L);
        long yearOfEra = fromMarch - era * 400;
        long dayOfYear = (153L * monthFromMarch + 2L) / 5L + day - 1L;
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
    }

    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private void value(int depth) {
        if (!plain || at >= end) {
            plain = false;
            return;
        }
        switch (bytes[at]) {
            case '{' -> members(depth + 1);
            case '[' -> items(depth + 1);
            case '"' -> text();
            case 't' -> take(TRUE);
            case 'f' -> take(FALSE);
            default -> whole();
        }
    }

    private void members(int depth) {
        plain &= depth <= MAX_DEPTH;
        at++;
        int keyFrom = -1;
        int keyTo = -1;
        while (plain && !next('}')) {
            if (keyFrom >= 0) {
                take(',');
            }
            text();
            plain = plain
                    && escapes == 0
                    && (keyFrom < 0 || Arrays.compareUnsigned(bytes, keyFrom, keyTo, bytes, textFrom, textTo) < 0);
            keyFrom = textFrom;
            keyTo = textTo;
            take(':');
            value(depth);
        }
        at++;
    }

    private void items(int depth) {
        plain &= depth <= MAX_DEPTH;
        at++;
        boolean first = true;
        while (plain && !next(']')) {
            if (!first) {
                take(',');
            }
            first = false;
            value(depth);
        }
        at++;
    }

    private boolean next(char closing) {
        plain &= at < end;
        return plain && bytes[at] == closing;
    }

    /** Goes over a text and takes down where it stands; one with other escapes than the short ones is not plain. */
    private void text() {
        take('"');
        textFrom = at;
        escapes = 0;
        while (plain && at < end && bytes[at] != '"') {
            byte unit = bytes[at];
            if (unit == '\\') {
                escapes++;
                at++;
                plain = at < end && "bfnrt\"\\".indexOf(bytes[at]) >= 0;
            } else {
                plain = unit >= 0x20;
            }
            at++;
        }
        textTo = at;
        plain &= at < end;
        at++;
    }

    private String asText() {
        text();
        plain &= escapes == 0;
        return plain ? new String(bytes, textFrom, textTo - textFrom, StandardCharsets.ISO_8859_1) : "";
    }

    private long whole() {
        if (!plain || at >= end) {
            plain = false;
            return 0;
        }
        boolean negative = bytes[at] == '-';
        at += negative ? 1 : 0;
        int from = at;
        long whole = 0;
        while (at < end && at - from <= 16 && bytes[at] >= '0' && bytes[at] <= '9') {
            whole = whole * 10 + bytes[at] - '0';
            at++;
        }
        int digits = at - from;
        boolean leadingZero = digits > 0 && bytes[from] == '0' && (digits > 1 || negative);
        plain = digits > 0 && digits <= 16 && !leadingZero && whole <= MAX_WHOLE;
        return negative ? -whole : whole;
    }

    private void take(char expected) {
        plain &= at < end && bytes[at] == expected;
        at++;
    }

    private void take(byte[] expected) {
        int to = at + expected.length;
        plain &= to <= end && Arrays.equals(bytes, at, to, expected, 0, expected.length);
        at = to;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
