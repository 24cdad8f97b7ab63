package org.portcullis.model.condition;

import org.portcullis.model.value.Value;

/** What a measure is compared with: a constant, a share of another measure, or another measure. */
public sealed interface Bound {

    /** Dispatches on the kind of bound. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of bound. */
    interface Cases<R> {
        R constant(Constant bound);

        R shareOf(ShareOf bound);

        R other(Other bound);
    }

    /** A value written in the policy. */
    record Constant(Value value) implements Bound {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /** A percentage of another measure: `95% of market.adv over 20 trading days`. */
    record ShareOf(Value.Ratio share, Reference of) implements Bound {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shareOf(this);
        }
    }

    /** Another measure of the same dimension. */
    record Other(Reference reference) implements Bound {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }
    }
}
