package org.portcullis.engine.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Value;

class LoneComparisonTest {
    private static final long SEED = 20220502L;
    private static final Reference ADV = new Reference(Measure.MARKET_ADV, OptionalInt.of(20));

    @Test
    void itSaysWhatTheReferenceEvaluatorSays() {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            Control control = Sample.hardOrder("HARD-QUANTITY", condition(random));
            Facts facts = facts(random, random.nextInt(2_000));
            LoneComparison lone = LoneComparison.of(control, facts, Set.of(Measure.ORDER_QUANTITY))
                    .orElseThrow();
            long other = random.nextInt(2_000);
            Facts supposed = facts.toBuilder()
                    .number(Measure.ORDER_QUANTITY, other, Sample.ORIGIN)
                    .build();
            Verdict verdict = ReferenceEvaluator.of(Sample.pack(control)).verdict(control, supposed);
            assertEquals(verdict == Verdict.SATISFIED, lone.passes(other), "seed " + SEED + ", round " + i);
        }
    }

    @Test
    void aLimitOnWhatChangesWithTheLeftSideIsNone() {
        Condition share = new Condition.Compare(
                Reference.to(Measure.ORDER_QUANTITY),
                Comparator.MORE_THAN,
                new Bound.Other(Reference.to(Measure.ORDER_QUANTITY)));
        assertTrue(isNone(share));
    }

    @Test
    void severalComparisonsAreNone() {
        Condition one =
                new Condition.Compare(Reference.to(Measure.ORDER_QUANTITY), Comparator.MORE_THAN, new Bound.Other(ADV));
        assertTrue(isNone(new Condition.All(List.of(one, one))));
    }

    private static boolean isNone(Condition condition) {
        Control control = Sample.hardOrder("HARD-QUANTITY", condition);
        Optional<LoneComparison> lone =
                LoneComparison.of(control, facts(new Random(SEED), 1), Set.of(Measure.ORDER_QUANTITY));
        return lone.isEmpty();
    }

    private static Condition condition(Random random) {
        Bound bound = switch (random.nextInt(3)) {
            case 0 -> new Bound.Constant(new Value.Count(random.nextInt(2_000), CountUnit.SHARES));
            case 1 -> new Bound.ShareOf(new Value.Ratio(random.nextInt(3_000_000)), ADV);
            default -> new Bound.Other(ADV);
        };
        Comparator[] comparators = Comparator.values();
        return new Condition.Compare(
                Reference.to(Measure.ORDER_QUANTITY), comparators[random.nextInt(comparators.length)], bound);
    }

    private static Facts facts(Random random, long quantity) {
        return Facts.builder(1, Sample.NOW)
                .text(Measure.ORDER_DESK, "Delta 1", Sample.ORIGIN)
                .number(Measure.ORDER_QUANTITY, quantity, Sample.ORIGIN)
                .number(Measure.MARKET_ADV, random.nextInt(2_000), Sample.ORIGIN)
                .advTradingDays(20)
                .build();
    }
}
