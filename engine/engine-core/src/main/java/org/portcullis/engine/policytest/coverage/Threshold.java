package org.portcullis.engine.policytest.coverage;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;

/** One comparison of numbers, with the two values between which it turns. */
public record Threshold(Condition.Compare compare) {

    /** On which side of its turning point a comparison lies. */
    public enum Side {
        /** At the limit itself: the last value before the comparison turns. */
        AT,
        /** The smallest unit further. */
        BEYOND
    }

    /** The comparison of an atom, if it compares numbers. */
    static Optional<Threshold> of(Atom atom) {
        return atom.comparison()
                .filter(compare -> compare.left().dimension() != Dimension.TEXT)
                .map(Threshold::new);
    }

    /** The measure whose number is at the limit. */
    public Reference left() {
        return compare.left();
    }

    /** The measure that the limit depends on, if it is no constant. */
    Optional<Reference> right() {
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public Optional<Reference> constant(Bound.Constant bound) {
                return Optional.empty();
            }

            @Override
            public Optional<Reference> shareOf(Bound.ShareOf bound) {
                return Optional.of(bound.of());
            }

            @Override
            public Optional<Reference> other(Bound.Other bound) {
                return Optional.of(bound.reference());
            }
        });
    }

    /** The limit as policies write it. */
    String limitWords() {
        return ConditionText.words(compare.right());
    }

    /** Where the limit is a constant, its number. */
    OptionalLong constant() {
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public OptionalLong constant(Bound.Constant bound) {
                return OptionalLong.of(bound.value().micros());
            }

            @Override
            public OptionalLong shareOf(Bound.ShareOf bound) {
                return OptionalLong.empty();
            }

            @Override
            public OptionalLong other(Bound.Other bound) {
                return OptionalLong.empty();
            }
        });
    }

    /**
     * The number at the side.
     *
     * @param right the number of the measure that the limit depends on; not read where the limit is a constant
     * @return empty where no such number can be written: it is negative or does not fit
     */
    OptionalLong value(Side side, long right) {
        BigInteger unit = exact(unitMicros());
        BigInteger limit = limit(right);
        BigInteger at = isShare() ? lastUnit(limit, unit) : limit;
        BigInteger value = side == Side.AT ? at : turnsAbove() ? at.add(unit) : at.subtract(unit);
        BigInteger micros = value.divide(exact(1));
        return micros.signum() < 0 || micros.bitLength() >= Long.SIZE
                ? OptionalLong.empty()
                : OptionalLong.of(micros.longValueExact());
    }

    /** On which side the numbers lie; empty where they are not beside the limit. A share may fall between two units, of which the nearer is at it. */
    Optional<Side> side(long left, long right) {
        BigInteger unit = exact(unitMicros());
        BigInteger above = exact(left).subtract(limit(right));
        BigInteger away = isEquality() ? above.abs() : turnsAbove() ? above : above.negate();
        boolean exactly = away.signum() == 0;
        boolean lastUnit =
                isShare() && !isEquality() && away.signum() < 0 && away.negate().compareTo(unit) < 0;
        if (exactly || lastUnit) {
            return Optional.of(Side.AT);
        }
        return away.signum() > 0 && away.compareTo(unit) <= 0 ? Optional.of(Side.BEYOND) : Optional.empty();
    }

    /** Says the side: `at the limit`, `one cent above the limit`. */
    String words(Side side, String limit, CurrencyCode currency) {
        String direction = switch (compare.comparator()) {
            case MORE_THAN, AT_MOST -> "above";
            case LESS_THAN, AT_LEAST -> "below";
            case IS, IS_NOT -> "beside";
        };
        return side == Side.AT
                ? "at " + limit
                : SmallestUnit.words(dimension(), currency) + " " + direction + " " + limit;
    }

    /** Whether a number of a measure is at least as large as what the comparison wants, and so turns above its limit. */
    private boolean turnsAbove() {
        return switch (compare.comparator()) {
            case MORE_THAN, AT_MOST, IS, IS_NOT -> true;
            case LESS_THAN, AT_LEAST -> false;
        };
    }

    private boolean isEquality() {
        return compare.comparator() == Comparator.IS || compare.comparator() == Comparator.IS_NOT;
    }

    private boolean isShare() {
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public Boolean constant(Bound.Constant bound) {
                return false;
            }

            @Override
            public Boolean shareOf(Bound.ShareOf bound) {
                return true;
            }

            @Override
            public Boolean other(Bound.Other bound) {
                return false;
            }
        });
    }

    /** The limit in millionths of millionths, so that a share of a number is exact. */
    private BigInteger limit(long right) {
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public BigInteger constant(Bound.Constant bound) {
                return exact(bound.value().micros());
            }

            @Override
            public BigInteger shareOf(Bound.ShareOf bound) {
                return BigInteger.valueOf(bound.share().micros()).multiply(BigInteger.valueOf(right));
            }

            @Override
            public BigInteger other(Bound.Other bound) {
                return exact(right);
            }
        });
    }

    private BigInteger lastUnit(BigInteger limit, BigInteger unit) {
        BigInteger[] parts = limit.divideAndRemainder(unit);
        boolean between = parts[1].signum() != 0;
        return parts[0].add(between && !turnsAbove() ? BigInteger.ONE : BigInteger.ZERO)
                .multiply(unit);
    }

    private long unitMicros() {
        return SmallestUnit.micros(dimension());
    }

    private Dimension dimension() {
        return compare.left().dimension();
    }

    private static BigInteger exact(long micros) {
        return BigInteger.valueOf(micros).multiply(BigInteger.valueOf(Exact.ONE));
    }
}
