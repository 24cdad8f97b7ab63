package org.portcullis.app.orders;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
        if (!Files.isRegularFile(file)) {
            throw new UserMistake(shown + ": no such file");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord row : rows) {
                take(shown, row);
            }
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            throw new UserMistake(shown + ": cannot be read as UTF-8 CSV: " + unreadable.getMessage());
        }
    }

    private void take(String shown, NamedCsvRecord row) {
        List<String> titles = row.getHeader();
        if (titles.contains("symbol")) {
            Listing listing = new Listing(
                    field(shown, row, "symbol"),
                    field(shown, row, "mic"),
                    currency(shown, row),
                    number(shown, row, "price"),
                    number(shown, row, "adv_shares"),
                    days(shown, row),
                    stated(row, "outstanding_shares").map(text -> number(shown, row, "outstanding_shares")),
                    stated(row, "state"));
            once(shown, row, listing.symbol(), listings.put(listing.symbol(), listing) == null);
        } else if (titles.contains("desk")) {
            String desk = field(shown, row, "desk");
            once(shown, row, desk, medians.put(desk, number(shown, row, "median")) == null);
        } else if (titles.contains("currency")) {
            CurrencyCode currency = currency(shown, row);
            String title = into.code().toLowerCase(java.util.Locale.ROOT) + "_per_unit";
            once(shown, row, currency.code(), rates.put(currency, number(shown, row, title)) == null);
        } else {
            throw mistake(shown, row, "a file of the market has a column `symbol`, `currency` or `desk`");
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

    private static int days(String shown, NamedCsvRecord row) {
        String text = field(shown, row, "adv_days");
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw mistake(shown, row, "`" + text + "` is no number of trading days");
        }
    }

    private static CurrencyCode currency(String shown, NamedCsvRecord row) {
        String text = field(shown, row, "currency");
        try {
            return new CurrencyCode(text);
        } catch (IllegalArgumentException noCode) {
            throw mistake(shown, row, "`" + text + "` is no currency code of three capital letters");
        }
    }

    private static Given number(String shown, NamedCsvRecord row, String title) {
        Given number = Given.parse(field(shown, row, title));
        if (number instanceof Given.Unreadable) {
            throw mistake(shown, row, title + " `" + field(shown, row, title) + "` is no number");
        }
        return number;
    }

    private static Optional<String> stated(NamedCsvRecord row, String title) {
        return row.findField(title).filter(text -> !text.isBlank());
    }

    private static String field(String shown, NamedCsvRecord row, String title) {
        return row.findField(title).orElseThrow(() -> mistake(shown, row, "the column `" + title + "` is missing"));
    }

    private static void once(String shown, NamedCsvRecord row, String what, boolean isFirst) {
        if (!isFirst) {
            throw mistake(shown, row, "`" + what + "` stands twice; keep one of them");
        }
    }

    private static UserMistake mistake(String shown, NamedCsvRecord row, String sentence) {
        return new UserMistake(shown + ":" + row.getStartingLineNumber() + ": " + sentence);
    }
}
