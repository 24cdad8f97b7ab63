package org.portcullis.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Period;

/**
 * Says what of a pack is in force on a day: controls within their own period, thresholds as recalibrated.
 *
 * <p>The one function of time that enforcement, tests, replay and registers share. Days begin at midnight of the policy's time zone. Whether the policy
 * itself is in force is not asked here; see {@link Header#inForceOn}.
 */
public final class InForce {
    private InForce() {}

    /** The pack as it stands on the day; the same pack if nothing of it depends on days. */
    public static PolicyPack on(PolicyPack pack, LocalDate day) {
        if (changes(pack).isEmpty()) {
            return pack;
        }
        List<Recalibration> active = pack.recalibrations().stream()
                .filter(change -> change.period().contains(day))
                .toList();
        List<Control> controls = pack.controls().stream()
                .filter(control -> control.heading()
                        .effective()
                        .map(period -> period.contains(day))
                        .orElse(true))
                .map(control -> pack.recalibration(control.id(), day)
                        .map(change -> Recalibrating.apply(control, change))
                        .orElse(control))
                .toList();
        return pack.with(controls, active);
    }

    /** The pack as it stands at the instant. */
    public static PolicyPack at(PolicyPack pack, Instant at) {
        return on(pack, LocalDate.ofInstant(at, pack.header().zone()));
    }

    /** The days on which something of the pack changes, in order; between two of them it stays the same. */
    public static NavigableSet<LocalDate> changes(PolicyPack pack) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        pack.controls().forEach(control -> control.heading().effective().ifPresent(period -> add(days, period)));
        pack.recalibrations().forEach(change -> add(days, change.period()));
        return days;
    }

    private static void add(NavigableSet<LocalDate> days, Period period) {
        days.add(period.from());
        Optional<LocalDate> until = period.until();
        until.ifPresent(days::add);
    }
}
