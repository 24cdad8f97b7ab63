package org.portcullis.model.organisation;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days in a row.
 *
 * @param from the first day
 * @param until the first day that does not belong to it any more; empty means that no end is known
 */
public record Period(LocalDate from, Optional<LocalDate> until) {
    public Period {
        LocalDate first = from;
        until.filter(end -> !end.isAfter(first)).ifPresent(end -> {
            throw new IllegalArgumentException("a period from " + first + " cannot last until " + end);
        });
    }

    /** Whether the day belongs to it. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }

    /** Whether the periods share a day. */
    public boolean overlaps(Period other) {
        return until.map(other.from::isBefore).orElse(true)
                && other.until.map(from::isBefore).orElse(true);
    }

    /** `from 2022-01-03 until 2022-06-01`. */
    @Override
    public String toString() {
        return "from " + from + until.map(end -> " until " + end).orElse("");
    }
}
