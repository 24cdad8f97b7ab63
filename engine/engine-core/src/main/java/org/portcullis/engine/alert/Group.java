package org.portcullis.engine.alert;

import java.util.Comparator;
import org.portcullis.model.control.ControlId;

/**
 * What makes alerts one alert.
 *
 * @param key the value of the attribute by which the control groups, else the order, else the submission
 */
public record Group(ControlId control, String key) implements Comparable<Group> {
    private static final Comparator<Group> SORTED =
            Comparator.comparing(Group::control).thenComparing(Group::key);

    @Override
    public int compareTo(Group other) {
        return SORTED.compare(this, other);
    }
}
