package org.portcullis.engine.decision;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Finds the nearest value that a breached control would have let pass.
 *
 * <p>Only values beside a threshold of the control can be the nearest, so those few are tried, and only what the reference evaluator lets pass is
 * named. For an order's quantity or notional that is the largest whole number of shares below the present one such that one share more does not pass;
 * for any other measure the closest value of that measure, all other facts kept.
 */
record NearestPassing(PolicyPack pack, Control control, Facts facts) {
    private static final Set<Measure> SIZES =
            Collections.unmodifiableSet(EnumSet.of(Measure.ORDER_QUANTITY, Measure.ORDER_NOTIONAL));
    private static final long BASIS_POINT = Exact.ONE / 10_000;

    /** The value for people, for example `1,212,000 shares`; empty where none is found. */
    Optional<String> words() {
        Condition breach = Obligation.breachOf(control);
        Optional<Reference> about = Atom.primary(breach).filter(primary -> primary.dimension() != Dimension.TEXT);
        if (about.isEmpty() || !facts.isKnown(about.get())) {
            return Optional.empty();
        }
        Measure measure = about.get().measure();
        boolean sized = measure == Measure.ORDER_QUANTITY || measure == Measure.ORDER_NOTIONAL;
        return sized && facts.isKnown(Measure.ORDER_QUANTITY) && readsOrdersAlone(breach)
                ? shares(breach).map(ValueText::readable)
                : value(breach, about.get()).map(ValueText::readable);
    }

    /** The largest whole number of shares below the present quantity that passes. */
    Optional<Value.Count> shares(Condition breach) {
        long present = facts.micros(Measure.ORDER_QUANTITY);
        Optional<LoneComparison> alone = LoneComparison.of(control, facts, SIZES)
                .filter(lone -> isSize(lone.compare().left()));
        SortedSet<Long> candidates = new TreeSet<>(Comparator.reverseOrder());
        candidates.add((present - 1) / Exact.ONE);
        for (Atom atom : Atom.of(breach)) {
            atom.comparison().flatMap(this::sharesAt).ifPresent(shares -> {
                for (long near = shares - 1; near <= shares + 2; near++) {
                    candidates.add(near);
                }
            });
        }
        return candidates.stream()
                .filter(shares -> shares > 0 && shares <= (present - 1) / Exact.ONE)
                .filter(shares -> passesAt(shares, alone) && !passesAt(shares + 1, alone))
                .findFirst()
                .map(shares -> new Value.Count(Math.multiplyExact(shares, Exact.ONE), CountUnit.SHARES));
    }

    private Optional<Value> value(Condition breach, Reference about) {
        long present = facts.micros(about);
        long step = stepOf(about.dimension());
        CurrencyCode currency = pack.header().currency();
        Optional<LoneComparison> alone = LoneComparison.of(control, facts, Set.of(about.measure()));
        return Atom.of(breach).stream()
                .flatMap(atom -> atom.comparison().stream())
                .filter(compare -> isAbout(compare.left(), about))
                .flatMap(compare -> Measurement.limit(compare, facts).stream())
                .flatMap(limit -> Stream.of(limit - step, limit, limit + step))
                .filter(candidate -> candidate >= 0 && passesWith(about, candidate, alone))
                .min(Comparator.comparing((Long candidate) -> distance(candidate, present))
                        .thenComparing(Comparator.naturalOrder()))
                .map(micros -> Value.of(about.dimension(), micros, currency));
    }

    private boolean passesWith(Reference about, long micros, Optional<LoneComparison> alone) {
        return alone.isPresent() ? alone.get().passes(micros) : passes(with(about, micros));
    }

    private static boolean isAbout(Reference left, Reference about) {
        return left.measure() == about.measure() && left.derivation().equals(about.derivation());
    }

    /** The smallest step that people see: a millionth of money, a hundredth of a percent, a millisecond, or one. */
    private static long stepOf(Dimension dimension) {
        return switch (dimension) {
            case MONEY, PRICE -> 1;
            case RATIO -> BASIS_POINT;
            case DURATION -> SpanUnit.MILLISECONDS.microsInOne();
            case TEXT, SHARES, CONTRACTS, ORDERS, MESSAGES, WARNINGS, EXECUTIONS, TRADING_DAYS, RATE -> Exact.ONE;
        };
    }

