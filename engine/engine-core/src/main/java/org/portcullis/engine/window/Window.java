package org.portcullis.engine.window;

import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Is one window of one key: what happened in it, in the order of its time, with its sum; mutable.
 *
 * <p>INVARIANT: {@code total} is the sum of the known amounts of {@code entries}, and {@code unknown} how many are not known.
 */
final class Window {

    /** One occurrence; what happens to its order later changes its amount, never its time. */
    static final class Entry {
        private final Window window;
        private final Instant at;
        private long amount;
        private boolean isKnown = true;
        private boolean isGone;

        private Entry(Window window, Instant at) {
            this.window = window;
            this.at = at;
        }

        boolean isIn(Window other) {
            return window == other;
        }

        /** Whether it is in its window as of now, whether or not anybody has looked since. */
        boolean isWithin(Instant now) {
            return !isGone && window.span.contains(at, now);
        }

        /** Takes another amount in the place of the present one. */
        void become(Amount other) {
            if (isGone) {
                return;
            }
            window.forget(this);
            amount = other.micros();
            isKnown = other.isKnown();
            window.count(this);
        }
    }

    private final Span span;
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();
    private final Total total = new Total();
    private int unknown;
    private @Nullable Instant lostAt;

    Window(Span span) {
        this.span = span;
    }

    /** Adds an occurrence, or remembers that one was lost because there are too many. */
    @Nullable
    Entry add(Instant at, int maximum) {
        trim(at);
        if (entries.size() >= maximum) {
            lostAt = at;
            return null;
        }
        Entry entry = new Entry(this, at);
        entries.addLast(entry);
        return entry;
    }

    /** Lets go of what is no longer in the window. */
    void trim(Instant now) {
        while (!entries.isEmpty() && !span.contains(entries.getFirst().at, now)) {
            Entry oldest = entries.removeFirst();
            forget(oldest);
            oldest.isGone = true;
        }
        if (lostAt != null && !span.contains(lostAt, now)) {
            lostAt = null;
        }
    }

    /** Whether nothing is kept; it may then be forgotten. */
    boolean isEmpty() {
        return entries.isEmpty() && lostAt == null;
    }

    /** Whether an occurrence was lost that would still be in the window. */
    boolean isOverfull() {
        return lostAt != null;
    }

    /** Whether the amount of an occurrence in the window is not known. */
    boolean hasUnknown() {
        return unknown > 0;
    }

    /** How many occurrences are kept, those that count nothing any more included. */
    int size() {
        return entries.size();
    }

    /** The sum of the known amounts. */
    Total total() {
        return total;
    }

    private void forget(Entry entry) {
        if (entry.isKnown) {
            total.remove(entry.amount);
        } else {
            unknown--;
        }
    }

    private void count(Entry entry) {
        if (entry.isKnown) {
            total.add(entry.amount);
        } else {
            unknown++;
        }
    }
}
