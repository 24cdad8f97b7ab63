package org.portcullis.engine.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portcullis.engine.Sample.EUR;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.USD;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.ValueText;

/** Shares in issue, the state of trading, the effect on the position and the median basket. */
class ReferenceFactsTest {
    private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));
    private static final Instant LAST_WEEK = NOW.minus(Duration.ofDays(7));

    @Test
    void theSharesInIssueAreKnownWithTheirSourceAndTime() {
        Facts facts = line(outstanding("14500", YESTERDAY));

        assertEquals("14,500", ValueText.grouped(facts.micros(Measure.MARKET_OUTSTANDING), 0));
        assertEquals(
                Optional.of(new Provenance("test market", YESTERDAY)), facts.provenance(Measure.MARKET_OUTSTANDING));
    }

    @Test
    void sharesInIssueThatNobodyGivesAreNotGiven() {
        assertEquals(
                "give market.outstanding of X",
                line(stock().order("X", "1"))
                        .gap(Measure.MARKET_OUTSTANDING)
                        .orElseThrow()
                        .cure());
    }

    @Test
    void sharesInIssueOlderThanReferenceDataMayBeAreStale() {
        assertEquals(FactState.STALE, line(outstanding("14500", LAST_WEEK)).state(Measure.MARKET_OUTSTANDING));
    }

    @Test
    void noCompanyHasNoShareInIssueOrLess() {
        assertEquals(FactState.NEGATIVE, line(outstanding("0", YESTERDAY)).state(Measure.MARKET_OUTSTANDING));
        assertEquals(FactState.NEGATIVE, line(outstanding("-14500", YESTERDAY)).state(Measure.MARKET_OUTSTANDING));
    }

    @Test
    void anInstrumentThatTheSnapshotDoesNotKnowHasNeitherSharesInIssueNorAState() {
        Facts facts = line(Market.empty().order("X", "1", "5"));

        assertEquals(FactState.UNKNOWN_INSTRUMENT, facts.state(Measure.MARKET_OUTSTANDING));
        assertEquals(FactState.UNKNOWN_INSTRUMENT, facts.state(Measure.MARKET_STATE));
    }

    @Test
    void theStateOfTradingIsKnownThoughThePriceIsTooOld() {
        Market halted = Market.empty()
                .instrument("X", USD, "1", NOW.minusSeconds(500), "1", YESTERDAY)
                .state("X", "HALTED", NOW)
                .order("X", "1");

        assertEquals("HALTED", line(halted).text(Measure.MARKET_STATE));
    }

    @Test
    void aStateOfTradingThatNobodyGivesIsNotGiven() {
        assertEquals(FactState.NOT_GIVEN, line(stock().order("X", "1")).state(Measure.MARKET_STATE));
    }

    @Test
    void aStateOfTradingOlderThanMarketDataMayBeIsStale() {
        assertEquals(FactState.STALE, line(state("OPEN", NOW.minusSeconds(121))).state(Measure.MARKET_STATE));
    }

    @Test
    void aStateOfTradingInAnotherWordIsNotKnown() {
        Facts facts = line(state("HALT", NOW));

        assertEquals(FactState.NO_SUCH_WORD, facts.state(Measure.MARKET_STATE));
        assertEquals(
                "market.state of X is `HALT`, which is none of OPEN, AUCTION, HALTED, CLOSED",
                facts.gap(Measure.MARKET_STATE).orElseThrow().detail());
    }

    @Test
    void theEffectOnThePositionIsWhatTheOrderSystemSays() {
        assertEquals("REDUCING", line(stock().orderOf("X", "REDUCING")).text(Measure.ORDER_EFFECT));
    }

    @Test
    void theEffectOnThePositionIsNotImpliedFromTheSide() {
        assertEquals(FactState.NOT_GIVEN, line(stock().order("X", "1")).state(Measure.ORDER_EFFECT));
    }

    @Test
    void anEffectInAnotherWordIsNotKnown() {
        assertEquals(
                FactState.NO_SUCH_WORD, line(stock().orderOf("X", "reducing")).state(Measure.ORDER_EFFECT));
    }

    @Test
    void theMedianIsThatOfTheDesksBaskets() {
        Facts basket = basket(median("100000000", USD, YESTERDAY).median("Swaps", "1", USD, YESTERDAY));

        assertEquals("100,000,000", ValueText.grouped(basket.micros(Measure.BASKET_MEDIAN), 0));
    }

    @Test
    void theMedianIsConvertedAndRoundedDown() {
        Facts basket = basket(median("1.000001", EUR, YESTERDAY).rate("EUR", "1.000001", NOW));

        assertEquals("1.000002", ValueText.decimal(basket.micros(Measure.BASKET_MEDIAN), 0));
    }

    @Test
    void aMedianInACurrencyWithoutARateIsNotKnown() {
        Facts basket = basket(median("1", new CurrencyCode("GBP"), YESTERDAY));

        assertEquals(
                FactState.UNKNOWN_CURRENCY,
                basket.gap(Measure.BASKET_MEDIAN).orElseThrow().state());
    }

    @Test
    void aDeskWithoutAMedianHasNoneThatIsKnown() {
        assertEquals(
                FactState.NOT_GIVEN,
                basket(stock().median("Swaps", "1", USD, YESTERDAY).order("X", "1"))
                        .state(Measure.BASKET_MEDIAN));
        assertEquals(
                FactState.NOT_GIVEN,
                basket(median("1", USD, YESTERDAY).desk(Optional.empty())).state(Measure.BASKET_MEDIAN));
    }

    @Test
    void aMedianOlderThanReferenceDataMayBeIsStale() {
        assertEquals(FactState.STALE, basket(median("100", USD, LAST_WEEK)).state(Measure.BASKET_MEDIAN));
    }

    @Test
    void aMedianIsPositive() {
        assertEquals(FactState.NEGATIVE, basket(median("0", USD, YESTERDAY)).state(Measure.BASKET_MEDIAN));
        assertEquals(
                FactState.NEGATIVE,
                basket(median("-1", EUR, YESTERDAY))
                        .gap(Measure.BASKET_MEDIAN)
                        .orElseThrow()
                        .state());
    }

    private static Market stock() {
        return Market.empty().dollars("X", "1", "1");
    }

    private static Market outstanding(String shares, Instant at) {
        return stock().outstanding("X", shares, at).order("X", "1");
    }

    private static Market state(String word, Instant at) {
        return stock().state("X", word, at).order("X", "1");
    }

    private static Market median(String amount, CurrencyCode currency, Instant at) {
        return stock().median("Delta 1", amount, currency, at).order("X", "1");
    }

    private static Facts line(Market market) {
        return facts(market).lines().get(0);
    }

    private static Facts basket(Market market) {
        return facts(market).basket();
    }

    private static SubmissionFacts facts(Market market) {
        return new FactExtractor(Sample.header(), market.snapshot(), NOW).facts(market.submission(), Set.of("Trader"));
    }
}
