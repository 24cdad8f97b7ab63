package org.portcullis.app.scenario;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.portcullis.app.csv.CsvRow;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.model.value.CurrencyCode;

/** Reads baskets, instruments and rates from CSV files; a mistake names file and line. Numbers that cannot be read stay as evidence, unread. */
final class MarketFiles {
    private MarketFiles() {}

    /** Reads `line,symbol,side,quantity` and, where there are such columns, `limit_price` and `effect`; every quantity is multiplied by {@code times}. */
    static List<OrderLine> basket(Path file, int times) {
        List<OrderLine> lines = new ArrayList<>();
        read(file, row -> {
            String number = row.field("line");
            Given quantity = times(Given.parse(row.field("quantity")), times);
            lines.add(new OrderLine(
                    row.whole("line", "line number"),
                    "ORD-" + number,
                    row.field("symbol"),
                    side(row),
                    quantity,
                    Given.parse(row.find("limit_price").orElse("")),
                    row.stated("effect")));
        });
        return lines;
    }

    /**
     * Reads `symbol,…,mic,…,currency,price,adv_shares` and, where there are such columns, `outstanding_shares`, observed with the volumes, and `state`,
     * observed with the prices.
     */
    static Map<String, MarketSnapshot.Instrument> instruments(
            Path file, Instant pricesAt, Instant volumesAt, int volumeTradingDays) {
        Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
        read(file, row -> {
            String symbol = row.field("symbol");
            MarketSnapshot.Instrument instrument = new MarketSnapshot.Instrument(
                    symbol,
                    row.field("mic"),
                    row.currency(),
                    Given.parse(row.field("price")),
                    pricesAt,
                    Given.parse(row.field("adv_shares")),
                    volumesAt,
                    volumeTradingDays,
                    row.stated("outstanding_shares")
                            .map(text -> new MarketSnapshot.Outstanding(Given.parse(text), volumesAt)),
                    row.stated("state").map(text -> new MarketSnapshot.TradingState(text, pricesAt)));
            if (instruments.put(symbol, instrument) != null) {
                throw row.mistake("instrument `" + symbol + "` stands twice");
            }
        });
        return instruments;
    }

    /** Reads `currency,usd_per_unit,as_of`. */
    static Map<CurrencyCode, MarketSnapshot.PinnedRate> rates(Path file, CurrencyCode into) {
        Map<CurrencyCode, MarketSnapshot.PinnedRate> rates = new TreeMap<>();
        String perUnit = into.code().toLowerCase(java.util.Locale.ROOT) + "_per_unit";
        read(file, row -> {
            CurrencyCode currency = row.currency();
            Given rate = Given.parse(row.field(perUnit));
            if (rates.put(currency, new MarketSnapshot.PinnedRate(currency, into, rate, instant(row))) != null) {
                throw row.mistake("the rate of `" + currency + "` stands twice");
            }
        });
        return rates;
    }

    /** Reads `line,…,state,suspended_by`. */
    static List<LineOutcome> outcomes(Path file) {
        List<LineOutcome> outcomes = new ArrayList<>();
        read(
                file,
                row -> outcomes.add(new LineOutcome(
                        row.whole("line", "line number"),
                        row.field("state"),
                        row.find("suspended_by").orElse(""))));
        return outcomes;
    }

    private static void read(Path file, Consumer<CsvRow> each) {
        CsvRow.read(file, file.toString(), each);
    }

    private static Side side(CsvRow row) {
        String text = row.field("side");
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw row.mistake("a side is BUY or SELL, not `" + text + "`");
        };
    }

    private static Instant instant(CsvRow row) {
        String text = row.field("as_of");
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw row.mistake("`" + text + "` is no time such as 2022-05-02T06:00:00Z");
        }
    }

    private static Given times(Given quantity, int times) {
        return quantity.match(new Given.Cases<>() {
            @Override
            public Given amount(Given.Amount given) {
                return new Given.Amount(Math.multiplyExact(given.micros(), (long) times));
            }

            @Override
            public Given absent(Given.Absent given) {
                return given;
            }

            @Override
            public Given unreadable(Given.Unreadable given) {
                return given;
            }
        });
    }
}
