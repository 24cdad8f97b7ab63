package org.portcullis.app.month;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.model.calendar.TradingCalendar;

/**
 * Which month is generated, and how much of it.
 *
 * @param decisions how many decisions the journal has in the end
 * @param ordersOnly whether nothing happens but ordinary orders, under few controls, so that there can be many
 * @param days the trading days of London
 */
public record MonthPlan(YearMonth month, long seed, int decisions, boolean ordersOnly, List<LocalDate> days) {
    /** The fewest decisions: what is told of people takes some. */
    public static final int MIN_DECISIONS = 500;

    /** The most decisions. */
    public static final int MAX_DECISIONS = 5_000_000;

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** As many days as the month's events are spread over. */
    private static final int FEWEST_DAYS = 18;

    public MonthPlan {
        days = List.copyOf(days);
    }

    /**
     * Plans a month.
     *
     * @throws UserMistake where the calendar does not know the month, or the number is too small or too large
     */
    public static MonthPlan of(
            YearMonth month, long seed, int decisions, boolean ordersOnly, TradingCalendar calendar) {
        if (decisions < MIN_DECISIONS || decisions > MAX_DECISIONS) {
            throw new UserMistake(
                    "--decisions is between " + MIN_DECISIONS + " and " + MAX_DECISIONS + ", not " + decisions);
        }
        if (!calendar.covers(month.atDay(1)) || !calendar.covers(month.atEndOfMonth())) {
            throw new UserMistake("--month " + month + ": the calendar " + calendar.name() + " knows of the days from "
                    + calendar.firstDay() + " to " + calendar.lastDay());
        }
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = month.atDay(1); !day.isAfter(month.atEndOfMonth()); day = day.plusDays(1)) {
            if (calendar.isTradingDay(day)) {
                days.add(day);
            }
        }
        if (days.size() < FEWEST_DAYS) {
            throw new UserMistake(
                    "--month " + month + ": has " + days.size() + " trading days, fewer than " + FEWEST_DAYS);
        }
        return new MonthPlan(month, seed, decisions, ordersOnly, days);
    }

    /** A time of day in London. */
    static Instant at(LocalDate day, String time) {
        return at(day, LocalTime.parse(time));
    }

    /** A time of day in London. */
    static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(LONDON).toInstant();
    }

    /** The name of the journal. */
    String journalName() {
        return "portcullis.generated/" + month;
    }

    /** The first instant after the month, in London. */
    public Instant end() {
        return at(month.plusMonths(1).atDay(1), LocalTime.MIDNIGHT);
    }

    /** The first instant of the month, in London. */
    public Instant begin() {
        return at(month.atDay(1), LocalTime.MIDNIGHT);
    }
}
