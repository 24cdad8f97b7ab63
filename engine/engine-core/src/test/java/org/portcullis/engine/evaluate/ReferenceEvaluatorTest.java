package org.portcullis.engine.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.portcullis.engine.Sample.LONDON;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.ORIGIN;
import static org.portcullis.engine.Sample.all;
import static org.portcullis.engine.Sample.any;
import static org.portcullis.engine.Sample.is;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.moreThanShareOfAdv;
import static org.portcullis.engine.Sample.not;
import static org.portcullis.engine.Sample.usd;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

class ReferenceEvaluatorTest {
    private static final Condition NOTIONAL_HIGH = moreThan(Measure.ORDER_NOTIONAL, usd(100));
    private static final Condition PRICE_UNKNOWN =
            moreThan(Measure.MARKET_PRICE, new Value.Price(Exact.ONE, Sample.USD));

    @Test
    void aLimitIsBreachedOnlyAboveIt() {
        assertEquals(Verdict.SATISFIED, verdict(NOTIONAL_HIGH, facts(100 * Exact.ONE)));
        assertEquals(Verdict.BREACHED, verdict(NOTIONAL_HIGH, facts(100 * Exact.ONE + 1)));
    }

    @Test
    void anUnknownFactMakesTheComparisonUnknown() {
        assertEquals(Verdict.CONDITION_UNKNOWN, verdict(PRICE_UNKNOWN, facts(1)));
        assertEquals(Verdict.CONDITION_UNKNOWN, verdict(not(PRICE_UNKNOWN), facts(1)));
    }

    @Test
    void missingIsTrueOfAnUnknownFactAndFalseOfAKnownOne() {
        assertEquals(Verdict.BREACHED, verdict(new Condition.Missing(Reference.to(Measure.MARKET_PRICE)), facts(1)));
        assertEquals(Verdict.SATISFIED, verdict(new Condition.Missing(Reference.to(Measure.ORDER_NOTIONAL)), facts(1)));
    }

    @Test
    void aDecidedPartDecidesBesideAnUnknownOne() {
        Condition high = moreThan(Measure.ORDER_NOTIONAL, usd(0));
        Condition low = not(high);
        assertEquals(Verdict.SATISFIED, verdict(all(PRICE_UNKNOWN, low), facts(1)));
        assertEquals(Verdict.CONDITION_UNKNOWN, verdict(all(PRICE_UNKNOWN, high), facts(1)));
        assertEquals(Verdict.BREACHED, verdict(any(PRICE_UNKNOWN, high), facts(1)));
        assertEquals(Verdict.CONDITION_UNKNOWN, verdict(any(PRICE_UNKNOWN, low), facts(1)));
    }

    @Test
    void anotherScopeDoesNotApply() {
        Facts facts = builder().text(Measure.ORDER_DESK, "Swaps", ORIGIN).build();
        assertEquals(Verdict.NOT_APPLICABLE, verdict(NOTIONAL_HIGH, facts));
    }

    @Test
    void anUnknownScopeMayApply() {
        Facts facts = Facts.builder(1, NOW).build();
        assertEquals(Verdict.APPLICABILITY_UNKNOWN, verdict(NOTIONAL_HIGH, facts));
    }

    @Test
    void aShareIsComparedExactly() {
        Condition breach = moreThanShareOfAdv(95, 20);
        // 95% of 3 shares and a millionth is 2.85000095: between two millionths, so rounding would decide wrongly.
        long adv = 3_000_001;
        assertEquals(Verdict.SATISFIED, verdict(breach, advFacts(2_850_000, adv, 20)));
        assertEquals(Verdict.BREACHED, verdict(breach, advFacts(2_850_001, adv, 20)));
        assertEquals(Verdict.SATISFIED, verdict(breach, advFacts(Long.MAX_VALUE / 20 * 19, Long.MAX_VALUE, 20)));
        assertEquals(Verdict.BREACHED, verdict(breach, advFacts(Long.MAX_VALUE, Long.MAX_VALUE, 20)));
    }

    @Test
    void anAverageOverAnotherWindowIsUnknownAndMissing() {
        Facts facts = advFacts(1, 1, 30);
        assertEquals(Verdict.CONDITION_UNKNOWN, verdict(moreThanShareOfAdv(95, 20), facts));
        assertEquals(Verdict.BREACHED, verdict(new Condition.Missing(Sample.adv(20)), facts));
        assertEquals(Verdict.SATISFIED, verdict(new Condition.Missing(Sample.adv(30)), facts));
    }

    @Test
    void aMeasureIsComparedWithAnother() {
        Condition breach = new Condition.Compare(
                Reference.to(Measure.ORDER_QUANTITY), Comparator.AT_LEAST, new Bound.Other(Sample.adv(20)));
        assertEquals(Verdict.BREACHED, verdict(breach, advFacts(5, 5, 20)));
        assertEquals(Verdict.SATISFIED, verdict(breach, advFacts(4, 5, 20)));
    }

