package org.portcullis.organisation.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * Says which calendar of the library a name stands for.
 *
 * @param part the part of the country, in the library's own words
 * @param closedEveryYear days on which the market is closed although the library has no holiday
 */
record Mapping(
        String name,
        String title,
        HolidayCalendar library,
        Optional<String> part,
        List<MonthDay> closedEveryYear,
        LocalDate from,
        LocalDate to) {
    Mapping {
        closedEveryYear = List.copyOf(closedEveryYear);
    }
}
