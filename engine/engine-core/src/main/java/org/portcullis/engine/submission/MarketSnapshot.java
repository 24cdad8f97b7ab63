package org.portcullis.engine.submission;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.model.value.CurrencyCode;

/**
 * The market and reference data a decision is taken on: pinned, so that the decision can be performed again.
 *
 * @param source where the snapshot comes from, as explanations name it
 * @param medians the median notional of each desk's baskets, by the desk's name; desks that are not there have none that is known
 */
public record MarketSnapshot(
        String source,
        Map<String, Instrument> instruments,
        Map<CurrencyCode, PinnedRate> rates,
        Map<String, PinnedMedian> medians) {
    public MarketSnapshot {
        instruments = Collections.unmodifiableMap(new TreeMap<>(instruments));
        rates = Collections.unmodifiableMap(new TreeMap<>(rates));
        medians = Collections.unmodifiableMap(new TreeMap<>(medians));
    }

    /** A snapshot without the desks' medians. */
    public MarketSnapshot(String source, Map<String, Instrument> instruments, Map<CurrencyCode, PinnedRate> rates) {
        this(source, instruments, rates, Map.of());
    }

    /** The same snapshot with other instruments. */
    public MarketSnapshot withInstruments(Map<String, Instrument> others) {
        return new MarketSnapshot(source, others, rates, medians);
    }

    /** Finds the instrument that trades as {@code symbol}. */
    public Optional<Instrument> instrument(String symbol) {
        return Optional.ofNullable(instruments.get(symbol));
    }

    /** Finds the rate of a currency. */
    public Optional<PinnedRate> rate(CurrencyCode currency) {
        return Optional.ofNullable(rates.get(currency));
    }

    /** Finds the median of a desk's baskets. */
    public Optional<PinnedMedian> median(String desk) {
        return Optional.ofNullable(medians.get(desk));
    }

    /**
     * What is known of one instrument.
     *
     * @param mic the market identifier code of its venue
     * @param price the reference price in {@code currency}
     * @param adv the average daily volume in shares over {@code advTradingDays} trading days
     * @param outstanding the shares in issue; empty where nobody says
     * @param state how it trades; empty where nobody says
     */
    public record Instrument(
            String symbol,
            String mic,
            CurrencyCode currency,
            Given price,
            Instant priceAt,
            Given adv,
            Instant advAt,
            int advTradingDays,
            Optional<Outstanding> outstanding,
            Optional<TradingState> state) {

        /** An instrument of which neither the shares in issue nor the state of its trading is known. */
        public Instrument(
                String symbol,
                String mic,
                CurrencyCode currency,
                Given price,
                Instant priceAt,
                Given adv,
                Instant advAt,
                int advTradingDays) {
            this(symbol, mic, currency, price, priceAt, adv, advAt, advTradingDays, Optional.empty(), Optional.empty());
        }

        /** The same instrument with another price, observed at {@code at}. */
        public Instrument pricedAt(Given other, Instant at) {
            return new Instrument(symbol, mic, currency, other, at, adv, advAt, advTradingDays, outstanding, state);
        }

        /** The same instrument with another average daily volume of the same window and age. */
        public Instrument withAdv(Given other) {
            return new Instrument(
                    symbol, mic, currency, price, priceAt, other, advAt, advTradingDays, outstanding, state);
        }

        /** The same instrument with so many shares in issue; empty where nobody says. */
        public Instrument withOutstanding(Optional<Outstanding> shares) {
            return new Instrument(symbol, mic, currency, price, priceAt, adv, advAt, advTradingDays, shares, state);
        }

        /** The same instrument, trading in another way. */
        public Instrument withState(TradingState other) {
            return new Instrument(
                    symbol, mic, currency, price, priceAt, adv, advAt, advTradingDays, outstanding, Optional.of(other));
        }
    }

    /** The number of a company's shares in issue, and when that was observed. */
    public record Outstanding(Given shares, Instant at) {}

    /**
     * How an instrument trades, and when that was observed.
     *
     * @param word as the source writes it; what is none of the words of `market.state` is kept as evidence and evaluates as unknown
     */
    public record TradingState(String word, Instant at) {}

    /**
     * A pinned exchange rate.
     *
     * @param perUnit units of the policy's currency for one unit of this one
     */
    public record PinnedRate(CurrencyCode currency, CurrencyCode into, Given perUnit, Instant at) {}

    /**
     * The median notional of a desk's baskets.
     *
     * @param amount in {@code currency}
     */
    public record PinnedMedian(Given amount, CurrencyCode currency, Instant at) {}
}
