package org.portcullis.model.condition;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** How a measure is computed over time from what happened before: its change since a moment, or a count or sum over a window. */
public sealed interface Derivation {

    /** Dispatches on the kind of derivation. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of derivation. */
    interface Cases<R> {
        R change(Change derivation);

        R windowed(Windowed derivation);
    }

    /**
     * `change in market.price since order.arrival`: by how much the measure differs from what it was at the moment, as a share of what it was. Moves up
     * and down count alike: the change is never negative.
     */
    record Change(Moment since) implements Derivation {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.change(this);
        }
    }

    /**
     * `sum of order.notional per order.desk per trading day counting open, held, executed`: what is before the control counts as well.
     *
     * @param per the texts that a window belongs to, at least one: every combination of their values has a window of its own
     * @param span the sliding window's length, whose begin is not in it and whose end is; empty means the trading day in the policy's zone
     * @param counting which states count, in the order of {@link Counting}; never empty
     */
    record Windowed(Aggregate aggregate, List<Measure> per, Optional<Value.TimeSpan> span, List<Counting> counting)
            implements Derivation {
        public Windowed {
            per = List.copyOf(per);
            counting = counting.stream().distinct().sorted().toList();
            if (per.isEmpty() || counting.isEmpty()) {
                throw new IllegalArgumentException("a window belongs to something and counts something");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.windowed(this);
        }

        /** What follows the measure where policies write the window. */
        public String words() {
            String keys = per.stream().map(Measure::path).collect(Collectors.joining(" and "));
            String states = counting.equals(Counting.UNLESS_SAID)
                    ? ""
                    : counting.stream().map(Counting::word).collect(Collectors.joining(", ", " counting ", ""));
            String window =
                    span.map(length -> " in any " + ValueText.canonical(length)).orElse(" per trading day");
            return "per " + keys + window + states;
        }
    }

    /** Says whether a window counts occurrences or adds up amounts. */
    enum Aggregate {
        COUNT("count of"),
        SUM("sum of");

        private final String words;

        Aggregate(String words) {
            this.words = words;
        }

        /** The aggregate as policies write it. */
        public String words() {
            return words;
        }
    }

    /** The states of an order in which it uses up a window. */
    enum Counting {
        OPEN("open"),
        HELD("held"),
        EXECUTED("executed"),
        REJECTED("rejected");

        /** What counts where a policy does not say: everything that was not refused, so that held orders keep their headroom. */
        public static final List<Counting> UNLESS_SAID = List.of(OPEN, HELD, EXECUTED);

        private final String word;

        Counting(String word) {
            this.word = word;
        }

        /** The state as policies write it. */
        public String word() {
            return word;
        }
    }

    /** The moments from which a change is measured. */
    enum Moment {
        ARRIVAL("order.arrival"),
        RELEASE("order.release");

        private final String path;

        Moment(String path) {
            this.path = path;
        }

        /** The moment as policies write it. */
        public String path() {
            return path;
        }
    }
}
