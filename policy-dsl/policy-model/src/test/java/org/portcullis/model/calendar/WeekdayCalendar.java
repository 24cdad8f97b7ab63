package org.portcullis.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Trades from Monday to Friday in 2022 and 2023, except on the holidays. */
public record WeekdayCalendar(String name, Set<LocalDate> holidays) implements TradingCalendar {
    public WeekdayCalendar {
        holidays = Set.copyOf(holidays);
    }

    @Override
    public LocalDate firstDay() {
        return LocalDate.of(2022, 1, 1);
    }

    @Override
    public LocalDate lastDay() {
        return LocalDate.of(2023, 12, 31);
    }

    @Override
    public boolean isTradingDay(LocalDate day) {
        if (!covers(day)) {
            throw new IllegalArgumentException(name + " does not know of " + day);
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !holidays.contains(day);
    }
}
