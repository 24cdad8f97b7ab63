package org.portcullis.model.control;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days on which something is in force, in the policy's time zone.
 *
 * @param from the first day
 * @param until the first day on which it is not any more; empty means open-ended
 */
public record Period(LocalDate from, Optional<LocalDate> until) {
    public Period {
        if (until.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException("a period from " + from + " does not end on " + until.get());
        }
    }

    /** Whether the day is in the period. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }
}
