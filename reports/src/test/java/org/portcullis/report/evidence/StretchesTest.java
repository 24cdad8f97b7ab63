package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchesTest {
    @Test
    void aMorningIsCutIntoHours() {
        Stretches cut = cut("2022-05-02T07:54:00Z", "2022-05-02T09:58:22Z");
        assertEquals("hour", cut.unit());
        assertEquals(List.of("2022-05-02 07:00", "2022-05-02 08:00", "2022-05-02 09:00"), labels(cut));
    }

    @Test
    void theEndIsNotInThePeriod() {
        assertEquals(
                List.of("2022-05-02 07:00", "2022-05-02 08:00"),
                labels(cut("2022-05-02T07:00:00Z", "2022-05-02T09:00:00Z")));
    }

    @Test
    void aWholeDayIsADay() {
        assertEquals(List.of("2022-05-02"), labels(cut("2022-05-02T00:00:00Z", "2022-05-03T00:00:00Z")));
    }

    @Test
    void aMonthIsCutIntoWeeksFromMonday() {
        Stretches cut = cut("2022-05-01T00:00:00Z", "2022-06-01T00:00:00Z");
        assertEquals("week", cut.unit());
        assertEquals("week of 2022-04-25", labels(cut).get(0));
        assertEquals(6, cut.all().size());
    }

    @Test
    void aYearIsCutIntoMonths() {
        Stretches cut = cut("2022-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
        assertEquals("month", cut.unit());
        assertEquals(12, cut.all().size());
    }

    @Test
    void fiveYearsAreCutIntoQuarters() {
        Stretches cut = cut("2018-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
        assertEquals("2018 Q1", labels(cut).get(0));
        assertEquals(20, cut.all().size());
    }

    @Test
    void ofACenturyTheLastYearsAreShown() {
        Stretches cut = cut("1950-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
        assertEquals(20, cut.all().size());
        assertEquals("2022", labels(cut).get(19));
    }

    private static Stretches cut(String from, String to) {
        return Stretches.of(Instant.parse(from), Instant.parse(to), 20);
    }

    private static List<String> labels(Stretches cut) {
        return cut.all().stream().map(Stretches.Stretch::label).toList();
    }
}
