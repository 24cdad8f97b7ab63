package org.portcullis.engine.evaluate;

import java.math.BigInteger;
import java.util.List;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/**
 * Moves the thresholds of a condition to where its early warning begins: at 70%, `is more than USD 10` becomes `is more than USD 7`, and `is less than USD
 * 7` becomes `is less than USD 10`.
 *
 * <p>INVARIANT: where the condition is true, the moved one is; so every threshold moves towards less, never past zero, and is rounded to warn earlier.
 * Texts, `is`, `is not` and `is one of` have no nearly and stay.
 *
 * @param negated whether the part stands under an odd number of `not`
 */
record EarlyCondition(Value.Ratio at, boolean negated) implements Condition.Cases<Condition> {
    private static final BigInteger ONE = BigInteger.valueOf(Exact.ONE);

    static Condition of(Condition breach, Value.Ratio at) {
        return breach.match(new EarlyCondition(at, false));
    }

    @Override
    public Condition always(Condition.Always condition) {
        return condition;
    }

    @Override
    public Condition all(Condition.All condition) {
        return new Condition.All(moved(condition.parts()));
    }

    @Override
    public Condition any(Condition.Any condition) {
        return new Condition.Any(moved(condition.parts()));
    }

    @Override
    public Condition not(Condition.Not condition) {
        return new Condition.Not(condition.part().match(new EarlyCondition(at, !negated)));
    }

    @Override
    public Condition compare(Condition.Compare condition) {
        Comparator comparator = condition.comparator();
        if (!comparator.isOrdering() || condition.left().dimension() == Dimension.TEXT) {
            return condition;
        }
        boolean moreIsWorse = comparator.holds(1) != negated;
        return new Condition.Compare(condition.left(), comparator, bound(condition.right(), moreIsWorse));
    }

    @Override
    public Condition oneOf(Condition.OneOf condition) {
        return condition;
    }

    @Override
    public Condition missing(Condition.Missing condition) {
        return condition;
    }

    private List<Condition> moved(List<Condition> parts) {
        return parts.stream().map(part -> part.match(this)).toList();
    }

    private Bound bound(Bound bound, boolean moreIsWorse) {
        return bound.match(new Bound.Cases<>() {
            @Override
            public Bound constant(Bound.Constant constant) {
                Value value = constant.value();
                return new Bound.Constant(with(value, moved(value.micros(), moreIsWorse)));
            }

            @Override
            public Bound shareOf(Bound.ShareOf share) {
                return share(share.share().micros(), share.of());
            }

            @Override
            public Bound other(Bound.Other other) {
                return share(Exact.ONE, other.reference());
            }

            private Bound share(long micros, Reference of) {
                return new Bound.ShareOf(new Value.Ratio(moved(micros, moreIsWorse)), of);
            }
        });
    }

    /** The threshold times the ratio where more is worse, else divided by it; one at or below zero, which has no nearly, stays. */
    private long moved(long threshold, boolean moreIsWorse) {
        if (threshold <= 0) {
            return threshold;
        }
        BigInteger ratio = BigInteger.valueOf(at.micros());
        BigInteger value = BigInteger.valueOf(threshold);
        if (moreIsWorse) {
            return value.multiply(ratio).divide(ONE).longValueExact();
        }
        BigInteger up = value.multiply(ONE).add(ratio).subtract(BigInteger.ONE).divide(ratio);
        return up.bitLength() < Long.SIZE ? up.longValueExact() : Long.MAX_VALUE;
    }

    private static Value with(Value value, long micros) {
        return value.match(new Value.Cases<>() {
            @Override
            public Value text(Value.Text text) {
                return text;
            }

            @Override
            public Value money(Value.Money money) {
                return new Value.Money(micros, money.currency());
            }

            @Override
            public Value price(Value.Price price) {
                return new Value.Price(micros, price.currency());
            }

            @Override
            public Value count(Value.Count count) {
                return new Value.Count(micros, count.unit());
            }

            @Override
            public Value ratio(Value.Ratio ratio) {
                return new Value.Ratio(micros);
            }

            @Override
            public Value span(Value.TimeSpan span) {
                return new Value.TimeSpan(micros, span.unit());
            }

            @Override
            public Value rate(Value.Rate rate) {
                return new Value.Rate(micros, rate.unit());
            }
        });
    }
}
