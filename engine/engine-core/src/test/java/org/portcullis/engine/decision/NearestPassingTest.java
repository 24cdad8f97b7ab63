package org.portcullis.engine.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.engine.Sample.EUR;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.moreThanShareOfAdv;
import static org.portcullis.engine.Sample.shares;
import static org.portcullis.engine.Sample.usd;

import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.FactExtractor;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

class NearestPassingTest {
    private static final long SEED = 20220502L;

    @Test
    void theLargestPassingQuantityIsNamedInShares() {
        Control control = Sample.hardOrder("HARD-ADV", moreThanShareOfAdv(95, 20));
        assertEquals(Optional.of("1,212,000 shares"), nearest(control, order("43.63", "3000000", "1275790")));
    }

    @Test
    void aNotionalLimitIsNamedInSharesAsWell() {
        Control control = Sample.hardOrder("HARD-NOTIONAL", moreThan(Measure.ORDER_NOTIONAL, usd(1_000)));
        // 1,000 / (10.00 × 1.05) = 95.2
        assertEquals(Optional.of("95 shares"), nearest(control, order("10.00", "500", "1")));
    }

    @Test
    void theStricterOfTwoConditionsDecides() {
        Control control = Sample.hardOrder(
                "HARD-BOTH",
                Sample.any(moreThan(Measure.ORDER_NOTIONAL, usd(1_000)), moreThan(Measure.ORDER_QUANTITY, shares(60))));
        assertEquals(Optional.of("60 shares"), nearest(control, order("10.00", "500", "1")));
    }

    @Test
    void aTextBesideTheQuantityHasNoPartInIt() {
        Control control = Sample.hardOrder(
                "HARD-SELLS",
                Sample.all(moreThan(Measure.ORDER_QUANTITY, shares(60)), Sample.is(Measure.ORDER_SIDE, "SELL")));
        assertEquals(Optional.of("60 shares"), nearest(control, order("10.00", "500", "1")));
    }

    @Test
    void nothingIsNamedWhereNoQuantityPasses() {
        Control control = Sample.hardOrder("HARD-NOTIONAL", moreThan(Measure.ORDER_NOTIONAL, usd(1)));
        assertEquals(Optional.empty(), nearest(control, order("10.00", "500", "1")));
    }

    @Test
    void aQuantityBelowAMinimumHasNoSmallerOneThatPasses() {
        Control control = Sample.hardOrder(
                "HARD-MINIMUM", Sample.compare(Measure.ORDER_QUANTITY, Comparator.LESS_THAN, shares(10)));
        assertEquals(Optional.empty(), nearest(control, order("10.00", "5", "1")));
    }

    @Test
    void aPriceCollarNamesThePrice() {
        Condition above = new Condition.Compare(
                Reference.to(Measure.ORDER_PRICE),
                Comparator.MORE_THAN,
                new Bound.ShareOf(new Value.Ratio(1_050_000), Reference.to(Measure.MARKET_PRICE)));
        Market market = Market.empty().dollars("X", "100", "1").order("X", "1", "120");
        assertEquals(
                Optional.of("USD 105.00 per share"), nearest(Sample.hardOrder("HARD-COLLAR", above), line(market)));
    }

    @Test
    void aBasketLimitNamesTheAmount() {
        Control control = Sample.hardBasket("HARD-BASKET", moreThan(Measure.BASKET_NOTIONAL, usd(4_000)));
        Facts basket = new FactExtractor(
                        Sample.header(), market("10.00", "500", "1").snapshot(), NOW)
                .facts(market("10.00", "500", "1").submission(), Set.of())
                .basket();
        assertEquals(Optional.of("USD 4,000"), nearest(control, basket));
    }

    @Test
    void itPassesAndOneShareMoreDoesNot() {
        Random random = new Random(SEED);
        int named = 0;
        for (int i = 0; i < 2_000; i++) {
            String price = (1 + random.nextInt(5_000)) + "." + random.nextInt(1_000_000);
            String rate = random.nextInt(3) + "." + (1 + random.nextInt(999_999));
            long quantity = 1 + (random.nextLong() >>> (34 + random.nextInt(28)));
            long adv = 1L + random.nextInt(2_000_000);
            Control control = Sample.hardOrder("HARD-ANY", anyBreach(random));
            Facts facts = line(market(price, rate, quantity, adv));
            if (verdict(control, facts) != Verdict.BREACHED) {
                continue;
            }
            Optional<Value.Count> nearest =
                    new NearestPassing(Sample.pack(control), control, facts).shares(Obligation.breachOf(control));
            String round = "seed " + SEED + ", round " + i + ": " + nearest;
            if (nearest.isPresent()) {
                long shares = nearest.get().micros() / Exact.ONE;
                named++;
                assertTrue(shares < quantity, round);
                assertEquals(Verdict.SATISFIED, verdict(control, line(market(price, rate, shares, adv))), round);
                assertEquals(Verdict.BREACHED, verdict(control, line(market(price, rate, shares + 1, adv))), round);
            } else {
                assertEquals(Verdict.BREACHED, verdict(control, line(market(price, rate, 1, adv))), round);
            }
        }
        assertTrue(named > 300, "only " + named + " were named");
    }

    private static Condition anyBreach(Random random) {
        Condition notional = moreThan(Measure.ORDER_NOTIONAL, usd(1 + random.nextInt(1_000_000)));
        Condition quantity = moreThan(Measure.ORDER_QUANTITY, shares(1 + random.nextInt(10_000)));
        Condition adv = moreThanShareOfAdv(1 + random.nextInt(100), 20);
        return switch (random.nextInt(5)) {
            case 0 -> notional;
            case 1 -> quantity;
            case 2 -> adv;
            case 3 -> Sample.any(notional, adv);
            default -> Sample.all(quantity, notional);
        };
    }

    private static Verdict verdict(Control control, Facts facts) {
        return ReferenceEvaluator.of(Sample.pack(control)).verdict(control, facts);
    }

    private static Optional<String> nearest(Control control, Facts facts) {
        assertEquals(Verdict.BREACHED, verdict(control, facts));
        return new NearestPassing(Sample.pack(control), control, facts).words();
    }

    private static Facts order(String price, String quantity, String adv) {
        return line(market(price, quantity, adv));
    }

    private static Market market(String price, String quantity, String adv) {
        return Market.empty().instrument("X", EUR, price, adv).order("X", quantity);
    }

    private static Market market(String price, String rate, long quantity, long adv) {
        return market(price, Long.toString(quantity), Long.toString(adv)).rate("EUR", rate, NOW);
    }

    private static Facts line(Market market) {
        return new FactExtractor(Sample.header(), market.snapshot(), NOW)
                .facts(market.submission(), Set.of())
                .lines()
                .get(0);
    }
}
