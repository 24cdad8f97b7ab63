package org.portcullis.app.month;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;

/** The market of a generated month: invented instruments, whose prices walk from day to day. Mutable; owned by one thread. */
final class MonthMarket {
    /** How old a price is when an order comes with it. */
    private static final long PRICE_AGE_MILLIS = 300;

    private static final int ADV_DAYS = 20;
    private static final int MARKET_MULTIPLE = 25;
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final Map<String, Long> USD_MICROS = Map.of("USD", 1_000_000L, "GBP", 1_280_000L, "EUR", 1_090_000L);

    private final TreeMap<String, Listing> listings = new TreeMap<>();
    private final TreeMap<String, Long> volumes = new TreeMap<>();
    private final Random random;
    private Instant opened = Instant.EPOCH;

    /**
     * One instrument.
     *
     * @param priceMicros in its own currency
     * @param advShares the shares of an average day
     */
    record Listing(String symbol, String mic, String currency, long priceMicros, long advShares) {

        /** So many shares are worth about so many US dollars; at least one. */
        long shares(long dollars) {
            long usdMicros = Math.multiplyExact(priceMicros, usdMicros(currency)) / Exact.ONE;
            return Math.max(1, Math.multiplyExact(dollars, Exact.ONE) / usdMicros);
        }

        private static long usdMicros(String currency) {
            Long rate = USD_MICROS.get(currency);
            return rate == null ? Exact.ONE : rate;
        }

        Listing priced(long micros) {
            return new Listing(symbol, mic, currency, micros, advShares);
        }
    }

    MonthMarket(Random random) {
        this.random = random;
        list(
                "XLON",
                "GBP",
                List.of("ALDER.L", "BRAMBLE.L", "CEDAR.L", "DAMSON.L", "ELDER.L", "FERN.L", "GORSE.L", "HAZEL.L"));
        list("XPAR", "EUR", List.of("ACACIA.PA", "BOULEAU.PA", "CHARME.PA", "ERABLE.PA"));
        list("XAMS", "EUR", List.of("BEUK.AS", "EIK.AS"));
        list("XETR", "EUR", List.of("AHORN.DE", "BIRKE.DE", "EIBE.DE"));
        list("XNYS", "USD", List.of("ASPEN.N", "BALSAM.N", "CYPRESS.N", "DOGWOOD.N", "HICKORY.N"));
        list("XNAS", "USD", List.of("JUNIPER.O", "LAUREL.O", "MAPLE.O", "SEQUOIA.O", "TAMARACK.O", "WILLOW.O"));
    }

    /** Prices of large companies: from 8 to 208 in their currency, on an average day worth one to three thousand million dollars. */
    private void list(String mic, String currency, List<String> symbols) {
        for (String symbol : symbols) {
            long price = (8_00 + random.nextInt(200_00)) * (Exact.ONE / 100);
            Listing listing = new Listing(symbol, mic, currency, price, 1);
            long dollars = 1_000_000_000L + 1_000_000L * random.nextInt(2_000);
            listings.put(symbol, new Listing(symbol, mic, currency, price, listing.shares(dollars)));
        }
    }

    /** Begins a day: prices have moved by up to one in fifty, and nothing was traded yet. */
    void open(Instant at) {
        opened = at;
        volumes.clear();
        listings.replaceAll((symbol, listing) ->
                listing.priced(Math.max(Exact.ONE, listing.priceMicros() / 10_000 * (9_800 + random.nextInt(401)))));
    }

    Listing listing(String symbol) {
        return Optional.ofNullable(listings.get(symbol))
                .orElseThrow(() -> new IllegalArgumentException("nothing trades as " + symbol));
    }

    /** What a desk may trade. */
    List<Listing> of(Desk desk) {
        List<Listing> found = new ArrayList<>();
        listings.values().stream()
                .filter(listing -> listing.mic().startsWith("XN") != desk.isLondon())
                .forEach(found::add);
        return found;
    }

    /** What is known at an instant of the instruments of an order. */
    MarketSnapshot snapshot(Desk desk, List<String> symbols, Instant at) {
        Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
        Map<CurrencyCode, MarketSnapshot.PinnedRate> rates = new TreeMap<>();
        for (String symbol : symbols) {
            Listing listing = listings.get(symbol);
            if (listing != null) {
                instruments.put(symbol, instrument(listing, at));
                if (!listing.currency().equals("USD")) {
                    CurrencyCode currency = new CurrencyCode(listing.currency());
                    rates.put(
                            currency,
                            new MarketSnapshot.PinnedRate(
                                    currency, USD, new Given.Amount(Listing.usdMicros(listing.currency())), opened));
                }
            }
        }
        MarketSnapshot.PinnedMedian median =
                new MarketSnapshot.PinnedMedian(Given.whole(desk.isEquities() ? 8_000_000 : 40_000_000), USD, opened);
        return new MarketSnapshot("generated market", instruments, rates, Map.of(desk.desk(), median));
    }

    private MarketSnapshot.Instrument instrument(Listing listing, Instant at) {
        Instant seen = at.minusMillis(PRICE_AGE_MILLIS);
        return new MarketSnapshot.Instrument(
                        listing.symbol(),
                        listing.mic(),
                        new CurrencyCode(listing.currency()),
                        new Given.Amount(listing.priceMicros()),
                        seen,
                        Given.whole(listing.advShares()),
                        opened,
                        ADV_DAYS)
                .withOutstanding(
                        Optional.of(new MarketSnapshot.Outstanding(Given.whole(listing.advShares() * 300), opened)))
                .withState(new MarketSnapshot.TradingState("OPEN", seen));
    }

    /** The market of an instrument at its price of the day, moved by so many hundredths of a percent, after others have traded much more than {@code shares}. */
    WorkEvent.Market quote(String symbol, long shares, int basisPoints, String state) {
        Listing listing = listing(symbol);
        long volume = volumes.merge(symbol, Math.multiplyExact(shares, MARKET_MULTIPLE), Math::addExact);
        return new WorkEvent.Market(
                symbol,
                OptionalLong.of(listing.priceMicros() / 10_000 * (10_000 + basisPoints)),
                OptionalLong.of(Math.multiplyExact(volume, Exact.ONE)),
                Optional.of(state));
    }
}
