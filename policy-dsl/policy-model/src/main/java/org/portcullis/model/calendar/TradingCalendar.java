package org.portcullis.model.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Tells the trading days of one market from its holidays.
 *
 * <p>An implementation MUST answer the same for the same day for as long as it lives, and MUST be safe for several threads.
 */
public interface TradingCalendar {

    /** The name under which policies and organisation files ask for it, for example `XLON-EQ`. */
    String name();

    /** The first day of which it knows. */
    LocalDate firstDay();

    /** The last day of which it knows. */
    LocalDate lastDay();

    /**
     * Whether the market trades on the day, if only for some hours.
     *
     * @throws IllegalArgumentException if the calendar does not know of the day; ask {@link #covers} first
     */
    boolean isTradingDay(LocalDate day);

    /** Whether the calendar knows of the day. */
    default boolean covers(LocalDate day) {
        return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
    }

    /** The first trading day after the day; empty where the calendar knows of none. */
    default Optional<LocalDate> next(LocalDate day) {
        return plus(day, 1);
    }

    /**
     * The day so many trading days after the day, which is counted from whether it is a trading day or not; empty where it lies beyond what the calendar knows.
     *
     * @param tradingDays at least 1
     */
    default Optional<LocalDate> plus(LocalDate day, int tradingDays) {
        if (tradingDays < 1) {
            throw new IllegalArgumentException("cannot count " + tradingDays + " trading days on");
        }
        LocalDate reached = day;
        int left = tradingDays;
        while (left > 0) {
            reached = reached.plusDays(1);
            if (!covers(reached)) {
                return Optional.empty();
            }
            left -= isTradingDay(reached) ? 1 : 0;
        }
        return Optional.of(reached);
    }
}