    /** The whole number of shares at which the comparison turns, give or take one. */
    private Optional<Long> sharesAt(Condition.Compare compare) {
        if (compare.left().derivation().isPresent() || compare.left().dimension() == Dimension.TEXT) {
            return Optional.empty();
        }
        Optional<Long> limit = Measurement.limit(compare, facts);
        return switch (compare.left().measure()) {
            case ORDER_QUANTITY -> limit.map(micros -> Math.floorDiv(micros, Exact.ONE));
            case ORDER_NOTIONAL ->
                limit.filter(micros -> facts.micros(Measure.ORDER_NOTIONAL) > 0).map(this::sharesWorth);
            default -> Optional.empty();
        };
    }

    private long sharesWorth(long limitMicros) {
        BigInteger quantity = BigInteger.valueOf(facts.micros(Measure.ORDER_QUANTITY));
        BigInteger shares = BigInteger.valueOf(limitMicros)
                .multiply(quantity)
                .divide(BigInteger.valueOf(facts.micros(Measure.ORDER_NOTIONAL)))
                .divide(BigInteger.valueOf(Exact.ONE));
        return shares.bitLength() < Long.SIZE ? shares.longValueExact() : Long.MAX_VALUE / 2;
    }

    /** An amount that no longer fits does not pass, as it would not if it were submitted. */
    private boolean passesAt(long shares, Optional<LoneComparison> alone) {
        try {
            return alone.isPresent() ? alone.get().passes(sizeAt(shares, alone.get())) : passes(atShares(shares));
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    /** The left side of the comparison where there are so many shares. */
    private long sizeAt(long shares, LoneComparison lone) {
        long quantityMicros = Math.multiplyExact(shares, Exact.ONE);
        // Computed for a limit on the quantity, too: what no longer fits does not pass.
        long worth = facts.isKnown(Measure.ORDER_NOTIONAL) ? notional(quantityMicros) : 0;
        return lone.compare().left().measure() == Measure.ORDER_QUANTITY ? quantityMicros : worth;
    }

    private static boolean isSize(Reference left) {
        return SIZES.contains(left.measure()) && left.derivation().isEmpty();
    }

    private Facts atShares(long shares) {
        Provenance supposed = new Provenance("supposed", facts.at());
        long quantityMicros = Math.multiplyExact(shares, Exact.ONE);
        Facts.Builder other = facts.toBuilder().number(Measure.ORDER_QUANTITY, quantityMicros, supposed);
        return facts.isKnown(Measure.ORDER_NOTIONAL)
                ? other.number(Measure.ORDER_NOTIONAL, notional(quantityMicros), supposed)
                        .build()
                : other.build();
    }

    /** The notional of another quantity, as the extraction would compute it; in proportion where the price is not known. */
    private long notional(long quantityMicros) {
        if (facts.localPriceMicros() > 0 && facts.isKnown(Measure.FX_RATE)) {
            long local = Exact.multiplyRoundingUp(quantityMicros, facts.localPriceMicros());
            return Exact.multiplyRoundingUp(local, facts.micros(Measure.FX_RATE));
        }
        BigInteger[] parts = BigInteger.valueOf(facts.micros(Measure.ORDER_NOTIONAL))
                .multiply(BigInteger.valueOf(quantityMicros))
                .divideAndRemainder(BigInteger.valueOf(facts.micros(Measure.ORDER_QUANTITY)));
        BigInteger up = parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE);
        return up.longValueExact();
    }

    private Facts with(Reference about, long micros) {
        return facts.toBuilder()
                .number(about, micros, new Provenance("supposed", facts.at()))
                .build();
    }

    private boolean passes(Facts supposed) {
        Verdict verdict = ReferenceEvaluator.of(pack).verdict(control, supposed);
        return verdict == Verdict.SATISFIED || verdict == Verdict.EARLY || verdict == Verdict.NOT_APPLICABLE;
    }

    /** Whether another quantity changes nothing that the condition reads but the quantity and the notional themselves. */
    private static boolean readsOrdersAlone(Condition breach) {
        return Atom.of(breach).stream()
                .flatMap(atom -> atom.references().stream())
                .noneMatch(reference -> reference.measure().level() == Measure.Level.BASKET
                        || reference.derivation().isPresent());
    }

    private static BigInteger distance(long candidate, long present) {
        return BigInteger.valueOf(candidate)
                .subtract(BigInteger.valueOf(present))
                .abs();
    }
}
