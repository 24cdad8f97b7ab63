package org.portcullis.engine.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.fact.StatedFacts.Question;
import org.portcullis.engine.fact.StatedFacts.Stated;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

class StatedFactsTest {
    private static final Instant AT = Instant.parse("2026-12-01T09:00:00Z");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final Provenance FILE = new Provenance("order.json", AT);

    @Test
    void quantityTimesPriceIsTheNotional() {
        SubmissionFacts facts = facts(List.of(shares(Measure.ORDER_QUANTITY, 100), price(Measure.MARKET_PRICE, 12)));

        assertEquals(1, facts.lines().size());
        assertEquals(1_200 * Exact.ONE, facts.lines().get(0).micros(Measure.ORDER_NOTIONAL));
        assertEquals(1_200 * Exact.ONE, facts.basket().micros(Measure.BASKET_NOTIONAL));
    }

    @Test
    void aStatedNotionalStands() {
        SubmissionFacts facts = facts(List.of(
                shares(Measure.ORDER_QUANTITY, 100),
                price(Measure.MARKET_PRICE, 12),
                money(Measure.ORDER_NOTIONAL, 7)));

        assertEquals(7 * Exact.ONE, facts.lines().get(0).micros(Measure.ORDER_NOTIONAL));
    }

    @Test
    void linesAddUpToTheirBasket() {
        SubmissionFacts facts = facts(
                List.of(text(Measure.ORDER_DESK, "Delta 1")),
                List.of(List.of(money(Measure.ORDER_NOTIONAL, 3)), List.of(money(Measure.ORDER_NOTIONAL, 5))));

        assertEquals(8 * Exact.ONE, facts.basket().micros(Measure.BASKET_NOTIONAL));
        assertEquals(5 * Exact.ONE, facts.basket().micros(Measure.BASKET_LARGEST));
        assertEquals(2 * Exact.ONE, facts.basket().micros(Measure.BASKET_ITEMS));
        assertEquals("Delta 1", facts.basket().text(Measure.ORDER_DESK));
        assertEquals(8 * Exact.ONE, facts.lines().get(1).micros(Measure.BASKET_NOTIONAL));
    }

    @Test
    void aLineOverridesWhatAllLinesShare() {
        SubmissionFacts facts = facts(
                List.of(text(Measure.ORDER_FLOW, "DSA")),
                List.of(List.of(money(Measure.ORDER_NOTIONAL, 3)), List.of(text(Measure.ORDER_FLOW, "DMA"))));

        assertEquals("DSA", facts.lines().get(0).text(Measure.ORDER_FLOW));
        assertEquals("DMA", facts.lines().get(1).text(Measure.ORDER_FLOW));
        assertEquals(FactState.MIXED, facts.basket().state(Measure.ORDER_FLOW));
    }

    @Test
    void aLineWithoutANotionalMakesTheTotalUnknown() {
        SubmissionFacts facts = facts(
                List.of(),
                List.of(List.of(money(Measure.ORDER_NOTIONAL, 3)), List.of(text(Measure.ORDER_SYMBOL, "ABN.AS"))));

        assertFalse(facts.basket().isKnown(Measure.BASKET_NOTIONAL));
        assertEquals(
                "ABN.AS",
                facts.basket().gap(Measure.BASKET_NOTIONAL).orElseThrow().where());
    }

    @Test
    void whatIsNotStatedIsUnknownWithItsCure() {
        SubmissionFacts facts = facts(List.of(text(Measure.ORDER_SYMBOL, "ABN.AS")));

        FactGap gap = facts.lines().get(0).gap(Measure.MARKET_ADV).orElseThrow();
        assertEquals("give market.adv of ABN.AS", gap.cure());
        assertFalse(facts.basket().isKnown(Measure.REQUESTER_ROLE));
    }

    @Test
    void noSwitchIsPulledUnlessItIsStated() {
        SubmissionFacts facts = facts(List.of(text(Measure.ORDER_SYMBOL, "ABN.AS")));

        assertTrue(facts.basket().isKnown(Measure.SWITCH_PULLED));
        assertEquals(Set.of(), facts.lines().get(0).switchesPulled());
    }

    @Test
    void pulledSwitchIsNoRole() {
        SubmissionFacts facts =
                facts(List.of(text(Measure.SWITCH_PULLED, "D1-KILL"), text(Measure.REQUESTER_ROLE, "Trader")));

        assertEquals(Set.of("D1-KILL"), facts.basket().switchesPulled());
        assertEquals(Set.of("Trader"), facts.basket().requesterRoles());
    }

    @Test
    void alertIsKnownAsStated() {
        SubmissionFacts facts = facts(List.of(text(Measure.ALERT_EVENT, "suspended")));

        assertEquals("suspended", facts.basket().text(Measure.ALERT_EVENT));
        assertFalse(facts.basket().isKnown(Measure.REQUESTER_ROLE));
    }

