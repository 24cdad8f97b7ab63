package org.portcullis.engine.submission;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.model.value.CurrencyCode;

/**
 * The market and reference data a decision is taken on: pinned, so that the decision can be performed again.
 *
 * @param source where the snapshot comes from, as explanations name it
 */
public record MarketSnapshot(String source, Map<String, Instrument> instruments, Map<CurrencyCode, PinnedRate> rates) {
    public MarketSnapshot {
        instruments = java.util.Collections.unmodifiableMap(new TreeMap<>(instruments));
        rates = java.util.Collections.unmodifiableMap(new TreeMap<>(rates));
    }

    /** Finds the instrument that trades as {@code symbol}. */
    public Optional<Instrument> instrument(String symbol) {
        return Optional.ofNullable(instruments.get(symbol));
    }

    /** Finds the rate of a currency. */
    public Optional<PinnedRate> rate(CurrencyCode currency) {
        return Optional.ofNullable(rates.get(currency));
    }

    /**
     * What is known of one instrument.
     *
     * @param mic the market identifier code of its venue
     * @param price the reference price in {@code currency}
     * @param adv the average daily volume in shares over {@code advTradingDays} trading days
     */
    public record Instrument(
            String symbol,
            String mic,
            CurrencyCode currency,
            Given price,
            Instant priceAt,
            Given adv,
            Instant advAt,
            int advTradingDays) {}

    /**
     * A pinned exchange rate.
     *
     * @param perUnit units of the policy's currency for one unit of this one
     */
    public record PinnedRate(CurrencyCode currency, CurrencyCode into, Given perUnit, Instant at) {}
}
