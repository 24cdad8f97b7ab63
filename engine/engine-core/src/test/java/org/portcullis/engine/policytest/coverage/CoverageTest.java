package org.portcullis.engine.policytest.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.usd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.PolicyTest.Outcome;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

class CoverageTest {
    private static final Control GRANT = Sample.grant("D1-TRADERS", "Delta 1 Trader");
    private static final Control WAVE =
            Sample.hardBasket("LDN-WAVE", moreThan(Measure.BASKET_NOTIONAL, usd(4_000_000_000L)));
    private static final Control ADV = Sample.hardOrder("ADV-HARD", Sample.moreThanShareOfAdv(95, 20));

    private final List<PolicyTest> tests = new ArrayList<>();
    private final List<PolicyTest.Given> given = new ArrayList<>();

    @Test
    void aControlWithoutTestsHasOnlyUntestedCells() {
        assertEquals(
                List.of(
                        "breached UNTESTED",
                        "passes UNTESTED",
                        "does not apply UNTESTED",
                        "at the limit UNTESTED",
                        "one cent above the limit UNTESTED",
                        "basket.notional missing UNTESTED"),
                states("LDN-WAVE"));
    }

    @Test
    void aTestFarAboveTheLimitShowsTheBreachAlone() {
        inLondon();
        give(Measure.BASKET_NOTIONAL, usd(444_000_000_000L));
        test(Outcome.BLOCK, "LDN-WAVE");

        assertEquals(List.of("breached"), tested("LDN-WAVE"));
    }

    @Test
    void aTestAtTheLimitShowsThatItPasses() {
        inLondon();
        give(Measure.BASKET_NOTIONAL, usd(4_000_000_000L));
        test(Outcome.NOT, "LDN-WAVE");

        assertEquals(List.of("passes", "at the limit"), tested("LDN-WAVE"));
    }

    @Test
    void oneCentAboveTheLimitIsBeyondAndTwoAreNot() {
        inLondon();
        give(Measure.BASKET_NOTIONAL, new Value.Money(4_000_000_000L * Exact.ONE + 10_000, Sample.USD));
        test(Outcome.BLOCK, "LDN-WAVE");
        assertEquals(List.of("breached", "one cent above the limit"), tested("LDN-WAVE"));

        tests.clear();
        inLondon();
        give(Measure.BASKET_NOTIONAL, new Value.Money(4_000_000_000L * Exact.ONE + 20_000, Sample.USD));
        test(Outcome.BLOCK, "LDN-WAVE");
        assertEquals(List.of("breached"), tested("LDN-WAVE"));
    }

    @Test
    void theLastWholeShareBelowAShareOfTheVolumeIsAtTheLimit() {
        inLondon();
        give(Measure.ORDER_QUANTITY, Sample.shares(950));
        given.add(new PolicyTest.Given(Sample.adv(20), Optional.of(Sample.shares(1_001))));
        test(Outcome.NOT, "ADV-HARD");

        assertEquals(List.of("passes", "at the limit"), tested("ADV-HARD"));
    }

    @Test
    void aMissingFactShowsWhatMissingDataDoes() {
        inLondon();
        given.add(new PolicyTest.Given(Reference.to(Measure.BASKET_NOTIONAL), Optional.empty()));
        test(Outcome.BLOCK, "LDN-WAVE");

        assertEquals(List.of("basket.notional missing"), tested("LDN-WAVE"));
    }

    @Test
    void anotherDeskShowsThatTheControlDoesNotApply() {
        give(Measure.ORDER_DESK, new Value.Text("Swaps"));
        test(Outcome.NOT, "LDN-WAVE");

        assertEquals(List.of("does not apply"), tested("LDN-WAVE"));
    }

    @Test
    void whatNoExpectationWouldNoticeIsNotTested() {
        inLondon();
        give(Measure.BASKET_NOTIONAL, usd(444_000_000_000L));
        test(Outcome.NOT, "NO-POLICY");

        assertEquals("breached UNNOTICED", states("LDN-WAVE").get(0));
    }

    @Test
    void anExpectedReleaseNoticesEveryControlThatCouldStopIt() {
        inLondon();
        give(Measure.BASKET_NOTIONAL, usd(1));
        test(Outcome.RELEASE);

        assertEquals(List.of("passes"), tested("LDN-WAVE"));
        assertEquals(List.of("covered"), tested("D1-TRADERS"));
    }

    @Test
    void aTestThatFailsShowsNothing() {
        inLondon();
        give(Measure.BASKET_NOTIONAL, usd(444_000_000_000L));
        test(Outcome.NOT, "LDN-WAVE");

        assertEquals(List.of(), tested("LDN-WAVE"));
    }

    @Test
    void aLimitThatAnotherPartKeepsQuietIsNotTested() {
        Control both = Sample.hardBasket(
                "BOTH-LIMITS",
                Sample.all(moreThan(Measure.BASKET_NOTIONAL, usd(100)), moreThan(Measure.BASKET_LARGEST, usd(10))));
        inLondon();
        give(Measure.BASKET_NOTIONAL, usd(100));
        give(Measure.BASKET_LARGEST, usd(5));
        test(Outcome.NOT, "BOTH-LIMITS");

        assertEquals(List.of("passes"), tested("BOTH-LIMITS", both));
    }

