package org.portcullis.engine.decision;

import java.math.BigInteger;
import java.util.Optional;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Is one comparison with its numbers: what was observed, the limit in the same unit, and how many times the reference that is.
 *
 * @param limit rounded towards what passes less where a percentage gives no whole number of millionths
 * @param limitWords the limit for people: as the policy writes it where it writes an amount
 * @param ratio rounded up to a hundredth of a percent
 */
record Measurement(
        Optional<Value> observed, Optional<Value> limit, Optional<String> limitWords, Optional<Value.Ratio> ratio) {
    static final Measurement NONE =
            new Measurement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private static final BigInteger ONE = BigInteger.valueOf(Exact.ONE);
    private static final BigInteger BASIS_POINT = BigInteger.valueOf(100);

    /** Measures a comparison on facts; what is not known is empty. */
    static Measurement of(Condition.Compare compare, Facts facts, CurrencyCode currency) {
        Reference left = compare.left();
        Optional<Value> observed = facts.value(left, currency);
        if (left.dimension() == Dimension.TEXT) {
            return new Measurement(observed, text(compare.right()), Optional.empty(), Optional.empty());
        }
        Optional<Long> reference = reference(compare.right(), facts);
        Optional<Value> limit = limit(compare, facts).map(micros -> Value.of(left.dimension(), micros, currency));
        Optional<String> words = compare.right().match(new Bound.Cases<>() {
            @Override
            public Optional<String> constant(Bound.Constant bound) {
                return Optional.of(ValueText.canonical(bound.value()));
            }

            @Override
            public Optional<String> shareOf(Bound.ShareOf bound) {
                return limit.map(ValueText::readable);
            }

            @Override
            public Optional<String> other(Bound.Other bound) {
                return limit.map(ValueText::readable);
            }
        });
        Optional<Value.Ratio> ratio =
                observed.flatMap(value -> reference.flatMap(micros -> ratio(value.micros(), micros)));
        return new Measurement(observed, limit, words, ratio);
    }

    /** The same with other words for the limit, where there is one. */
    Measurement limitedBy(String words) {
        return new Measurement(observed, limit, limitWords.map(any -> words), ratio);
    }

    /** The limit in millionths of the left side's unit; empty where it is not known or does not fit. */
    static Optional<Long> limit(Condition.Compare compare, Facts facts) {
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public Optional<Long> constant(Bound.Constant bound) {
                return Optional.of(bound.value().micros());
            }

            @Override
            public Optional<Long> shareOf(Bound.ShareOf bound) {
                return known(bound.of(), facts)
                        .flatMap(micros -> share(bound.share().micros(), micros, compare.comparator()));
            }

            @Override
            public Optional<Long> other(Bound.Other bound) {
                return known(bound.reference(), facts);
            }
        });
    }

    private static Optional<Long> reference(Bound right, Facts facts) {
        return right.match(new Bound.Cases<>() {
            @Override
            public Optional<Long> constant(Bound.Constant bound) {
                return Optional.of(bound.value().micros());
            }

            @Override
            public Optional<Long> shareOf(Bound.ShareOf bound) {
                return known(bound.of(), facts);
            }

            @Override
            public Optional<Long> other(Bound.Other bound) {
                return known(bound.reference(), facts);
            }
        });
    }

    private static Optional<Long> share(long shareMicros, long micros, Comparator comparator) {
        BigInteger[] parts = BigInteger.valueOf(shareMicros)
                .multiply(BigInteger.valueOf(micros))
                .divideAndRemainder(ONE);
        boolean upwards = comparator == Comparator.LESS_THAN || comparator == Comparator.AT_MOST;
        BigInteger rounded = upwards && parts[1].signum() > 0 ? parts[0].add(BigInteger.ONE) : parts[0];
        return fitting(rounded);
    }

    private static Optional<Value.Ratio> ratio(long observed, long reference) {
        if (reference <= 0 || observed < 0) {
            return Optional.empty();
        }
        BigInteger[] parts = BigInteger.valueOf(observed)
                .multiply(ONE)
                .divideAndRemainder(BigInteger.valueOf(reference).multiply(BASIS_POINT));
        BigInteger basisPoints = parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
        return fitting(basisPoints.multiply(BASIS_POINT)).map(Value.Ratio::new);
    }

    private static Optional<Long> known(Reference reference, Facts facts) {
        return facts.isKnown(reference) ? Optional.of(facts.micros(reference)) : Optional.empty();
    }

    private static Optional<Value> text(Bound right) {
        return right.match(new Bound.Cases<>() {
            @Override
            public Optional<Value> constant(Bound.Constant bound) {
                return Optional.of(bound.value());
            }

            @Override
            public Optional<Value> shareOf(Bound.ShareOf bound) {
                return Optional.empty();
            }

            @Override
            public Optional<Value> other(Bound.Other bound) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Long> fitting(BigInteger micros) {
        return micros.bitLength() < Long.SIZE ? Optional.of(micros.longValueExact()) : Optional.empty();
    }
}
