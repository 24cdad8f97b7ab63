package org.portcullis.model.condition;

import java.util.List;
import org.portcullis.model.value.Value;

/**
 * A condition over the facts of one order or basket, evaluated in Kleene's three-valued logic: true, false, unknown.
 *
 * <p>No condition short-circuits with an effect on the result: `and` is false if any part is false, else unknown if any is unknown; `or` is true if
 * any part is true, else unknown if any is unknown; `not` swaps true and false. A comparison is unknown if a measure it reads is unknown; only
 * `is missing` turns an unknown fact into true.
 */
public sealed interface Condition {

    /** Dispatches on the kind of condition. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of condition. */
    interface Cases<R> {
        R always(Always condition);

        R all(All condition);

        R any(Any condition);

        R not(Not condition);

        R compare(Compare condition);

        R oneOf(OneOf condition);

        R missing(Missing condition);
    }

    /** True of everything: a control without a scope. */
    record Always() implements Condition {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.always(this);
        }
    }

    /** `a and b and …`; at least two parts. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = atLeastTwo(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.all(this);
        }
    }

    /** `a or b or …`; at least two parts. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = atLeastTwo(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.any(this);
        }
    }

    /** `not (a)`. */
    record Not(Condition part) implements Condition {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /** `order.notional is more than USD 250 million`; both sides have one dimension. */
    record Compare(Reference left, Comparator comparator, Bound right) implements Condition {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.compare(this);
        }
    }

    /** `order.desk is one of ("Delta 1", "Swaps")`; at least one value, all of the measure's dimension. */
    record OneOf(Reference left, List<Value> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("`is one of` needs at least one value");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.oneOf(this);
        }
    }

    /** `market.adv is missing`: true if the fact is not known for whatever reason, else false; never unknown. */
    record Missing(Reference what) implements Condition {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.missing(this);
        }
    }

    private static List<Condition> atLeastTwo(List<Condition> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException(
                    "a conjunction or disjunction has at least two parts, not " + parts.size());
        }
        return List.copyOf(parts);
    }
}
