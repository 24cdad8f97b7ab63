package org.portcullis.engine.fact;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.ValueText;

/** Gathers a basket's facts in one pass over its lines; owned by one thread. */
final class BasketFacts {
    private static final Measure[] OF_ORDERS = of(Measure.Level.ORDER);
    private static final Measure[] OF_BASKETS = of(Measure.Level.BASKET);

    private final String basketId;
    private final Provenance given;
    private final Gaps gaps;
    private final Facts.Builder common;
    /** The measures in which all lines agree so far come first. */
    private final Measure[] agreed = OF_ORDERS.clone();

    private int agreeing = agreed.length;

    private @Nullable Facts first;
    private @Nullable FactGap firstGap;
    private int lines;
    private int unknownLines;
    private boolean tooLarge;
    private long sumMicros;
    private long largestMicros;
    private Instant oldest;

    /** Begins a basket; {@code shared} are the facts that all lines have in common, {@code given} is where its own facts come from. */
    BasketFacts(String basketId, Facts shared, Provenance given) {
        this.basketId = basketId;
        this.given = given;
        this.gaps = new Gaps(basketId);
        this.common = shared.toBuilder();
        this.oldest = shared.at();
    }

    /** Takes one line into account; {@code name} is its symbol. */
    void add(String name, Facts facts) {
        lines++;
        if (first == null) {
            first = facts;
            copyAll(facts);
        } else {
            agree(first, facts);
        }
        if (!facts.isKnown(Measure.ORDER_NOTIONAL)) {
            unknownLines++;
            if (firstGap == null) {
                firstGap = facts.gap(Measure.ORDER_NOTIONAL)
                        .orElseGet(() -> new Gaps(name).notGiven(Measure.ORDER_NOTIONAL));
            }
            return;
        }
        long micros = facts.micros(Measure.ORDER_NOTIONAL);
        largestMicros = Math.max(largestMicros, micros);
        facts.provenance(Measure.ORDER_NOTIONAL)
                .map(Provenance::observedAt)
                .filter(observed -> observed.isBefore(oldest))
                .ifPresent(observed -> oldest = observed);
        try {
            sumMicros = Math.addExact(sumMicros, micros);
        } catch (ArithmeticException overflow) {
            tooLarge = true;
        }
    }

    /** Gives the basket's facts; all lines have been added. */
    Facts facts(Reading intended, Reading median) {
        common.text(Measure.BASKET_ID, basketId, given)
                .number(Measure.BASKET_ITEMS, Math.multiplyExact(lines, Exact.ONE), given)
                .unknown(Measure.BASKET_WARNINGS, FactState.NOT_GIVEN, new Facts.Why.NotCounted(gaps));
        Provenance computed = new Provenance("computed from " + lines + (lines == 1 ? " line" : " lines"), oldest);
        sum(tooLarge, sumMicros, computed).into(common, Measure.BASKET_NOTIONAL);
        sum(false, largestMicros, computed).into(common, Measure.BASKET_LARGEST);
        intended.into(common, Measure.BASKET_INTENDED);
        median.into(common, Measure.BASKET_MEDIAN);
        return common.build();
    }

    /** Repeats the basket's own facts on a line. */
    static Facts repeat(Facts basket, Facts.Builder line) {
        for (Measure measure : OF_BASKETS) {
            line.copy(measure, basket);
        }
        return line.build();
    }

    private Reading sum(boolean overflow, long micros, Provenance computed) {
        if (firstGap != null) {
            return new Reading.Unknown(FactState.DERIVED, withOthers(firstGap));
        }
        return overflow
                ? Reading.Unknown.atRoot(gaps.tooLarge(Measure.BASKET_NOTIONAL))
                : new Reading.Known(micros, computed);
    }

    private FactGap withOthers(FactGap gap) {
        int others = unknownLines - 1;
        return others == 0
                ? gap
                : new FactGap(
                        gap.cause(),
                        gap.state(),
                        gap.where(),
                        gap.detail() + "; " + others + " more " + (others == 1 ? "line is" : "lines are")
                                + " not known either",
                        gap.cure());
    }

    private void copyAll(Facts line) {
        for (Measure measure : OF_ORDERS) {
            common.copy(measure, line);
        }
        common.advTradingDays(line.advTradingDays());
    }

    private void agree(Facts one, Facts line) {
        for (int i = agreeing - 1; i >= 0; i--) {
            Measure measure = agreed[i];
            if (!same(measure, one, line)) {
                // What does not agree is not asked again; the order of the others does not matter.
                agreed[i] = agreed[--agreeing];
                FactGap gap = gaps.mixed(measure, value(measure, one), value(measure, line));
                common.unknown(measure, FactState.MIXED, gap);
            }
        }
    }

    private static boolean same(Measure measure, Facts one, Facts other) {
        boolean window = measure != Measure.MARKET_ADV
                || !one.isKnown(measure)
                || one.advTradingDays() == other.advTradingDays();
        return window && one.isSame(measure, other);
    }

    private static Measure[] of(Measure.Level level) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure.level() == level)
                .toArray(Measure[]::new);
    }

    private static String value(Measure measure, Facts facts) {
        if (!facts.isKnown(measure)) {
            return facts.state(measure).phrase();
        }
        return measure.dimension() == Dimension.TEXT
                ? String.valueOf(facts.text(measure))
                : ValueText.grouped(facts.micros(measure), 0);
    }
}
