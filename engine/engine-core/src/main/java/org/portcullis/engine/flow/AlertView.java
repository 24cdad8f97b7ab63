package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.alert.Acknowledged;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.Telling;

/**
 * An alert at one moment.
 *
 * @param opening what it was when it was raised
 * @param occurrences how often it occurred
 * @param revision how much was recorded of it that people have to see
 * @param tellings who was told what, in order
 * @param due the steps that silence leads to, counted from 0, with the instant from which each is due
 * @param delivered up to which revision each person was delivered it
 * @param seen up to which revision each person has seen it
 * @param acknowledged who took it on; empty while nobody has
 */
public record AlertView(
        Alert.Opening opening,
        Instant raised,
        int occurrences,
        int revision,
        List<Telling> tellings,
        SortedMap<Integer, Instant> due,
        SortedMap<String, Integer> delivered,
        SortedMap<String, Integer> seen,
        Optional<Acknowledged> acknowledged) {
    public AlertView {
        tellings = List.copyOf(tellings);
        due = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(due));
        delivered = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(delivered));
        seen = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(seen));
    }

    static AlertView of(Alert alert) {
        return new AlertView(
                alert.opening(),
                alert.raised(),
                alert.occurrences(),
                alert.revision(),
                alert.tellings(),
                alert.due(),
                alert.delivered(),
                alert.seen(),
                alert.acknowledged());
    }

    /** The engine's id of it. */
    public String id() {
        return opening.id();
    }
}