    @Test
    void aRoleIsHeldAmongOthers() {
        Facts facts =
                builder().requesterRoles(Set.of("Trader", "Desk Head"), ORIGIN).build();
        assertEquals(Verdict.BREACHED, verdict(is(Measure.REQUESTER_ROLE, "Trader"), facts));
        assertEquals(Verdict.SATISFIED, verdict(is(Measure.REQUESTER_ROLE, "Risk"), facts));
        Condition isNot = new Condition.Compare(
                Reference.to(Measure.REQUESTER_ROLE), Comparator.IS_NOT, new Bound.Constant(new Value.Text("Trader")));
        assertEquals(Verdict.SATISFIED, verdict(isNot, facts));
        Condition oneOf = new Condition.OneOf(
                Reference.to(Measure.REQUESTER_ROLE), List.of(new Value.Text("Risk"), new Value.Text("Desk Head")));
        assertEquals(Verdict.BREACHED, verdict(oneOf, facts));
    }

    @Test
    void aGrantThatDoesNotCoverIsBreached() {
        Control grant = Sample.grant("TRADER-GRANT", "Trader");
        ReferenceEvaluator evaluator = evaluator(grant);
        assertEquals(
                Verdict.SATISFIED,
                evaluator.verdict(
                        grant,
                        builder().requesterRoles(Set.of("Trader"), ORIGIN).build()));
        assertEquals(
                Verdict.BREACHED,
                evaluator.verdict(
                        grant, builder().requesterRoles(Set.of(), ORIGIN).build()));
    }

    @Test
    void everyControlOfTheTierIsReportedByItsIndex() {
        Control breached = Sample.hardOrder("A-1", NOTIONAL_HIGH);
        Control basket = Sample.hardBasket("B-1", moreThan(Measure.BASKET_NOTIONAL, usd(1)));
        Control satisfied = Sample.hardOrder("C-1", moreThan(Measure.ORDER_NOTIONAL, usd(1_000)));
        Control unknown = Sample.softOrder("D-1", PRICE_UNKNOWN);
        Control elsewhere =
                new Control.HardLimit(Sample.heading("E-1", Subject.ORDERS, not(LONDON)), Target.ORDER, NOTIONAL_HIGH);
        List<String> calls = new ArrayList<>();
        evaluator(breached, basket, satisfied, unknown, elsewhere)
                .evaluate(facts(200 * Exact.ONE), Stage.RELEASED, Tier.ORDERS, recordIn(calls));

        assertEquals(List.of("0 applies", "0 BREACHED", "2 applies", "3 applies", "3 CONDITION_UNKNOWN"), calls);
    }

    @Test
    void anotherStageIsNotEvaluated() {
        List<String> calls = new ArrayList<>();
        evaluator(Sample.hardOrder("A-1", NOTIONAL_HIGH))
                .evaluate(facts(200 * Exact.ONE), Stage.WORKING, Tier.ORDERS, recordIn(calls));
        assertEquals(List.of(), calls);
    }

    @Test
    void anAmountInAnotherCurrencyFailsTheEvaluation() {
        Condition euros = moreThan(Measure.ORDER_NOTIONAL, new Value.Money(1, Sample.EUR));
        EvaluationFailure failure = assertThrows(EvaluationFailure.class, () -> verdict(euros, facts(1)));
        assertEquals(
                "control `A-1` cannot be evaluated: `order.notional` is in USD and is compared with an amount in EUR",
                failure.getMessage());
    }

    @Test
    void aTextThatIsOrderedFailsTheEvaluation() {
        Condition ordered = new Condition.Compare(
                Reference.to(Measure.ORDER_DESK), Comparator.MORE_THAN, new Bound.Constant(new Value.Text("Delta 1")));
        assertThrows(EvaluationFailure.class, () -> verdict(ordered, facts(1)));
    }

    private static FindingSink recordIn(List<String> calls) {
        return new FindingSink() {
            @Override
            public void applied(int control) {
                calls.add(control + " applies");
            }

            @Override
            public void finding(int control, Verdict verdict) {
                calls.add(control + " " + verdict);
            }
        };
    }

    private static Verdict verdict(Condition breach, Facts facts) {
        Control control = Sample.hardOrder("A-1", breach);
        return evaluator(control).verdict(control, facts);
    }

    private static ReferenceEvaluator evaluator(Control... controls) {
        return (ReferenceEvaluator) ReferenceEvaluator.factory().load(Sample.pack(controls));
    }

    private static Facts.Builder builder() {
        return Facts.builder(1, NOW).text(Measure.ORDER_DESK, "Delta 1", ORIGIN);
    }

    private static Facts facts(long notionalMicros) {
        return builder().number(Measure.ORDER_NOTIONAL, notionalMicros, ORIGIN).build();
    }

    private static Facts advFacts(long quantityMicros, long advMicros, int days) {
        return builder()
                .number(Measure.ORDER_QUANTITY, quantityMicros, ORIGIN)
                .number(Measure.MARKET_ADV, advMicros, ORIGIN)
                .advTradingDays(days)
                .build();
    }
}
