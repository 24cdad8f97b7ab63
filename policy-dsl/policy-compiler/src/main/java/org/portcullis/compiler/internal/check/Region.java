package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The values of one attribute for which a condition holds. */
sealed interface Region {

    /** The values in both; both MUST be of one kind. */
    Region and(Region other);

    /** All other values. */
    Region not();

    /** Whether no value is in it. */
    boolean isEmpty();

    /** The values in either. */
    default Region or(Region other) {
        return not().and(other.not()).not();
    }

    /** Whether every value is in it. */
    default boolean isEverything() {
        return not().isEmpty();
    }

    /** A set of texts, or all texts but a set. */
    record Texts(boolean allBut, SortedSet<String> texts) implements Region {
        public Texts {
            texts = Collections.unmodifiableSortedSet(new TreeSet<>(texts));
        }

        static Texts of(List<String> texts) {
            return new Texts(false, new TreeSet<>(texts));
        }

        @Override
        public Region and(Region other) {
            if (!(other instanceof Texts right)) {
                throw new IllegalArgumentException("text and numbers have nothing in common");
            }
            SortedSet<String> result = new TreeSet<>(texts);
            if (allBut && right.allBut) {
                result.addAll(right.texts);
                return new Texts(true, result);
            }
            if (!allBut && !right.allBut) {
                result.retainAll(right.texts);
                return new Texts(false, result);
            }
            Texts some = allBut ? right : this;
            Texts without = allBut ? this : right;
            SortedSet<String> rest = new TreeSet<>(some.texts);
            rest.removeAll(without.texts);
            return new Texts(false, rest);
        }

        @Override
        public Region not() {
            return new Texts(!allBut, texts);
        }

        @Override
        public boolean isEmpty() {
            return !allBut && texts.isEmpty();
        }
    }

    /** Disjoint intervals in ascending order. */
    record Numbers(List<Interval> intervals, Cut least) implements Region {
        public Numbers {
            intervals = List.copyOf(intervals);
        }

        /** The numbers of an interval that are at least {@code least}, below which there are none. */
        static Numbers of(Cut from, Cut to, Cut least) {
            Cut start = from.compareTo(least) < 0 ? least : from;
            return new Numbers(start.compareTo(to) <= 0 ? List.of(new Interval(start, to)) : List.of(), least);
        }

        @Override
        public Region and(Region other) {
            if (!(other instanceof Numbers right)) {
                throw new IllegalArgumentException("text and numbers have nothing in common");
            }
            List<Interval> common = new ArrayList<>();
            for (Interval one : intervals) {
                for (Interval two : right.intervals) {
                    Cut from = one.from.compareTo(two.from) > 0 ? one.from : two.from;
                    Cut to = one.to.compareTo(two.to) < 0 ? one.to : two.to;
                    if (from.compareTo(to) <= 0) {
                        common.add(new Interval(from, to));
                    }
                }
            }
            return new Numbers(common, least);
        }

        @Override
        public Region not() {
            List<Interval> gaps = new ArrayList<>();
            Cut from = least;
            for (Interval interval : intervals) {
                if (from.compareTo(interval.from) < 0) {
                    gaps.add(new Interval(from, interval.from.before()));
                }
                from = interval.to.after();
            }
            if (from.compareTo(Cut.HIGHEST) < 0) {
                gaps.add(new Interval(from, Cut.HIGHEST));
            }
            return new Numbers(gaps, least);
        }

        @Override
        public boolean isEmpty() {
            return intervals.isEmpty();
        }
    }

    /** All numbers between two cuts, both included. */
    record Interval(Cut from, Cut to) {}

    /** A number, or the place just below or just above it, where the interval's other numbers begin. */
    record Cut(long micros, int side) implements Comparable<Cut> {
        static final Cut LOWEST = new Cut(Long.MIN_VALUE, -1);
        static final Cut HIGHEST = new Cut(Long.MAX_VALUE, 1);

        static Cut at(long micros) {
            return new Cut(micros, 0);
        }

        Cut before() {
            return new Cut(micros, side - 1);
        }

        Cut after() {
            return new Cut(micros, side + 1);
        }

        @Override
        public int compareTo(Cut other) {
            int byNumber = Long.compare(micros, other.micros);
            return byNumber != 0 ? byNumber : Integer.compare(side, other.side);
        }
    }
}