    @Test
    void onlyTheWholeOfABasketMayBeKnown() {
        SubmissionFacts facts = facts(List.of(text(Measure.ORDER_DESK, "Delta 1"), money(Measure.BASKET_NOTIONAL, 9)));

        assertTrue(facts.lines().isEmpty());
        assertEquals(9 * Exact.ONE, facts.basket().micros(Measure.BASKET_NOTIONAL));
    }

    @Test
    void aPriceOlderThanThePolicyAllowsIsUnknown() {
        Instant old = AT.minus(Duration.ofDays(30));
        Stated price = new Stated(
                Reference.to(Measure.MARKET_PRICE), new Value.Price(Exact.ONE, USD), new Provenance("feed", old));

        SubmissionFacts facts = facts(List.of(price, shares(Measure.ORDER_QUANTITY, 5)));

        assertEquals(FactState.STALE, facts.lines().get(0).state(Measure.MARKET_PRICE));
        assertEquals(
                Measure.MARKET_PRICE,
                facts.lines().get(0).gap(Measure.ORDER_NOTIONAL).orElseThrow().cause());
    }

    @Test
    void noSharesAreNoOrder() {
        SubmissionFacts facts = facts(List.of(shares(Measure.ORDER_QUANTITY, 0)));

        assertEquals(FactState.NEGATIVE, facts.lines().get(0).state(Measure.ORDER_QUANTITY));
    }

    @Test
    void sharesInIssueAreAtLeastOne() {
        SubmissionFacts facts = facts(List.of(shares(Measure.MARKET_OUTSTANDING, 0)));

        assertEquals(FactState.NEGATIVE, facts.lines().get(0).state(Measure.MARKET_OUTSTANDING));
    }

    @Test
    void aStateOfTradingIsOneOfItsWords() {
        assertEquals(
                "HALTED",
                facts(List.of(text(Measure.MARKET_STATE, "HALTED")))
                        .lines()
                        .get(0)
                        .text(Measure.MARKET_STATE));
        assertEquals(
                FactState.NO_SUCH_WORD,
                facts(List.of(text(Measure.MARKET_STATE, "shut")))
                        .lines()
                        .get(0)
                        .state(Measure.MARKET_STATE));
    }

    @Test
    void aStateOfTradingOlderThanThePolicyAllowsIsUnknown() {
        Stated open = new Stated(
                Reference.to(Measure.MARKET_STATE),
                new Value.Text("OPEN"),
                new Provenance("feed", AT.minus(Duration.ofDays(30))));

        assertEquals(FactState.STALE, facts(List.of(open)).lines().get(0).state(Measure.MARKET_STATE));
    }

    @Test
    void theMedianOfADesksBasketsBelongsToTheBasket() {
        SubmissionFacts facts =
                facts(List.of(money(Measure.BASKET_MEDIAN, 9)), List.of(List.of(money(Measure.ORDER_NOTIONAL, 3))));

        assertEquals(9 * Exact.ONE, facts.basket().micros(Measure.BASKET_MEDIAN));
        assertEquals(9 * Exact.ONE, facts.lines().get(0).micros(Measure.BASKET_MEDIAN));
    }

    @Test
    void theWindowOfAnAverageIsKept() {
        Stated adv = new Stated(
                new Reference(Measure.MARKET_ADV, OptionalInt.of(20)),
                new Value.Count(Exact.ONE, CountUnit.SHARES),
                FILE);

        assertEquals(20, facts(List.of(adv)).lines().get(0).advTradingDays());
    }

    @Test
    void severalRolesAreHeldTogether() {
        SubmissionFacts facts = facts(
                List.of(text(Measure.REQUESTER_ROLE, "Trader"), text(Measure.REQUESTER_ROLE, "Head")),
                List.of(List.of(money(Measure.ORDER_NOTIONAL, 1))));

        assertEquals(Set.of("Head", "Trader"), facts.lines().get(0).requesterRoles());
    }

    @Test
    void aProductThatDoesNotFitIsUnknown() {
        SubmissionFacts facts =
                facts(List.of(shares(Measure.ORDER_QUANTITY, 9_000_000_000L), price(Measure.ORDER_PRICE, 9_000_000L)));

        assertEquals(FactState.TOO_LARGE, facts.lines().get(0).state(Measure.ORDER_NOTIONAL));
    }

    private static SubmissionFacts facts(List<Stated> shared) {
        return facts(shared, List.of());
    }

    private static SubmissionFacts facts(List<Stated> shared, List<List<Stated>> lines) {
        return new StatedFacts(Sample.header(), AT).of(new Question("B-1", shared, lines));
    }

    private static Stated text(Measure measure, String text) {
        return new Stated(Reference.to(measure), new Value.Text(text), FILE);
    }

    private static Stated money(Measure measure, long dollars) {
        return new Stated(Reference.to(measure), new Value.Money(dollars * Exact.ONE, USD), FILE);
    }

    private static Stated price(Measure measure, long dollars) {
        return new Stated(Reference.to(measure), new Value.Price(dollars * Exact.ONE, USD), FILE);
    }

    private static Stated shares(Measure measure, long shares) {
        return new Stated(Reference.to(measure), new Value.Count(shares * Exact.ONE, CountUnit.SHARES), FILE);
    }
}
