package org.portcullis.app.scenario.flight;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * What algos mean to do and how markets move, if nothing stops them; whole seconds after the basket is submitted.
 *
 * @param steps in the order of their time, and in their own order within a second
 * @param gaveUp when the trader cancels what is left
 * @param until when nothing more happens
 */
public record FlightPlan(List<Step> steps, int gaveUp, int until) {
    public FlightPlan {
        steps = steps.stream().sorted(Comparator.comparingInt(Step::second)).toList();
    }

    /** Something that an algo means to do, or that a market does. */
    public sealed interface Step {

        /** When, in seconds after the basket is submitted. */
        int second();

        /** Dispatches on the kind of step. */
        <R> R match(Cases<R> cases);

        /** Handles each kind of step. */
        interface Cases<R> {
            R send(Send step);

            R child(Child step);

            R fill(Fill step);

            R market(Market step);
        }
    }

    /** A message about a child order of so many shares; the first of a child enters it, the others replace it. */
    public record Child(int second, String order, String child, String message, boolean first, long shares)
            implements Step {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.child(this);
        }
    }

    /** The order goes to its algo. */
    public record Send(int second, String order, String strategy) implements Step {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.send(this);
        }
    }

    /** A child order is filled in part or whole, if it is out. */
    public record Fill(int second, String order, String child, String execution, long shares, long priceMicros)
            implements Step {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fill(this);
        }
    }

    /** A market's price and the shares it has traded. */
    public record Market(int second, String symbol, long priceMicros, OptionalLong volumeShares) implements Step {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.market(this);
        }
    }
}
