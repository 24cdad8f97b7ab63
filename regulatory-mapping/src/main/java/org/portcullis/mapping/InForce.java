package org.portcullis.mapping;

import java.time.LocalDate;
import java.util.List;
import org.portcullis.model.citation.CitationIndex.Standing;

/**
 * Holds what is known of the days on which a provision binds, and how it is known.
 *
 * <p>Beginnings and ends are often not known while single days are: the day of the version that was read, or the day of
 * conduct that an authority found in breach. A provision seen on two days is taken to bind on every day between them.
 *
 * @param from the first day, a known day or unknown
 * @param to the last day, included; a known day, unknown, or open when it is known that no end is set
 * @param seenOn days on which a source shows the provision binding, ascending, possibly none
 * @param sureness how the statement as a whole is known
 * @param basis in one sentence why the catalogue says so
 */
public record InForce(DateMark from, DateMark to, List<LocalDate> seenOn, Sureness sureness, String basis) {

    /**
     * Copies the days.
     *
     * @throws IllegalArgumentException if the beginning is open, the end precedes the beginning, the days do not ascend
     *     or the basis is blank
     */
    public InForce {
        seenOn = List.copyOf(seenOn);
        if (from.equals(new DateMark.Open())) {
            throw new IllegalArgumentException("a provision cannot begin on an open day");
        }
        if (basis.isBlank()) {
            throw new IllegalArgumentException("the basis of the dates must not be blank");
        }
        for (int i = 1; i < seenOn.size(); i++) {
            if (!seenOn.get(i - 1).isBefore(seenOn.get(i))) {
                throw new IllegalArgumentException("days must ascend: " + seenOn);
            }
        }
        if (endsBeforeItBegins(from, to)) {
            throw new IllegalArgumentException("the last day " + to.text() + " precedes the first " + from.text());
        }
    }

    /**
     * Says whether the provision binds on the day; never {@link Standing#NOT_CATALOGUED}.
     *
     * <p>A known beginning or end decides first. Otherwise the day counts as in force when it lies between days that are
     * known or seen, and as unknown when it does not.
     */
    public Standing on(LocalDate day) {
        Lean begun = from.match(new Beginning(day));
        Lean lasts = to.match(new End(day));
        if (begun == Lean.NO) {
            return Standing.NOT_YET;
        }
        if (lasts == Lean.NO) {
            return Standing.WITHDRAWN;
        }
        boolean surelyBegun = begun == Lean.YES || seenOn.stream().anyMatch(seen -> !seen.isAfter(day));
        boolean surelyLasts = lasts == Lean.YES || seenOn.stream().anyMatch(seen -> !seen.isBefore(day));
        return surelyBegun && surelyLasts ? Standing.IN_FORCE : Standing.DATES_UNKNOWN;
    }

    /** Tells whether both days are known and the last precedes the first. */
    public static boolean endsBeforeItBegins(DateMark from, DateMark to) {
        return from.match(new EndsBeforeIt(to));
    }

    /** Writes the dates for a sheet: {@code from unknown to unknown, seen in force on 2022-05-02}. */
    public String text() {
        String bounds = "from " + from.text() + " to " + to.text();
        return seenOn.isEmpty()
                ? bounds
                : bounds + ", seen in force on "
                        + String.join(
                                ", ", seenOn.stream().map(LocalDate::toString).toList());
    }

    private enum Lean {
        YES,
        NO,
        UNDECIDED
    }

    private record Beginning(LocalDate asked) implements DateMark.Cases<Lean> {
        @Override
        public Lean day(LocalDate day) {
            return asked.isBefore(day) ? Lean.NO : Lean.YES;
        }

        @Override
        public Lean unknown() {
            return Lean.UNDECIDED;
        }

        @Override
        public Lean open() {
            return Lean.YES;
        }
    }

    private record End(LocalDate asked) implements DateMark.Cases<Lean> {
        @Override
        public Lean day(LocalDate day) {
            return asked.isAfter(day) ? Lean.NO : Lean.YES;
        }

        @Override
        public Lean unknown() {
            return Lean.UNDECIDED;
        }

        @Override
        public Lean open() {
            return Lean.YES;
        }
    }

    private record EndsBeforeIt(DateMark to) implements DateMark.Cases<Boolean> {
        @Override
        public Boolean day(LocalDate first) {
            return to.match(new End(first)) == Lean.NO;
        }

        @Override
        public Boolean unknown() {
            return false;
        }

        @Override
        public Boolean open() {
            return false;
        }
    }
}
