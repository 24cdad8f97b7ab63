package org.portcullis.report.evidence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a period into calendar stretches in UTC: into hours, days, weeks from Monday, months, quarters or years, whichever is the shortest of which there are few
 * enough.
 *
 * @param unit what a stretch is called
 * @param all the stretches, from first to last
 */
record Stretches(String unit, List<Stretch> all) {

    /** Copies the list. */
    Stretches {
        all = List.copyOf(all);
    }

    /**
     * Is a stretch of time.
     *
     * @param from its first instant, a full hour
     * @param to the first instant after it
     */
    record Stretch(String label, LocalDateTime from, LocalDateTime to) {

        Instant start() {
            return from.toInstant(ZoneOffset.UTC);
        }

        Instant end() {
            return to.toInstant(ZoneOffset.UTC);
        }
    }

    /** How a period can be cut. */
    private enum Step {
        HOUR("hour", ChronoUnit.HOURS, 1),
        DAY("day", ChronoUnit.DAYS, 1),
        WEEK("week", ChronoUnit.WEEKS, 1),
        MONTH("month", ChronoUnit.MONTHS, 1),
        QUARTER("quarter", ChronoUnit.MONTHS, 3),
        YEAR("year", ChronoUnit.YEARS, 1);

        private final String unit;
        private final ChronoUnit of;
        private final int many;

        Step(String unit, ChronoUnit of, int many) {
            this.unit = unit;
            this.of = of;
            this.many = many;
        }

        LocalDateTime begin(LocalDateTime at) {
            LocalDateTime day = at.truncatedTo(ChronoUnit.DAYS);
            return switch (this) {
                case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
                case DAY -> day;
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.withDayOfMonth(1).withMonth((at.getMonthValue() - 1) / 3 * 3 + 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        String label(LocalDateTime from) {
            String day = from.toLocalDate().toString();
            return switch (this) {
                case HOUR -> day + String.format(Locale.ROOT, " %02d:00", from.getHour());
                case DAY -> day;
                case WEEK -> "week of " + day;
                case MONTH -> day.substring(0, 7);
                case QUARTER -> from.getYear() + " Q" + ((from.getMonthValue() + 2) / 3);
                case YEAR -> String.valueOf(from.getYear());
            };
        }
    }

    /** Cuts a period into at most so many stretches; of a period of more years the last ones are given. */
    static Stretches of(Instant from, Instant to, int most) {
        List<Stretch> cut = List.of();
        for (Step step : Step.values()) {
            cut = cut(
                    step,
                    LocalDateTime.ofInstant(from, ZoneOffset.UTC),
                    LocalDateTime.ofInstant(to, ZoneOffset.UTC),
                    most);
            if (cut.size() <= most) {
                return new Stretches(step.unit, cut);
            }
        }
        return new Stretches(Step.YEAR.unit, cut.subList(cut.size() - most, cut.size()));
    }

    /** Stops after one more than there may be, but for years, of which the last ones are wanted. */
    private static List<Stretch> cut(Step step, LocalDateTime from, LocalDateTime to, int most) {
        List<Stretch> stretches = new ArrayList<>();
        LocalDateTime next = step.begin(from);
        while (next.isBefore(to) && (stretches.size() <= most || step == Step.YEAR)) {
            LocalDateTime end = next.plus(step.many, step.of);
            stretches.add(new Stretch(step.label(next), next, end));
            next = end;
        }
        return stretches;
    }
}
