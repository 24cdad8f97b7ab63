package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.evaluate.EvaluationFailure;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** Holds the ways in which Drools was seen to give wrong answers, each as a test that it does not happen here. */
class HazardsTest {
    private static final Condition NOTIONAL_ABOVE_TEN = Packs.moreThan(Measure.ORDER_NOTIONAL, Packs.usd(10));
    private static final Condition NOTIONAL_ABOVE_THOUSAND = Packs.moreThan(Measure.ORDER_NOTIONAL, Packs.usd(1_000));

    @Test
    void limitsThatDifferOnlyInTheirConstantAreAskedApart() {
        Evaluator evaluator = load(
                Packs.hardLimit("LIMIT-10", Packs.always(), NOTIONAL_ABOVE_TEN),
                Packs.hardLimit("LIMIT-1000", Packs.always(), NOTIONAL_ABOVE_THOUSAND));
        assertEquals(List.of("0 BREACHED", "0 applies", "1 applies"), ofNotional(evaluator, 500));
    }

    @Test
    void scopesThatDifferOnlyInTheirConstantAreAskedApart() {
        Evaluator evaluator = load(
                Packs.hardLimit("SCOPE-10", NOTIONAL_ABOVE_TEN, Packs.missing(Measure.ORDER_DESK)),
                Packs.hardLimit("SCOPE-1000", NOTIONAL_ABOVE_THOUSAND, Packs.missing(Measure.ORDER_DESK)));
        assertEquals(List.of("0 BREACHED", "0 applies"), ofNotional(evaluator, 500));
    }

