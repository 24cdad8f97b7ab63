package org.portcullis.engine.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.engine.Sample.EUR;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.USD;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.submission.Side;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

class FactExtractorTest {

    @Test
    void aMarketOrderIsPricedAtTheReferencePriceConverted() {
        Facts facts = line(Market.empty().euros("ADYEN.AS", "43.63", "1590550").order("ADYEN.AS", "29924724"));

        assertEquals("45.8115", decimal(facts, Measure.ORDER_PRICE));
        assertEquals("45.8115", decimal(facts, Measure.MARKET_PRICE));
        assertEquals("1370896493.526", decimal(facts, Measure.ORDER_NOTIONAL));
        assertEquals("1.05", decimal(facts, Measure.FX_RATE));
    }

    @Test
    void aLimitOrderIsPricedAtItsLimit() {
        Facts facts = line(Market.empty().euros("ADYEN.AS", "43.63", "1").order("ADYEN.AS", "10", "40"));
        assertEquals("42", decimal(facts, Measure.ORDER_PRICE));
        assertEquals("420", decimal(facts, Measure.ORDER_NOTIONAL));
        assertEquals("45.8115", decimal(facts, Measure.MARKET_PRICE));
    }

    @Test
    void theNotionalIsRoundedOnceAndUp() {
        Facts facts = line(Market.empty()
                .rate("EUR", "1.000001", NOW)
                .euros("X", "0.333333", "1")
                .order("X", "3"));
        // 3 × 0.333333 × 1.000001 = 0.999999999999; rounding the price first would give 1.000002.
        assertEquals("1", decimal(facts, Measure.ORDER_NOTIONAL));
        assertEquals("0.333334", decimal(facts, Measure.ORDER_PRICE));
    }

    @Test
    void thePolicysOwnCurrencyNeedsNoRate() {
        Facts facts = line(Market.empty().noRates().dollars("SPY", "400", "1").order("SPY", "2"));
        assertEquals("800", decimal(facts, Measure.ORDER_NOTIONAL));
        assertEquals("1", decimal(facts, Measure.FX_RATE));
    }

    @Test
    void aPriceAtTheAgeLimitIsKnown() {
        assertTrue(line(priceObserved(NOW.minusSeconds(120))).isKnown(Measure.MARKET_PRICE));
    }

    @Test
    void anOlderPriceIsStaleAndNamesItsCure() {
        Facts facts = line(priceObserved(NOW.minusSeconds(45 * 60)));
        FactGap gap = facts.gap(Measure.ORDER_NOTIONAL).orElseThrow();

        assertEquals(FactState.STALE, facts.state(Measure.MARKET_PRICE));
        assertEquals(FactState.DERIVED, facts.state(Measure.ORDER_NOTIONAL));
        assertEquals(Measure.MARKET_PRICE, gap.cause());
        assertEquals(FactState.STALE, gap.state());
        assertEquals(
                "market.price of ADYEN.AS, observed at 2022-05-02T07:11:00Z, is 45 minutes old and the policy allows 2 minutes",
                gap.detail());
        assertEquals("refresh market.price of ADYEN.AS", gap.cure());
    }

    @Test
    void anAgeBarelyBeyondTheLimitDoesNotReadAsTheLimit() {
        FactGap gap = line(priceObserved(NOW.minusSeconds(120).minusNanos(1)))
                .gap(Measure.MARKET_PRICE)
                .orElseThrow();
        assertEquals("refresh market.price of ADYEN.AS", gap.cure());
    }

    @Test
    void aPriceFromTheFutureIsUnknown() {
        Facts facts = line(priceObserved(NOW.plusMillis(1)));
        assertEquals(FactState.FROM_THE_FUTURE, facts.state(Measure.MARKET_PRICE));
        assertEquals(FactState.DERIVED, facts.state(Measure.ORDER_NOTIONAL));
    }

    @Test
    void aStalePriceDoesNotMatterToTheNotionalOfALimitOrder() {
        Facts facts = line(Market.empty()
                .instrument("X", EUR, "43.63", NOW.minusSeconds(500), "1", NOW)
                .order("X", "10", "40"));
        assertFalse(facts.isKnown(Measure.MARKET_PRICE));
        assertEquals("420", decimal(facts, Measure.ORDER_NOTIONAL));
    }

    @Test
    void aStaleRateMakesAllMoneyUnknown() {
        Facts facts = line(Market.empty()
                .rate("EUR", "1.05", NOW.minusSeconds(86_401))
                .euros("X", "1", "1")
                .order("X", "1"));
        assertEquals(FactState.STALE, facts.state(Measure.FX_RATE));
        assertEquals(FactState.DERIVED, facts.state(Measure.MARKET_PRICE));
        assertEquals(
                Measure.FX_RATE, facts.gap(Measure.ORDER_NOTIONAL).orElseThrow().cause());
    }

