package org.portcullis.model.calendar;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Another calendar with some days changed: what a firm knows better than a library.
 *
 * @param closed days on which there is no trading whatever the other calendar says
 * @param open days on which there is trading whatever the other calendar says; none of them is closed
 */
public record AdjustedCalendar(
        String name, TradingCalendar like, SortedSet<LocalDate> closed, SortedSet<LocalDate> open)
        implements TradingCalendar {
    public AdjustedCalendar {
        closed = Collections.unmodifiableSortedSet(new TreeSet<>(closed));
        open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
        if (!Collections.disjoint(closed, open)) {
            throw new IllegalArgumentException("a day of `" + name + "` cannot be both closed and open");
        }
    }

    @Override
    public LocalDate firstDay() {
        return like.firstDay();
    }

    @Override
    public LocalDate lastDay() {
        return like.lastDay();
    }

    @Override
    public boolean isTradingDay(LocalDate day) {
        return open.contains(day) || (like.isTradingDay(day) && !closed.contains(day));
    }
}
