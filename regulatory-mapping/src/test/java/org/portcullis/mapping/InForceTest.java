package org.portcullis.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.model.citation.CitationIndex.Standing;

class InForceTest {

    private static final DateMark UNKNOWN = new DateMark.Unknown();
    private static final DateMark OPEN = new DateMark.Open();
    private static final LocalDate MAY_2 = LocalDate.parse("2022-05-02");

    @ParameterizedTest
    @CsvSource({
        "2018-01-02, NOT_YET",
        "2018-01-03, IN_FORCE",
        "2020-12-31, IN_FORCE",
        "2021-01-01, WITHDRAWN",
    })
    void bothEndsOfKnownDatesAreIncluded(LocalDate day, Standing standing) {
        InForce dates = dates(day("2018-01-03"), day("2020-12-31"));
        assertEquals(standing, dates.on(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2018-12-31, DATES_UNKNOWN",
        "2019-01-03, IN_FORCE",
        "2020-06-01, IN_FORCE",
        "2022-05-02, IN_FORCE",
        "2022-05-03, DATES_UNKNOWN",
    })
    void daysSeenSpanWhatIsKnownWhenBoundsAreNot(LocalDate day, Standing standing) {
        assertEquals(
                standing,
                dates(UNKNOWN, UNKNOWN, LocalDate.parse("2019-01-03"), MAY_2).on(day));
    }

    @Test
    void knownBeginningAndNoEndHoldForever() {
        assertEquals(Standing.IN_FORCE, dates(day("2018-01-03"), OPEN).on(LocalDate.parse("2030-01-01")));
    }

    @Test
    void knownBeginningWithUnknownEndHoldsUntilTheLastDaySeen() {
        InForce dates = dates(day("2018-01-03"), UNKNOWN, MAY_2);
        assertEquals(Standing.IN_FORCE, dates.on(LocalDate.parse("2018-01-03")));
        assertEquals(Standing.DATES_UNKNOWN, dates.on(MAY_2.plusDays(1)));
    }

    @Test
    void knownEndDecidesWithoutABeginning() {
        InForce dates = dates(UNKNOWN, day("2020-12-31"));
        assertEquals(Standing.WITHDRAWN, dates.on(LocalDate.parse("2021-01-01")));
        assertEquals(Standing.DATES_UNKNOWN, dates.on(LocalDate.parse("2020-12-31")));
    }

    @Test
    void nothingKnownAnswersUnknown() {
        assertEquals(Standing.DATES_UNKNOWN, dates(UNKNOWN, UNKNOWN).on(MAY_2));
    }

    @Test
    void textNamesWhatIsKnown() {
        assertEquals(
                "from unknown to open, seen in force on 2022-05-02",
                dates(UNKNOWN, OPEN, MAY_2).text());
    }

    @Test
    void endBeforeBeginningIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> dates(day("2022-05-02"), day("2022-05-01")));
    }

    @Test
    void beginningCannotBeOpen() {
        assertThrows(IllegalArgumentException.class, () -> dates(OPEN, UNKNOWN));
    }

    private static DateMark day(String text) {
        return new DateMark.Day(LocalDate.parse(text));
    }

    private static InForce dates(DateMark from, DateMark to, LocalDate... seenOn) {
        return new InForce(from, to, List.of(seenOn), Sureness.GENERAL, "a case of a test");
    }
}
