package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.model.control.Role;

/** An alert as it is while a command writes down what comes of it; mutable, lives for one command. */
final class Pending {
    private final Alert.Opening opening;
    private final TreeSet<Occurrence> subjects = new TreeSet<>();
    private final LinkedHashMap<Role, SortedSet<String>> told = new LinkedHashMap<>();
    private final TreeMap<Integer, Instant> due = new TreeMap<>();
    private int occurrences;

    private Pending(Alert.Opening opening) {
        this.opening = opening;
    }

    /** An alert that is about to be raised. */
    static Pending raised(Alert.Opening opening, Instant at) {
        Pending pending = new Pending(opening);
        pending.occur(opening.first());
        for (int step = 0; step < opening.steps().size(); step++) {
            pending.due.put(step, opening.steps().get(step).due(at));
        }
        return pending;
    }

    /** An alert that is known. */
    static Pending of(Alert alert) {
        Pending pending = new Pending(alert.opening());
        pending.subjects.addAll(alert.subjects());
        pending.told.putAll(alert.told());
        pending.due.putAll(alert.due());
        pending.occurrences = alert.occurrences();
        return pending;
    }

    Alert.Opening opening() {
        return opening;
    }

    SortedSet<Occurrence> subjects() {
        return subjects;
    }

    /** The roles told so far, with the people told for them. */
    Map<Role, SortedSet<String>> told() {
        return told;
    }

    /** The steps that were not taken yet. */
    SortedMap<Integer, Instant> due() {
        return due;
    }

    int occurrences() {
        return occurrences;
    }

    void occur(Occurrence occurrence) {
        occurrences++;
        subjects.add(occurrence);
    }
}
