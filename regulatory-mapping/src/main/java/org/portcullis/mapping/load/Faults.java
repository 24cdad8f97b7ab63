package org.portcullis.mapping.load;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects what is wrong, up to a maximum, and once each: rows that share a faulty default would repeat it. Mutable,
 * owned by the thread that loads.
 */
final class Faults {

    static final int MAX_FAULTS = 200;

    private final Set<CatalogueFault> found = new LinkedHashSet<>();

    private long reported;

    void add(Spot at, String message, String help) {
        reported++;
        if (found.size() < MAX_FAULTS) {
            found.add(new CatalogueFault(at.file(), at.line(), at.column(), message, help));
        } else if (found.size() == MAX_FAULTS) {
            found.add(new CatalogueFault(
                    at.file(),
                    at.line(),
                    at.column(),
                    "more than " + MAX_FAULTS + " faults, the rest is not shown",
                    "cure the faults shown and load again"));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    /** Counts what was reported, repeats and what exceeds the maximum included, so that a reader can tell its own. */
    long count() {
        return reported;
    }

    List<CatalogueFault> sorted() {
        return found.stream().sorted().toList();
    }
}
