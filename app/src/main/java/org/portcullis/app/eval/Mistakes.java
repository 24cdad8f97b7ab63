package org.portcullis.app.eval;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a file, up to a maximum. Mutable; owned by the thread that reads. */
public final class Mistakes {
    /** The most mistakes that are shown; the rest is counted. */
    public static final int MAX_SHOWN = 20;

    private final Set<String> found = new LinkedHashSet<>();
    private int more;

    /** Begins with nothing wrong. */
    public Mistakes() {}

    void add(Place at, String message, String cure) {
        if (found.size() < MAX_SHOWN) {
            found.add(at + ": " + message + (cure.isEmpty() ? "" : "; " + cure));
        } else {
            more++;
        }
    }

    /** Whether nothing is wrong. */
    public boolean none() {
        return found.isEmpty();
    }

    /** Each mistake in one line, in the order in which they were found. */
    public List<String> lines() {
        List<String> lines = new java.util.ArrayList<>(found);
        if (more > 0) {
            lines.add("and " + more + " more " + (more == 1 ? "mistake" : "mistakes"));
        }
        return lines;
    }
}
