package org.portcullis.app.orders;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.engine.submission.Given;

/** Reads numbers and times of cells without making texts of them; mutable, owned by one thread. */
final class CellNumbers {
    private static final int WHOLE_DIGITS = 12;
    private static final int DECIMALS = 6;
    private static final long DAY_SECONDS = 86_400;

    private long day = -1;
    private long dayBegins;

    /** A decimal in millionths as {@link Given#parse} reads it, empty cells absent. */
    Given decimal(LineCells line, int cell) {
        if (line.isEmpty(cell)) {
            return new Given.Absent();
        }
        byte[] bytes = line.bytes();
        long micros = 0;
        int whole = 0;
        int decimals = -1;
        for (int at = line.from(cell); at < line.to(cell); at++) {
            int digit = bytes[at] - '0';
            if (bytes[at] == '.' && decimals < 0 && whole > 0) {
                decimals = 0;
            } else if (digit < 0 || digit > 9) {
                return Given.parse(line.text(cell));
            } else {
                micros = micros * 10 + digit;
                if (decimals < 0) {
                    whole++;
                } else {
                    decimals++;
                }
                if (whole > WHOLE_DIGITS || decimals > DECIMALS) {
                    return Given.parse(line.text(cell));
                }
            }
        }
        if (decimals == 0) {
            return Given.parse(line.text(cell));
        }
        for (int missing = Math.max(decimals, 0); missing < DECIMALS; missing++) {
            micros *= 10;
        }
        return whole == 0 ? Given.parse(line.text(cell)) : new Given.Amount(micros);
    }

    /** An instant such as `2026-12-01T09:00:00.123Z`; empty where it is none. */
    Optional<Instant> instant(LineCells line, int cell) {
        if (line.isEmpty(cell)) {
            return Optional.empty();
        }
        byte[] bytes = line.bytes();
        int from = line.from(cell);
        int length = line.to(cell) - from;
        boolean isUsual = length >= 20
                && length <= 30
                && bytes[from + 4] == '-'
                && bytes[from + 7] == '-'
                && bytes[from + 10] == 'T'
                && bytes[from + 13] == ':'
                && bytes[from + 16] == ':'
                && bytes[from + length - 1] == 'Z'
                && (length == 20 || (bytes[from + 19] == '.' && length > 21));
        long date = isUsual
                ? number(bytes, from, 4) * 10_000 + number(bytes, from + 5, 2) * 100 + number(bytes, from + 8, 2)
                : -1;
        long hours = isUsual ? number(bytes, from + 11, 2) : -1;
        long minutes = isUsual ? number(bytes, from + 14, 2) : -1;
        long seconds = isUsual ? number(bytes, from + 17, 2) : -1;
        long fraction = isUsual && length > 20 ? number(bytes, from + 20, length - 21) : 0;
        boolean isRead = date >= 0
                && hours >= 0
                && hours < 24
                && minutes >= 0
                && minutes < 60
                && seconds >= 0
                && seconds < 60
                && fraction >= 0
                && isDay(date);
        if (!isRead) {
            return parsed(line.text(cell));
        }
        long nanos = fraction;
        for (int digits = length > 20 ? length - 21 : 9; digits < 9; digits++) {
            nanos *= 10;
        }
        return Optional.of(Instant.ofEpochSecond(dayBegins + hours * 3_600 + minutes * 60 + seconds, nanos));
    }

    /** The number of so many digits, or a negative one where one of them is no digit. */
    private static long number(byte[] bytes, int from, int digits) {
        long number = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return Long.MIN_VALUE / 1_000_000;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private boolean isDay(long date) {
        if (date == day) {
            return true;
        }
        try {
            dayBegins = LocalDate.of((int) (date / 10_000), (int) (date / 100 % 100), (int) (date % 100))
                            .toEpochDay()
                    * DAY_SECONDS;
            day = date;
            return true;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