    @Test
    void twoTestsOfOneIdAreNotLoaded() {
        PolicyPack pack = Packs.of(
                Packs.hardLimit("SCOPE-10", NOTIONAL_ABOVE_TEN, Packs.always()),
                Packs.hardLimit("SCOPE-1000", NOTIONAL_ABOVE_THOUSAND, Packs.always()));
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> DroolsEvaluator.load(pack, new ConditionCompiler(Packs.USD), expression -> "one id for all"));
        assertTrue(String.valueOf(refused.getMessage()).contains("the id `one id for all`"));
    }

    @Test
    void orderOfAnUnknownDeskMatchesNoScope() {
        Evaluator evaluator = load(
                Packs.hardLimit("DESK-A", Packs.is(Measure.ORDER_DESK, "A"), NOTIONAL_ABOVE_TEN),
                Packs.hardLimit("DESK-B", Packs.is(Measure.ORDER_DESK, "B"), NOTIONAL_ABOVE_TEN));
        Facts stranger = TestFacts.none()
                .text(Measure.ORDER_DESK, "no such desk")
                .micros(Measure.ORDER_NOTIONAL, 500 * Exact.ONE)
                .build();
        assertEquals(List.of(), Findings.ofOrder(evaluator, stranger).list());
    }

    @Test
    void orderWithoutADeskLeavesEveryScopeUnknown() {
        Evaluator evaluator = load(
                Packs.hardLimit("DESK-A", Packs.is(Measure.ORDER_DESK, "A"), NOTIONAL_ABOVE_TEN),
                Packs.hardLimit("DESK-B", Packs.is(Measure.ORDER_DESK, "B"), NOTIONAL_ABOVE_TEN));
        assertEquals(List.of("0 APPLICABILITY_UNKNOWN", "1 APPLICABILITY_UNKNOWN"), ofNotional(evaluator, 500));
    }

    @Test
    void testThatThrowsInALimitNamesTheControl() {
        Condition poisoned = new Condition.Not(Packs.missing(Measure.ORDER_VENUE));
        DroolsEvaluator evaluator = loadPoisoned(
                poisoned,
                Packs.hardLimit("GOOD-LIMIT", Packs.always(), NOTIONAL_ABOVE_TEN),
                Packs.hardLimit("BAD-LIMIT", Packs.always(), poisoned));
        EvaluationFailure failure = assertThrows(EvaluationFailure.class, () -> ofNotional(evaluator, 500));
        assertEquals("control `BAD-LIMIT` cannot be evaluated", failure.getMessage());
    }

    @Test
    void testThatThrowsInAScopeNamesEveryControlOfTheScope() {
        Condition poisoned = new Condition.Not(Packs.missing(Measure.ORDER_VENUE));
        DroolsEvaluator evaluator = loadPoisoned(
                poisoned,
                Packs.hardLimit("BAD-ONE", poisoned, NOTIONAL_ABOVE_TEN),
                Packs.hardLimit("GOOD-ONE", Packs.always(), NOTIONAL_ABOVE_TEN),
                Packs.hardLimit("BAD-TWO", poisoned, NOTIONAL_ABOVE_THOUSAND));
        EvaluationFailure failure = assertThrows(EvaluationFailure.class, () -> ofNotional(evaluator, 500));
        assertEquals("control `BAD-ONE`, `BAD-TWO` cannot be evaluated", failure.getMessage());
    }

    @Test
    void sinkThatThrowsStopsTheEvaluation() {
        Evaluator evaluator = load(Packs.hardLimit("LIMIT-10", Packs.always(), NOTIONAL_ABOVE_TEN));
        RuntimeException full = new IllegalStateException("the sink is full");
        EvaluationFailure failure = assertThrows(
                EvaluationFailure.class,
                () -> evaluator.evaluate(notional(500), Stage.ENTERED, Tier.ORDERS, new ThrowingSink(full)));
        assertSame(full, failure.getCause());
    }

    @Test
    void failureLeavesTheEvaluatorFitForTheNextOrder() {
        Evaluator evaluator = load(Packs.hardLimit("LIMIT-10", Packs.always(), NOTIONAL_ABOVE_TEN));
        assertThrows(
                EvaluationFailure.class,
                () -> evaluator.evaluate(
                        notional(500),
                        Stage.ENTERED,
                        Tier.ORDERS,
                        new ThrowingSink(new IllegalStateException("the sink is full"))));
        assertEquals(List.of("0 applies"), ofNotional(evaluator, 5));
    }

    @Test
    void sinkMayEvaluateOtherFactsMeanwhile() {
        Evaluator evaluator = load(Packs.hardLimit("LIMIT-10", Packs.always(), NOTIONAL_ABOVE_TEN));
        Findings inner = new Findings();
        Findings outer = new Findings();
        evaluator.evaluate(notional(500), Stage.ENTERED, Tier.ORDERS, new FindingSink() {
            @Override
            public void applied(int control) {
                evaluator.evaluate(notional(5), Stage.ENTERED, Tier.ORDERS, inner);
                outer.applied(control);
            }

            @Override
            public void finding(int control, Verdict verdict) {
                outer.finding(control, verdict);
            }
        });
        assertEquals(List.of("0 applies"), inner.list());
        assertEquals(List.of("0 BREACHED", "0 applies"), outer.list());
    }

    @Test
    void handleLetsGoOfItsFacts() {
        FactsHandle handle = new FactsHandle();
        handle.take(notional(1), new Findings());
        handle.release();
        assertTrue(handle.isFree());
        assertThrows(IllegalStateException.class, handle::getObject);
    }

    @Test
    void moneyIsComparedToTheLastMillionthAtTheEndOfTheRange() {
        Value.Money limit = new Value.Money(Long.MAX_VALUE - 1, Packs.USD);
        Evaluator evaluator =
                load(Packs.hardLimit("HUGE-LIMIT", Packs.always(), Packs.moreThan(Measure.ORDER_NOTIONAL, limit)));
        assertEquals(List.of("0 applies"), ofMicros(evaluator, Long.MAX_VALUE - 1));
        assertEquals(List.of("0 BREACHED", "0 applies"), ofMicros(evaluator, Long.MAX_VALUE));
    }

    @Test
    void sharesAreComparedExactlyWhereTheProductExceedsSixtyFourBits() {
        Evaluator evaluator = load(Packs.hardLimit("ADV-SHARE", Packs.always(), Packs.moreThanShareOfAdv(999_999, 20)));
        long adv = Long.MAX_VALUE;
        // 999,999 millionths of 2^63-1, rounded down.
        long share = adv - adv / Exact.ONE - 1;
        assertEquals(List.of("0 applies"), ofQuantity(evaluator, share, adv));
        assertEquals(List.of("0 BREACHED", "0 applies"), ofQuantity(evaluator, share + 1, adv));
    }

    @Test
    void quantitiesThatDoublesCannotTellApartDiffer() {
        Value.Count limit = new Value.Count((1L << 53) + 1, CountUnit.SHARES);
        Evaluator evaluator = load(Packs.hardLimit(
                "ODD-LIMIT",
                Packs.always(),
                Packs.compare(Measure.ORDER_QUANTITY, org.portcullis.model.condition.Comparator.AT_LEAST, limit)));
        assertEquals(List.of("0 applies"), ofQuantity(evaluator, 1L << 53, 1));
    }

    private static Evaluator load(Control... controls) {
        return DroolsEvaluator.factory().load(Packs.of(controls));
    }

    private static DroolsEvaluator loadPoisoned(Condition poisoned, Control... controls) {
        CompiledCondition.Compiler sound = new ConditionCompiler(Packs.USD);
        CompiledCondition broken = facts -> {
            throw new ArithmeticException("does not fit");
        };
        return DroolsEvaluator.load(
                Packs.of(controls),
                condition -> condition.equals(poisoned) ? broken : sound.compile(condition),
                FactTests::digest);
    }

    private static List<String> ofNotional(Evaluator evaluator, long usd) {
        return Findings.ofOrder(evaluator, notional(usd)).list();
    }

    private static List<String> ofMicros(Evaluator evaluator, long micros) {
        Facts facts = TestFacts.none().micros(Measure.ORDER_NOTIONAL, micros).build();
        return Findings.ofOrder(evaluator, facts).list();
    }

    private static List<String> ofQuantity(Evaluator evaluator, long micros, long advMicros) {
        Facts facts = TestFacts.none()
                .micros(Measure.ORDER_QUANTITY, micros)
                .micros(Measure.MARKET_ADV, advMicros)
                .advTradingDays(20)
                .build();
        return Findings.ofOrder(evaluator, facts).list();
    }

    private static Facts notional(long usd) {
        return TestFacts.none().micros(Measure.ORDER_NOTIONAL, usd * Exact.ONE).build();
    }

    private record ThrowingSink(RuntimeException thrown) implements FindingSink {
        @Override
        public void applied(int control) {
            throw thrown;
        }

        @Override
        public void finding(int control, Verdict verdict) {
            throw thrown;
        }
    }
}
