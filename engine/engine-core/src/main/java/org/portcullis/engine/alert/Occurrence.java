package org.portcullis.engine.alert;

import java.util.Comparator;

/**
 * What an alert is about, once.
 *
 * @param submission the engine's id; empty where it is about none
 * @param order the order; empty where it is about a whole basket, or about neither
 */
public record Occurrence(String submission, String order) implements Comparable<Occurrence> {
    private static final Comparator<Occurrence> SORTED =
            Comparator.comparing(Occurrence::submission).thenComparing(Occurrence::order);

    /** About nothing that was submitted. */
    public static final Occurrence NONE = new Occurrence("", "");

    @Override
    public int compareTo(Occurrence other) {
        return SORTED.compare(this, other);
    }
}
