package org.portcullis.engine.policytest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.moreThanShareOfAdv;
import static org.portcullis.engine.Sample.shares;
import static org.portcullis.engine.Sample.usd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.PolicyTest.Outcome;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

class PolicyTestsTest {
    private static final Control GRANT = Sample.grant("D1-TRADERS", "Delta 1 Trader");
    private static final Control WAVE =
            Sample.hardBasket("LDN-WAVE", moreThan(Measure.BASKET_NOTIONAL, usd(4_000_000_000L)));
    private static final Control ORDER =
            Sample.hardOrder("ORDER-LIMIT", moreThan(Measure.ORDER_NOTIONAL, usd(250_000_000L)));
    private static final Control ADV = Sample.hardOrder("ADV-HARD", moreThanShareOfAdv(95, 20));
    private static final Control ADV_SOFT = Sample.softOrder("ADV-SOFT", moreThanShareOfAdv(20, 20));
    private static final Control FLOOD = Sample.flood("FLOOD-1", 10);
    private static final Control APPROVAL =
            Sample.approval("LARGE-BASKET", moreThan(Measure.BASKET_NOTIONAL, usd(100_000_000L)));
    private static final PolicyPack PACK = Sample.pack(GRANT, WAVE, ORDER, ADV, ADV_SOFT, FLOOD, APPROVAL);

    private final List<PolicyTest.Given> given = new ArrayList<>(List.of(
            fact(Measure.ORDER_DESK, new Value.Text("Delta 1")),
            fact(Measure.ORDER_LOCATION, new Value.Text("London"))));

    @Test
    void aTestOfABasketEvaluatesNoOrders() {
        give(Measure.BASKET_NOTIONAL, usd(58_000_000));
        assertPasses(expect(Outcome.RELEASE));
    }

    @Test
    void aBlockIsExpectedByItsControl() {
        give(Measure.BASKET_NOTIONAL, usd(4_000_000_001L));
        assertPasses(
                expect(Outcome.BLOCK),
                expect(Outcome.BLOCK, "LDN-WAVE"),
                expect(Outcome.HOLD, "LARGE-BASKET"),
                expect(Outcome.NOT, "FLOOD-1"));
    }

    @Test
    void aMissingFactBlocks() {
        given.add(new PolicyTest.Given(Reference.to(Measure.BASKET_NOTIONAL), Optional.empty()));
        assertPasses(expect(Outcome.BLOCK, "LDN-WAVE"));
    }

    @Test
    void factsAboutAnOrderMakeABasketOfThatOrder() {
        give(Measure.ORDER_NOTIONAL, usd(30_000_000));
        give(Measure.ORDER_QUANTITY, shares(950_000));
        given.add(new PolicyTest.Given(Sample.adv(20), Optional.of(shares(1_000_000))));
        assertPasses(
                expect(Outcome.WARN),
                expect(Outcome.WARN, "ADV-SOFT"),
                expect(Outcome.NOT, "ADV-HARD"),
                expect(Outcome.RELEASE, "LDN-WAVE"));
    }

    @Test
    void anAverageWithoutAWindowIsTheOneThatAllControlsAskFor() {
        give(Measure.ORDER_NOTIONAL, usd(1));
        give(Measure.ORDER_QUANTITY, shares(951));
        give(Measure.MARKET_ADV, shares(1_000));
        assertPasses(expect(Outcome.BLOCK, "ADV-HARD"), expect(Outcome.NOT, "ADV-SOFT"));
    }

    @Test
    void quantityTimesThePriceOfAMarketOrderIsItsNotional() {
        give(Measure.ORDER_QUANTITY, shares(1_000_000));
        give(Measure.MARKET_PRICE, new Value.Price(250 * Exact.ONE + 1, Sample.USD));
        give(Measure.MARKET_ADV, shares(1_000_000_000));
        assertPasses(expect(Outcome.BLOCK, "ORDER-LIMIT"), expect(Outcome.HOLD, "LARGE-BASKET"));
    }

    @Test
    void warningsAreCountedUnlessGiven() {
        give(Measure.BASKET_WARNINGS, new Value.Count(11 * Exact.ONE, CountUnit.WARNINGS));
        assertPasses(expect(Outcome.BLOCK, "FLOOD-1"));
    }

    @Test
    void aNamedRequesterHoldsThatRoleAlone() {
        give(Measure.REQUESTER_ROLE, new Value.Text("Visitor"));
        give(Measure.BASKET_NOTIONAL, usd(1));
        assertPasses(expect(Outcome.BLOCK, "NOT-GRANTED"), expect(Outcome.NOT, "NO-POLICY"));
    }

    @Test
    void anotherDeskHasNoPolicy() {
        given.clear();
        give(Measure.ORDER_DESK, new Value.Text("Swaps"));
        give(Measure.BASKET_NOTIONAL, usd(1));
        assertPasses(expect(Outcome.BLOCK, "NO-POLICY"));
    }

    @Test
    void anAmountInAnotherCurrencyIsNoFact() {
        give(Measure.BASKET_NOTIONAL, new Value.Money(1, Sample.EUR));
        assertPasses(expect(Outcome.BLOCK, "LDN-WAVE"));
    }