    @Test
    void aCurrencyWithoutARateIsUnknown() {
        Facts facts = line(Market.empty().noRates().euros("X", "1", "1").order("X", "1"));
        FactGap gap = facts.gap(Measure.ORDER_NOTIONAL).orElseThrow();
        assertEquals(FactState.UNKNOWN_CURRENCY, facts.state(Measure.FX_RATE));
        assertEquals("no rate is pinned from EUR into USD", gap.detail());
        assertEquals("pin a rate from EUR into USD", gap.cure());
    }

    @Test
    void anInstrumentThatTheSnapshotDoesNotKnowHasNoMarketFacts() {
        Facts facts = line(Market.empty().order("X", "1", "5"));
        assertEquals(FactState.UNKNOWN_INSTRUMENT, facts.state(Measure.MARKET_PRICE));
        assertEquals(FactState.UNKNOWN_INSTRUMENT, facts.state(Measure.ORDER_VENUE));
        assertEquals(FactState.DERIVED, facts.state(Measure.ORDER_NOTIONAL));
        assertEquals("1", decimal(facts, Measure.ORDER_QUANTITY));
    }

    @Test
    void aQuantityIsReadableAndPositive() {
        assertEquals(FactState.NOT_GIVEN, quantity("").state(Measure.ORDER_QUANTITY));
        assertEquals(FactState.UNREADABLE, quantity("1e9").state(Measure.ORDER_QUANTITY));
        assertEquals(FactState.UNREADABLE, quantity("99999999999999999999").state(Measure.ORDER_QUANTITY));
        assertEquals(FactState.NEGATIVE, quantity("0").state(Measure.ORDER_QUANTITY));
        assertEquals(FactState.NEGATIVE, quantity("-5").state(Measure.ORDER_QUANTITY));
        assertEquals(FactState.DERIVED, quantity("-5").state(Measure.ORDER_NOTIONAL));
        assertEquals(
                "order.quantity of X is -5, where only a positive number makes sense",
                quantity("-5").gap(Measure.ORDER_NOTIONAL).orElseThrow().detail());
    }

    @Test
    void aPriceIsPositive() {
        assertEquals(FactState.NEGATIVE, price("-1").state(Measure.MARKET_PRICE));
        assertEquals(FactState.NEGATIVE, price("0").state(Measure.MARKET_PRICE));
        assertEquals(FactState.NOT_GIVEN, price("").state(Measure.MARKET_PRICE));
        assertEquals(FactState.DERIVED, price("").state(Measure.ORDER_PRICE));
    }

    @Test
    void anUnreadableLimitPriceIsNoMarketOrder() {
        Facts facts = line(Market.empty().euros("X", "1", "1").order("X", "1", "5,00"));
        assertEquals(FactState.UNREADABLE, facts.state(Measure.ORDER_PRICE));
        assertEquals(FactState.DERIVED, facts.state(Measure.ORDER_NOTIONAL));
    }

    @Test
    void anAmountThatDoesNotFitIsUnknownNotWrapped() {
        Facts facts = line(Market.empty().euros("X", "1000000", "1").order("X", "9000000000000"));
        assertEquals(
                FactState.TOO_LARGE,
                facts.gap(Measure.ORDER_NOTIONAL).orElseThrow().state());
        assertFalse(facts.isKnown(Measure.ORDER_NOTIONAL));
    }

    @Test
    void averageVolumeMayBeZeroButNotMissing() {
        assertEquals("0", decimal(adv("0"), Measure.MARKET_ADV));
        assertEquals(FactState.NOT_GIVEN, adv("").state(Measure.MARKET_ADV));
        assertEquals(FactState.NEGATIVE, adv("-1").state(Measure.MARKET_ADV));
        assertEquals(20, adv("1").advTradingDays());
    }

    @Test
    void oldReferenceDataIsStale() {
        Facts facts = line(Market.empty()
                .instrument("X", USD, "1", NOW, "1", Instant.parse("2022-04-27T07:55:59Z"))
                .order("X", "1"));
        assertEquals(
                "refresh market.adv of X",
                facts.gap(Measure.MARKET_ADV).orElseThrow().cure());
    }

    @Test
    void theBasketSumsItsLines() {
        Facts basket = facts(twoLines()).basket();
        assertEquals("50", decimal(basket, Measure.BASKET_NOTIONAL));
        assertEquals("30", decimal(basket, Measure.BASKET_LARGEST));
        assertEquals("2", decimal(basket, Measure.BASKET_ITEMS));
        assertFalse(basket.isKnown(Measure.BASKET_WARNINGS));
        assertEquals("W-1", basket.text(Measure.BASKET_ID));
        assertEquals(
                "computed from 2 lines",
                basket.provenance(Measure.BASKET_NOTIONAL).orElseThrow().source());
    }

