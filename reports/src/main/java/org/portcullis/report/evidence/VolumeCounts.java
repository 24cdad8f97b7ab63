package org.portcullis.report.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Finds the busiest day and minute of the period by orders decided. Mutable while the journal is read in the order of time; one thread. */
final class VolumeCounts {

    private final Busiest day = new Busiest(ChronoUnit.DAYS);
    private final Busiest minute = new Busiest(ChronoUnit.MINUTES);

    /**
     * Is a stretch of time.
     *
     * @param from its first instant
     */
    record Stretch(Instant from, long submissions, long orders) {

        Stretch plus(long more) {
            return new Stretch(from, submissions + 1, orders + more);
        }
    }

    /** Counts a decision of the period. */
    void add(Instant at, long orders) {
        day.add(at, orders);
        minute.add(at, orders);
    }

    /** Gives the first day with the most orders, if there was any decision. */
    Optional<Stretch> busiestDay() {
        return day.most;
    }

    /** Gives the first minute with the most orders. */
    Optional<Stretch> busiestMinute() {
        return minute.most;
    }

    private static final class Busiest {
        private final ChronoUnit unit;
        private Stretch now = new Stretch(Instant.MIN, 0, 0);
        private Optional<Stretch> most = Optional.empty();

        Busiest(ChronoUnit unit) {
            this.unit = unit;
        }

        void add(Instant at, long orders) {
            Instant from = at.truncatedTo(unit);
            now = (now.from().equals(from) ? now : new Stretch(from, 0, 0)).plus(orders);
            if (most.isEmpty() || now.orders() > most.get().orders()) {
                most = Optional.of(now);
            }
        }
    }
}
