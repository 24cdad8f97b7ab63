package org.portcullis.app.orders;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.app.csv.CsvRow;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.model.value.CurrencyCode;

/**
 * What is known of instruments, currencies and desks, which does not change while orders are replayed; each value counts as observed when the order comes.
 *
 * <p>Filled from files before the replay, and then read by many threads.
 */
public final class ReplayMarket {
    private final CurrencyCode into;
    private final Map<String, Listing> listings = new HashMap<>();
    private final Map<CurrencyCode, Given> rates = new HashMap<>();
    private final Map<String, Given> medians = new HashMap<>();

    /** What is known of an instrument; {@code outstanding} and {@code state} where somebody says. */
    private record Listing(
            String symbol,
            String mic,
            CurrencyCode currency,
            Given price,
            Given adv,
            int advTradingDays,
            Optional<Given> outstanding,
            Optional<String> state) {

        MarketSnapshot.Instrument at(Instant at) {
            return new MarketSnapshot.Instrument(
                    symbol,
                    mic,
                    currency,
                    price,
                    at,
                    adv,
                    at,
                    advTradingDays,
                    outstanding.map(shares -> new MarketSnapshot.Outstanding(shares, at)),
                    state.map(word -> new MarketSnapshot.TradingState(word, at)));
        }
    }

    /** Knows nothing yet; amounts are converted into the policy's currency {@code into}. */
    public ReplayMarket(CurrencyCode into) {
        this.into = into;
    }

    /**
     * Reads a file of instruments (`symbol,mic,currency,price,adv_shares,adv_days`, and `outstanding_shares` and `state` where there are such columns), of rates
     * (`currency,usd_per_unit`) or of medians (`desk,median`).
     *
     * @throws UserMistake if it is none of these, or a line of it cannot be read
     */
    public void read(Path file, String shown) {
        CsvRow.read(file, shown, this::take);
    }

    private void take(CsvRow row) {
        List<String> titles = row.titles();
        if (titles.contains("symbol")) {
            Listing listing = new Listing(
                    row.field("symbol"),
                    row.field("mic"),
                    row.currency(),
                    number(row, "price"),
                    number(row, "adv_shares"),
                    row.whole("adv_days", "number of trading days"),
                    row.stated("outstanding_shares").map(text -> number(row, "outstanding_shares")),
                    row.stated("state"));
            once(row, listing.symbol(), listings.put(listing.symbol(), listing) == null);
        } else if (titles.contains("desk")) {
            String desk = row.field("desk");
            once(row, desk, medians.put(desk, number(row, "median")) == null);
        } else if (titles.contains("currency")) {
            CurrencyCode currency = row.currency();
            String title = into.code().toLowerCase(Locale.ROOT) + "_per_unit";
            once(row, currency.code(), rates.put(currency, number(row, title)) == null);
        } else {
            throw row.mistake("a file of the market has a column `symbol`, `currency` or `desk`");
        }
    }

    /** What is known at an instant of so many instruments and of a desk. */
    MarketSnapshot at(Instant at, Iterable<String> symbols, String desk) {
        Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
        Map<CurrencyCode, MarketSnapshot.PinnedRate> pinned = new TreeMap<>();
        for (String symbol : symbols) {
            Listing listing = listings.get(symbol);
            if (listing != null) {
                instruments.put(symbol, listing.at(at));
                Given rate = rates.get(listing.currency());
                if (rate != null) {
                    pinned.put(listing.currency(), new MarketSnapshot.PinnedRate(listing.currency(), into, rate, at));
                }
            }
        }
        Given median = medians.get(desk);
        return new MarketSnapshot(
                "market files",
                instruments,
                pinned,
                median == null ? Map.of() : Map.of(desk, new MarketSnapshot.PinnedMedian(median, into, at)));
    }

    private static Given number(CsvRow row, String title) {
        Given number = Given.parse(row.field(title));
        if (number instanceof Given.Unreadable) {
            throw row.mistake(title + " `" + row.field(title) + "` is no number");
        }
        return number;
    }

    private static void once(CsvRow row, String what, boolean isFirst) {
        if (!isFirst) {
            throw row.mistake("`" + what + "` stands twice; keep one of them");
        }
    }
}
