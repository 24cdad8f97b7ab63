package org.portcullis.organisation.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.portcullis.model.calendar.TradingCalendar;

/** A calendar that trades from Monday to Friday, except on the holidays. Immutable. */
record HolidaySet(String name, LocalDate firstDay, LocalDate lastDay, Set<LocalDate> holidays)
        implements TradingCalendar {
    HolidaySet {
        holidays = Set.copyOf(holidays);
    }

    @Override
    public boolean isTradingDay(LocalDate day) {
        if (!covers(day)) {
            throw new IllegalArgumentException(
                    name + " knows of the days from " + firstDay + " to " + lastDay + ", not of " + day);
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !holidays.contains(day);
    }
}
