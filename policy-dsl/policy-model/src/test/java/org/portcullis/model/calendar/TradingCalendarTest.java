package org.portcullis.model.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TradingCalendarTest {
    private static final LocalDate FRIDAY = LocalDate.of(2022, 4, 29);
    private static final LocalDate BANK_HOLIDAY = LocalDate.of(2022, 5, 2);
    private static final TradingCalendar LONDON = new WeekdayCalendar("XLON-EQ", Set.of(BANK_HOLIDAY));

    @Test
    void dayAfterAFridayBeforeABankHolidayIsTuesday() {
        assertEquals(Optional.of(LocalDate.of(2022, 5, 3)), LONDON.next(FRIDAY));
    }

    @Test
    void tradingDaysAreCountedFromAHolidayAsWell() {
        assertEquals(Optional.of(LocalDate.of(2022, 5, 4)), LONDON.plus(BANK_HOLIDAY, 2));
    }

    @Test
    void beyondWhatTheCalendarKnowsThereIsNoDay() {
        assertEquals(Optional.empty(), LONDON.next(LocalDate.of(2023, 12, 29)));
    }

    @Test
    void nobodyCountsBackwards() {
        assertThrows(IllegalArgumentException.class, () -> LONDON.plus(FRIDAY, 0));
    }

    @Test
    void firmOpensADayThatTheLibraryCloses() {
        assertTrue(adjusted(Set.of(), Set.of(BANK_HOLIDAY)).isTradingDay(BANK_HOLIDAY));
    }

    @Test
    void firmClosesADayThatTheLibraryOpens() {
        assertFalse(adjusted(Set.of(FRIDAY), Set.of()).isTradingDay(FRIDAY));
    }

    @Test
    void noDayIsBothClosedAndOpen() {
        Set<LocalDate> day = Set.of(FRIDAY);
        assertThrows(IllegalArgumentException.class, () -> adjusted(day, day));
    }

    private static AdjustedCalendar adjusted(Set<LocalDate> closed, Set<LocalDate> open) {
        return new AdjustedCalendar("FIRM-EQ", LONDON, new TreeSet<>(closed), new TreeSet<>(open));
    }
}
