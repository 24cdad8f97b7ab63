package org.portcullis.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong, up to a maximum, and once each: rows that share a faulty default would repeat it. Mutable,
 * owned by the thread that loads.
 */
public final class Faults {

    /** The most faults that are kept. */
    public static final int MAX_FAULTS = 200;

    private final Set<Fault> found = new LinkedHashSet<>();

    private long reported;

    /** Adds a fault, unless it is there already. */
    public void add(Spot at, String message, String help) {
        reported++;
        if (found.size() < MAX_FAULTS) {
            found.add(new Fault(at.file(), at.line(), at.column(), at.length(), message, help));
        } else if (found.size() == MAX_FAULTS) {
            found.add(new Fault(
                    at.file(),
                    at.line(),
                    at.column(),
                    at.length(),
                    "more than " + MAX_FAULTS + " faults, the rest is not shown",
                    "cure the faults shown and load again"));
        }
    }

    /** Tells whether nothing is wrong. */
    public boolean none() {
        return found.isEmpty();
    }

    /** Counts what was reported, repeats and what exceeds the maximum included, so that a reader can tell its own. */
    public long count() {
        return reported;
    }

    /** Lists what is wrong by file and place. */
    public List<Fault> sorted() {
        return found.stream().sorted().toList();
    }
}