    @Test
    void theBasketsFactsAreRepeatedOnItsLines() {
        assertEquals("50", decimal(facts(twoLines()).lines().get(1), Measure.BASKET_NOTIONAL));
    }

    @Test
    void oneUnknownLineMakesTheBasketUnknownAndIsNamed() {
        Facts basket = facts(twoLines().order("Z", "1").order("Z", "1")).basket();
        FactGap gap = basket.gap(Measure.BASKET_NOTIONAL).orElseThrow();
        assertEquals(FactState.DERIVED, basket.state(Measure.BASKET_NOTIONAL));
        assertEquals("Z", gap.where());
        assertEquals("`test market` does not know the instrument Z; 1 more line is not known either", gap.detail());
        assertFalse(basket.isKnown(Measure.BASKET_LARGEST));
    }

    @Test
    void aSumThatDoesNotFitIsUnknown() {
        Market market = Market.empty().dollars("X", "1000000", "1");
        for (int i = 0; i < 3; i++) {
            market.order("X", "5000000");
        }
        Facts basket = facts(market).basket();
        assertEquals(FactState.TOO_LARGE, basket.state(Measure.BASKET_NOTIONAL));
        assertEquals("5000000000000", decimal(basket, Measure.BASKET_LARGEST));
    }

    @Test
    void whatAllLinesAgreeOnIsKnownOfTheBasket() {
        Facts basket = facts(twoLines()).basket();
        assertEquals("Delta 1", basket.text(Measure.ORDER_DESK));
        assertEquals("SELL", basket.text(Measure.ORDER_SIDE));
    }

    @Test
    void whatLinesDifferInIsMixed() {
        Facts basket =
                facts(twoLines().order("A", Side.BUY, "1", "").order("A", "1")).basket();
        assertEquals(FactState.MIXED, basket.state(Measure.ORDER_SIDE));
        assertEquals(FactState.MIXED, basket.state(Measure.ORDER_SYMBOL));
        assertEquals(
                "order.side is `SELL` on one line of W-1 and `BUY` on another",
                basket.gap(Measure.ORDER_SIDE).orElseThrow().detail());
    }

    @Test
    void whatIsNotGivenIsNotGivenOfTheBasketEither() {
        Facts basket = facts(twoLines().desk(Optional.empty())).basket();
        assertEquals(FactState.NOT_GIVEN, basket.state(Measure.ORDER_DESK));
    }

    @Test
    void theIntendedAmountIsConvertedAndRoundedDown() {
        assertEquals(
                "58000000",
                decimal(facts(twoLines().intended(Sample.usd(58_000_000))).basket(), Measure.BASKET_INTENDED));
        Facts euros = facts(twoLines().rate("EUR", "1.000001", NOW).intended(new Value.Money(1_000_001, EUR)))
                .basket();
        assertEquals("1.000002", decimal(euros, Measure.BASKET_INTENDED));
        Facts pounds = facts(twoLines().intended(new Value.Money(1, new CurrencyCode("GBP"))))
                .basket();
        assertEquals(
                FactState.UNKNOWN_CURRENCY,
                pounds.gap(Measure.BASKET_INTENDED).orElseThrow().state());
        assertEquals(FactState.NOT_GIVEN, facts(twoLines()).basket().state(Measure.BASKET_INTENDED));
    }

    @Test
    void theRequestersRolesAreFacts() {
        assertEquals(Set.of("Trader"), facts(twoLines()).basket().requesterRoles());
        assertEquals(Set.of("Trader"), facts(twoLines()).lines().get(0).requesterRoles());
    }

    private static Market twoLines() {
        return Market.empty()
                .dollars("A", "10", "100")
                .dollars("B", "5", "100")
                .order("A", "2")
                .order("B", "6");
    }

    private static Market priceObserved(Instant at) {
        return Market.empty().instrument("ADYEN.AS", EUR, "43.63", at, "1", NOW).order("ADYEN.AS", "1");
    }

    private static Facts quantity(String quantity) {
        return line(Market.empty().euros("X", "1", "1").order("X", quantity));
    }

    private static Facts price(String price) {
        return line(Market.empty().euros("X", price, "1").order("X", "1"));
    }

    private static Facts adv(String adv) {
        return line(Market.empty().euros("X", "1", adv).order("X", "1"));
    }

    private static Facts line(Market market) {
        return facts(market).lines().get(0);
    }

    private static SubmissionFacts facts(Market market) {
        return new FactExtractor(Sample.header(), market.snapshot(), NOW).facts(market.submission(), Set.of("Trader"));
    }

    private static String decimal(Facts facts, Measure measure) {
        assertTrue(facts.isKnown(measure), measure.path());
        return ValueText.decimal(facts.micros(measure), 0);
    }
}
