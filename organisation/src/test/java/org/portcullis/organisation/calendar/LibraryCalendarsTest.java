package org.portcullis.organisation.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.model.calendar.TradingCalendar;

class LibraryCalendarsTest {
    private static final LibraryCalendars CALENDARS = LibraryCalendars.load();

    static List<String> names() {
        return CALENDARS.names();
    }

    /** Every weekday of 2022 without trading, as the exchanges published them. */
    @ParameterizedTest
    @CsvSource({
        "XLON-EQ, 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27",
        "XNYS-EQ, 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
        "XNAS-EQ, 01-17 02-21 04-15 05-30 06-20 07-04 09-05 11-24 12-26",
        "XPAR-EQ, 04-15 04-18 12-26",
        "XAMS-EQ, 04-15 04-18 12-26",
        "XBRU-EQ, 04-15 04-18 12-26",
        "XLIS-EQ, 04-15 04-18 12-26",
        "XETR-EQ, 04-15 04-18 12-26",
        "XSTO-EQ, 01-06 04-15 04-18 05-26 06-06 06-24 12-26",
        "XSWX-EQ, 04-15 04-18 05-26 06-06 08-01 12-26",
        "TARGET,  04-15 04-18 12-26"
    })
    void marketIsClosedOnTheseDaysOf2022(String name, String days) {
        assertEquals(days, closed(name, 2022));
    }

    /** A year in which Christmas lies within the week, so that the eves show. */
    @ParameterizedTest
    @CsvSource({
        "XLON-EQ, 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
        "XNYS-EQ, 01-01 01-15 02-19 03-29 05-27 06-19 07-04 09-02 11-28 12-25",
        "XPAR-EQ, 01-01 03-29 04-01 05-01 12-25 12-26",
        "XETR-EQ, 01-01 03-29 04-01 05-01 12-24 12-25 12-26 12-31",
        "XSTO-EQ, 01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31",
        "XSWX-EQ, 01-01 01-02 03-29 04-01 05-01 05-09 05-20 08-01 12-24 12-25 12-26 12-31"
    })
    void marketIsClosedOnTheseDaysOf2024(String name, String days) {
        assertEquals(days, closed(name, 2024));
    }

    /** Days that no rule gives: an act of state, a coronation, a funeral, a mourning. */
    @ParameterizedTest
    @CsvSource({
        "XLON-EQ, 2020-05-08",
        "XLON-EQ, 2023-05-08",
        "XLON-EQ, 2022-09-19",
        "XNYS-EQ, 2018-12-05",
        "XNYS-EQ, 2025-01-09"
    })
    void singleHolidayIsKnown(String name, LocalDate day) {
        assertFalse(calendar(name).isTradingDay(day));
    }

    @ParameterizedTest
    @CsvSource({"XLON-EQ, 2020-05-04", "XLON-EQ, 2022-05-30", "XNYS-EQ, 2021-06-18", "XETR-EQ, 2022-10-03"})
    void dayThatALaymanTakesForAHolidayIsTraded(String name, LocalDate day) {
        assertTrue(calendar(name).isTradingDay(day));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nobodyTradesAtWeekends(String name) {
        TradingCalendar calendar = calendar(name);
        assertFalse(calendar.firstDay()
                .datesUntil(calendar.lastDay().plusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0)
                .anyMatch(calendar::isTradingDay));
    }

    @ParameterizedTest
    @MethodSource("names")
    void yearHasAsManyTradingDaysAsExchangesHave(String name) {
        for (int year = calendar(name).firstDay().getYear(); year <= 2030; year++) {
            int open = 0;
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                open += calendar(name).isTradingDay(day) ? 1 : 0;
            }
            assertTrue(open >= 246 && open <= 260, name + " " + year + " has " + open);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"XLON", "xlon-eq", "XMIL-EQ", ""})
    void otherNameIsNoCalendar(String name) {
        assertEquals(Optional.empty(), CALENDARS.find(name));
    }

    @Test
    void dayOutsideTheMappedYearsIsRefused() {
        assertThrows(
                IllegalArgumentException.class, () -> calendar("XLON-EQ").isTradingDay(LocalDate.of(2014, 12, 31)));
    }

    private static TradingCalendar calendar(String name) {
        return CALENDARS.find(name).orElseThrow();
    }

    private static String closed(String name, int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .filter(day -> !calendar(name).isTradingDay(day))
                .map(day -> day.toString().substring("2022-".length()))
                .collect(Collectors.joining(" "));
    }
}