    @Test
    void aVisitorShowsThatTheRoleIsNotCovered() {
        give(Measure.REQUESTER_ROLE, new Value.Text("Visitor"));
        give(Measure.BASKET_NOTIONAL, usd(1));
        test(Outcome.BLOCK, "NOT-GRANTED");

        assertEquals(List.of("role not covered"), tested("D1-TRADERS"));
    }

    @Test
    void aControlForEverythingHasNoElsewhere() {
        assertEquals(
                List.of("covered UNTESTED", "role not covered UNTESTED", "requester.role missing UNTESTED"),
                states("D1-TRADERS"));
    }

    @Test
    void countedWarningsAreNeverMissing() {
        assertEquals(
                List.of(
                        "breached UNTESTED",
                        "passes UNTESTED",
                        "does not apply UNTESTED",
                        "at the limit UNTESTED",
                        "one warning above the limit UNTESTED"),
                states("FLOOD-1", Sample.flood("FLOOD-1", 10)));
    }

    @Test
    void aFactWithoutWhichAControlDoesNotApplyIsNeverMissingToItsCondition() {
        assertEquals(
                List.of("breached UNTESTED", "passes UNTESTED", "does not apply UNTESTED"),
                states("NO-DELTA-1", Sample.hardOrder("NO-DELTA-1", Sample.is(Measure.ORDER_DESK, "Delta 1"))));
    }

    @Test
    void aLimitWithNothingBelowItHasOneSide() {
        Control control = Sample.hardBasket(
                "SOMETHING-THERE", Sample.compare(Measure.BASKET_NOTIONAL, Comparator.AT_LEAST, usd(0)));

        assertEquals(
                List.of("at the limit UNTESTED"),
                states("SOMETHING-THERE", control).stream()
                        .filter(words -> words.contains("limit"))
                        .toList());
    }

    @Test
    void everyLineOfABasketIsSeen() {
        inLondon();
        List<List<PolicyTest.Given>> lines = List.of(
                List.of(fact(Measure.ORDER_QUANTITY, Sample.shares(1)), volume(1_000)),
                List.of(fact(Measure.ORDER_QUANTITY, Sample.shares(951)), volume(1_000)));
        tests.add(new PolicyTest(
                "two lines",
                given,
                lines,
                List.of(),
                Stage.RELEASED,
                List.of(new PolicyTest.Expectation(Outcome.BLOCK, Optional.of(new ControlId("ADV-HARD"))))));

        assertEquals(List.of("breached", "one share above the limit"), tested("ADV-HARD"));
    }

    @Test
    void aTextHasNoLimit() {
        assertEquals(
                List.of(
                        "breached UNTESTED",
                        "passes UNTESTED",
                        "does not apply UNTESTED",
                        "order.side missing UNTESTED"),
                states("NO-SELLING", Sample.hardOrder("NO-SELLING", Sample.is(Measure.ORDER_SIDE, "SELL"))));
    }

    @Test
    void hundredPerCentMeansAll() {
        assertEquals(99, new Share(999, 1000).percent());
        assertEquals(100, new Share(0, 0).percent());
    }

    private void inLondon() {
        give(Measure.ORDER_DESK, new Value.Text("Delta 1"));
    }

    private void give(Measure measure, Value value) {
        given.add(fact(measure, value));
    }

    private static PolicyTest.Given fact(Measure measure, Value value) {
        return new PolicyTest.Given(Reference.to(measure), Optional.of(value));
    }

    private static PolicyTest.Given volume(long shares) {
        return new PolicyTest.Given(Sample.adv(20), Optional.of(Sample.shares(shares)));
    }

    private void test(Outcome outcome) {
        add(new PolicyTest.Expectation(outcome, Optional.empty()));
    }

    private void test(Outcome outcome, String control) {
        add(new PolicyTest.Expectation(outcome, Optional.of(new ControlId(control))));
    }

    private void add(PolicyTest.Expectation expectation) {
        tests.add(new PolicyTest("test " + tests.size(), given, Stage.RELEASED, List.of(expectation)));
        given.clear();
    }

    private List<String> tested(String control, Control... others) {
        return results(control, others).stream()
                .filter(CellResult::isTested)
                .map(result -> result.cell().words())
                .toList();
    }

    private List<String> states(String control, Control... others) {
        return results(control, others).stream()
                .map(result -> result.cell().words() + " " + result.state())
                .toList();
    }

    private List<CellResult> results(String id, Control... others) {
        List<Control> controls = new ArrayList<>(List.of(GRANT, WAVE, ADV));
        controls.addAll(List.of(others));
        return Coverage.of(ReferenceEvaluator.factory(), Sample.pack(controls), tests).controls().stream()
                .filter(coverage -> coverage.control().id().equals(new ControlId(id)))
                .findFirst()
                .orElseThrow()
                .cells();
    }
}