    @Test
    void aFailedExpectationSaysWhatCameOutAndWhy() {
        give(Measure.BASKET_NOTIONAL, usd(58_000_000));
        PolicyTestResult.Mismatch mismatch = onlyMismatch(expect(Outcome.BLOCK, "LDN-WAVE"));
        assertEquals("block by LDN-WAVE", mismatch.expected());
        assertEquals("LDN-WAVE raises nothing", mismatch.actual());
        assertEquals(
                List.of("applies and is satisfied: basket.notional is more than USD 4 billion is false"
                        + " (basket.notional: USD 58,000,000)"),
                mismatch.because());
    }

    @Test
    void aFailedOutcomeShowsTheGroups() {
        give(Measure.BASKET_NOTIONAL, usd(5_000_000_000L));
        PolicyTestResult.Mismatch mismatch = onlyMismatch(expect(Outcome.RELEASE));
        assertEquals("release", mismatch.expected());
        assertEquals("block", mismatch.actual());
        assertEquals(
                "basket TEST worth USD 5,000,000,000 is blocked: basket.notional is more than USD 4 billion",
                mismatch.because().get(0));
    }

    @Test
    void aControlOfAnotherScopeSaysWhyItDidNotApply() {
        given.clear();
        give(Measure.ORDER_DESK, new Value.Text("Swaps"));
        give(Measure.BASKET_NOTIONAL, usd(5_000_000_000L));
        assertEquals(
                List.of("does not apply: order.desk is \"Delta 1\" is false (order.desk: Swaps)"),
                onlyMismatch(expect(Outcome.BLOCK, "LDN-WAVE")).because());
    }

    @Test
    void anUnknownControlIsAMismatch() {
        give(Measure.BASKET_NOTIONAL, usd(1));
        assertEquals(
                "the policy has no control `NO-SUCH`",
                onlyMismatch(expect(Outcome.NOT, "NO-SUCH")).actual());
    }

    @Test
    void aFailingEvaluationFailsTheTestAndIsNoException() {
        Condition euros = moreThan(Measure.BASKET_NOTIONAL, new Value.Money(1, Sample.EUR));
        PolicyPack broken = Sample.pack(GRANT, Sample.hardBasket("LDN-WAVE", euros));
        give(Measure.BASKET_NOTIONAL, usd(1));
        PolicyTestResult result = PolicyTests.on(ReferenceEvaluator.of(broken)).run(test(expect(Outcome.RELEASE)));
        assertEquals("block", result.mismatches().get(0).actual());
    }

    @Test
    void allTestsOfThePackRunInTheirOrder() {
        give(Measure.BASKET_NOTIONAL, usd(1));
        PolicyTest passes = test(expect(Outcome.RELEASE));
        PolicyTest fails = test(expect(Outcome.HOLD));
        PolicyPack tested = new PolicyPack(PACK.header(), List.of(), PACK.controls(), List.of(passes, fails));
        assertEquals(
                List.of(true, false),
                PolicyTests.on(ReferenceEvaluator.of(tested)).runAll().stream()
                        .map(PolicyTestResult::passed)
                        .toList());
    }

    @Test
    void aHardLimitForOrdersOnTheWholeBasketIsExpectedLikeAnyOther() {
        Control whole = new Control.HardLimit(
                Sample.heading("NO-SHORTS", Subject.ORDERS, Sample.LONDON),
                Target.WHOLE_BASKET,
                Sample.is(Measure.ORDER_SIDE, "SELL"));
        give(Measure.ORDER_SIDE, new Value.Text("SELL"));
        PolicyTestResult result = PolicyTests.on(ReferenceEvaluator.of(Sample.pack(GRANT, whole)))
                .run(test(expect(Outcome.BLOCK, "NO-SHORTS")));
        assertTrue(result.passed());
    }

    private void give(Measure measure, Value value) {
        given.add(fact(measure, value));
    }

    private void assertPasses(PolicyTest.Expectation... expectations) {
        PolicyTestResult result = PolicyTests.on(ReferenceEvaluator.of(PACK)).run(test(expectations));
        assertEquals(List.of(), result.mismatches());
    }

    private PolicyTestResult.Mismatch onlyMismatch(PolicyTest.Expectation expectation) {
        PolicyTestResult result = PolicyTests.on(ReferenceEvaluator.of(PACK)).run(test(expectation));
        assertEquals(1, result.mismatches().size());
        return result.mismatches().get(0);
    }

    private PolicyTest test(PolicyTest.Expectation... expectations) {
        return new PolicyTest("sample", given, Stage.RELEASED, List.of(expectations));
    }

    private static PolicyTest.Given fact(Measure measure, Value value) {
        return new PolicyTest.Given(Reference.to(measure), Optional.of(value));
    }

    private static PolicyTest.Expectation expect(Outcome outcome) {
        return new PolicyTest.Expectation(outcome, Optional.empty());
    }

    private static PolicyTest.Expectation expect(Outcome outcome, String by) {
        return new PolicyTest.Expectation(outcome, Optional.of(new ControlId(by)));
    }
}
