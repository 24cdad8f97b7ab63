package org.portcullis.model.organisation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.model.control.Role;

/**
 * Who of a role's holders is on duty when; on a day without a shift nobody is.
 *
 * @param shifts at least one
 */
public record Rota(Role role, List<Shift> shifts) {
    public Rota {
        shifts = List.copyOf(shifts);
        if (shifts.isEmpty()) {
            throw new IllegalArgumentException("a rota of `" + role + "` has at least one shift");
        }
    }

    /** The ids of the people who are on duty on the day. */
    public SortedSet<String> onDuty(LocalDate day) {
        SortedSet<String> people = new TreeSet<>();
        shifts.stream().filter(shift -> shift.isOn(day)).forEach(shift -> people.addAll(shift.people()));
        return people;
    }

    /**
     * People who are on duty together.
     *
     * @param weekdays the days of the week; none means every day
     * @param during the days between which the shift is kept; empty means always
     * @param people the ids of the people, at least one
     */
    public record Shift(SortedSet<DayOfWeek> weekdays, Optional<Period> during, SortedSet<String> people) {
        public Shift {
            weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
            people = Collections.unmodifiableSortedSet(new TreeSet<>(people));
            if (people.isEmpty()) {
                throw new IllegalArgumentException("a shift has at least one person");
            }
        }

        boolean isOn(LocalDate day) {
            return (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()))
                    && during.map(period -> period.contains(day)).orElse(true);
        }
    }
}
