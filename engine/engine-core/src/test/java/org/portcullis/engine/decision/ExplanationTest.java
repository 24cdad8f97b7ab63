package org.portcullis.engine.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portcullis.engine.Sample.LONDON;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.moreThanShareOfAdv;
import static org.portcullis.engine.Sample.shares;
import static org.portcullis.engine.Sample.usd;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

class ExplanationTest {

    @Test
    void aFindingCarriesItsNumbers() {
        Finding finding = explain("", moreThanShareOfAdv(95, 20), "3000", "1000");
        assertEquals(Optional.of(shares(3_000)), finding.observed());
        assertEquals(Optional.of(shares(950)), finding.limit());
        assertEquals(Optional.of(new Value.Ratio(3_000_000)), finding.ratio());
        assertEquals(Optional.of("950 shares"), finding.nearestPassing());
        assertEquals(Optional.of(usd(30_000)), finding.notional());
        assertEquals("A", finding.symbol());
    }

    @Test
    void theMessageIsFilled() {
        String message =
                "{order.symbol} {order.side}: {order.quantity} is {ratio} of average daily volume, over {limit};"
                        + " {basket.intended} {no.such} {count}";
        assertEquals(
                "A SELL: 3,000 shares is 300% of average daily volume, over 950 shares; unknown unknown unknown",
                explain(message, moreThanShareOfAdv(95, 20), "3000", "1000").message());
    }

    @Test
    void aLimitThatThePolicyWritesIsShownAsItIsWritten() {
        assertEquals(
                "USD 30,000, limit USD 2,500",
                explain("{order.notional}, limit {limit}", moreThan(Measure.ORDER_NOTIONAL, usd(2_500)), "3000", "1")
                        .message());
    }

    @Test
    void aDollarOrBackslashInANameStaysAsItIs() {
        Market market = Market.empty().dollars("A$1\\", "10", "1").order("A$1\\", "3000");
        assertEquals(
                "A$1\\",
                first(control("{order.symbol}", moreThan(Measure.ORDER_NOTIONAL, usd(1))), market)
                        .message());
    }

    @Test
    void aRatioIsRoundedUpToAHundredthOfAPercent() {
        // 3000 / 7777 = 0.38575...
        Finding finding = explain("{ratio}", moreThanShareOfAdv(20, 20), "3000", "7777");
        assertEquals("38.58%", finding.message());
    }

    @Test
    void aShareOfNothingHasNoRatio() {
        Finding finding = explain("{ratio}", moreThanShareOfAdv(20, 20), "3000", "0");
        assertEquals(Optional.empty(), finding.ratio());
        assertEquals("unknown", finding.message());
    }

    @Test
    void theComparisonThatIsTrueExplains() {
        Condition either = Sample.any(
                moreThan(Measure.ORDER_NOTIONAL, usd(1_000_000)), moreThan(Measure.ORDER_QUANTITY, shares(5)));
        assertEquals(Optional.of(shares(5)), explain("", either, "3000", "1").limit());
    }

    @Test
    void aNegatedComparisonExplainsToo() {
        Condition negated = Sample.not(Sample.compare(Measure.ORDER_QUANTITY, Comparator.AT_MOST, shares(5)));
        Finding finding = explain("", negated, "3000", "1");
        assertEquals(Optional.of(shares(5)), finding.limit());
        assertEquals(Optional.of("5 shares"), finding.nearestPassing());
    }

    @Test
    void aLimitOnWordsHasWordsForNumbers() {
        Finding finding = explain("no {order.side}", Sample.is(Measure.ORDER_SIDE, "SELL"), "1", "1");
        assertEquals(Optional.of(new Value.Text("SELL")), finding.observed());
        assertEquals(Optional.empty(), finding.ratio());
        assertEquals(Optional.empty(), finding.nearestPassing());
        assertEquals("no SELL", finding.message());
    }

    @Test
    void anApprovalSaysHowManySign() {
        Control approval = new Control.Approval(
                Sample.heading(
                        "APPROVE-ALL",
                        Subject.BASKETS,
                        LONDON,
                        MissingDataEffect.BLOCKS,
                        "Basket {basket.id} of {basket.notional} needs {needed} approvals."),
                Target.RELEASE,
                moreThan(Measure.BASKET_NOTIONAL, usd(1)),
                Sample.terms());
        assertEquals(
                "Basket W-1 of USD 30,000 needs 2 approvals.",
                first(approval, market("3000", "1")).message());
    }

    @Test
    void anotherWindowIsNamedAsTheGap() {
        Finding finding = explain("", moreThanShareOfAdv(95, 30), "3000", "1000");
        assertEquals(ReasonCode.MISSING_DATA, finding.reason());
        assertEquals(
                "market.adv of A is averaged over 20 trading days and the policy asks for 30"
                        + " (give market.adv of A over 30 trading days)",
                finding.message());
    }

    private static Finding explain(String message, Condition breach, String quantity, String adv) {
        return first(control(message, breach), market(quantity, adv));
    }

    private static Finding first(Control control, Market market) {
        return Assessor.over(ReferenceEvaluator.of(Sample.pack(Sample.grant("GRANT-ALL", "Trader"), control)))
                .decide(market.submission(), market.snapshot(), Set.of("Trader"), Stage.RELEASED, NOW)
                .findings()
                .get(0);
    }

    private static Control control(String message, Condition breach) {
        return new Control.HardLimit(
                Sample.heading("HARD-LIMIT", Subject.ORDERS, LONDON, MissingDataEffect.BLOCKS, message),
                Target.ORDER,
                breach);
    }

    private static Market market(String quantity, String adv) {
        return Market.empty().dollars("A", "10", adv).order("A", quantity);
    }
}
