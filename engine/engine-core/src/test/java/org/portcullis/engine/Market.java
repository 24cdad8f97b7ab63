package org.portcullis.engine;

import static org.portcullis.engine.Sample.EUR;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.USD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

/** Short spellings of submissions and market data for tests. */
public final class Market {
    private static final Instant DAYS_AGO = Instant.parse("2022-04-29T15:30:00Z");

    private final Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
    private final Map<CurrencyCode, MarketSnapshot.PinnedRate> rates = new TreeMap<>();
    private final List<OrderLine> lines = new ArrayList<>();
    private final Map<String, MarketSnapshot.PinnedMedian> medians = new TreeMap<>();
    private Optional<Value.Money> intended = Optional.empty();
    private Optional<String> desk = Optional.of("Delta 1");
    private String basket = "W-1";

    public static Market empty() {
        return new Market().rate("EUR", "1.05", NOW);
    }

    public Market rate(String currency, String perUnit, Instant at) {
        CurrencyCode code = new CurrencyCode(currency);
        rates.put(code, new MarketSnapshot.PinnedRate(code, USD, Given.parse(perUnit), at));
        return this;
    }

    public Market noRates() {
        rates.clear();
        return this;
    }

    public Market instrument(String symbol, CurrencyCode currency, String price, String adv) {
        return instrument(symbol, currency, price, NOW, adv, DAYS_AGO);
    }

    public Market instrument(
            String symbol, CurrencyCode currency, String price, Instant priceAt, String adv, Instant advAt) {
        instruments.put(
                symbol,
                new MarketSnapshot.Instrument(
                        symbol, "XAMS", currency, Given.parse(price), priceAt, Given.parse(adv), advAt, 20));
        return this;
    }

    /** Adds an instrument that trades in USD. */
    public Market dollars(String symbol, String price, String adv) {
        return instrument(symbol, USD, price, adv);
    }

    /** Adds an instrument that trades in EUR. */
    public Market euros(String symbol, String price, String adv) {
        return instrument(symbol, EUR, price, adv);
    }

    public Market order(String symbol, String quantity) {
        return order(symbol, quantity, "");
    }

    public Market order(String symbol, String quantity, String limitPrice) {
        return order(symbol, Side.SELL, quantity, limitPrice);
    }

    public Market order(String symbol, Side side, String quantity, String limitPrice) {
        int number = lines.size() + 1;
        lines.add(new OrderLine(number, "O-" + number, symbol, side, Given.parse(quantity), Given.parse(limitPrice)));
        return this;
    }

    /** Adds an order that the order system says so much of. */
    public Market orderOf(String symbol, String effect) {
        int number = lines.size() + 1;
        lines.add(new OrderLine(
                number, "O-" + number, symbol, Side.SELL, Given.whole(1), new Given.Absent(), Optional.of(effect)));
        return this;
    }

    /** Says how many shares a known instrument's company has in issue. */
    public Market outstanding(String symbol, String shares, Instant at) {
        instruments.computeIfPresent(
                symbol,
                (same, known) ->
                        known.withOutstanding(Optional.of(new MarketSnapshot.Outstanding(Given.parse(shares), at))));
        return this;
    }

    /** Says how a known instrument trades. */
    public Market state(String symbol, String word, Instant at) {
        instruments.computeIfPresent(
                symbol, (same, known) -> known.withState(new MarketSnapshot.TradingState(word, at)));
        return this;
    }

    public Market median(String desk, String amount, CurrencyCode currency, Instant at) {
        medians.put(desk, new MarketSnapshot.PinnedMedian(Given.parse(amount), currency, at));
        return this;
    }

    public Market intended(Value.Money money) {
        intended = Optional.of(money);
        return this;
    }

    public Market desk(Optional<String> name) {
        desk = name;
        return this;
    }

    public Market basket(String id) {
        basket = id;
        return this;
    }

    /** Another basket with the same orders under other ids. */
    public Market again(String id) {
        basket = id;
        lines.replaceAll(line -> new OrderLine(
                line.number(),
                id + "-" + line.number(),
                line.symbol(),
                line.side(),
                line.quantity(),
                line.limitPrice(),
                line.effect()));
        return this;
    }

    public MarketSnapshot snapshot() {
        return new MarketSnapshot("test market", instruments, rates, medians);
    }

    public Submission submission() {
        return new Submission(basket, "p-hale", desk, Optional.of("London"), Optional.of("DSA"), intended, lines);
    }
}
