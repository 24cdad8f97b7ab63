package org.portcullis.model.organisation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A calendar that the firm keeps itself: another one with some days changed.
 *
 * @param like the name of the other one, which is no calendar of the firm's own
 */
public record DeclaredCalendar(String name, String like, SortedSet<LocalDate> closed, SortedSet<LocalDate> open) {
    public DeclaredCalendar {
        Names.require("a calendar", name, like);
        closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
        open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
        if (!Collections.disjoint(closed, open)) {
            throw new IllegalArgumentException("a day of `" + name + "` cannot be both closed and open");
        }
    }
}
