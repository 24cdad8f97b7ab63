package org.portcullis.app.scenario;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.portcullis.app.terminal.UserMistake;
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
            String number = field(file, row, "line");
            Given quantity = times(Given.parse(field(file, row, "quantity")), times);
            lines.add(new OrderLine(
                    wholeNumber(file, row, number),
                    "ORD-" + number,
                    field(file, row, "symbol"),
                    side(file, row),
                    quantity,
                    Given.parse(row.findField("limit_price").orElse("")),
                    row.findField("effect").filter(text -> !text.isBlank())));
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
            String symbol = field(file, row, "symbol");
            MarketSnapshot.Instrument instrument = new MarketSnapshot.Instrument(
                    symbol,
                    field(file, row, "mic"),
                    currency(file, row),
                    Given.parse(field(file, row, "price")),
                    pricesAt,
                    Given.parse(field(file, row, "adv_shares")),
                    volumesAt,
                    volumeTradingDays,
                    row.findField("outstanding_shares")
                            .filter(text -> !text.isBlank())
                            .map(text -> new MarketSnapshot.Outstanding(Given.parse(text), volumesAt)),
                    row.findField("state")
                            .filter(text -> !text.isBlank())
                            .map(text -> new MarketSnapshot.TradingState(text, pricesAt)));
            if (instruments.put(symbol, instrument) != null) {
                throw mistake(file, row, "instrument `" + symbol + "` stands twice");
            }
        });
        return instruments;
    }

    /** Reads `currency,usd_per_unit,as_of`. */
    static Map<CurrencyCode, MarketSnapshot.PinnedRate> rates(Path file, CurrencyCode into) {
        Map<CurrencyCode, MarketSnapshot.PinnedRate> rates = new TreeMap<>();
        String perUnit = into.code().toLowerCase(java.util.Locale.ROOT) + "_per_unit";
        read(file, row -> {
            CurrencyCode currency = currency(file, row);
            Given rate = Given.parse(field(file, row, perUnit));
            if (rates.put(currency, new MarketSnapshot.PinnedRate(currency, into, rate, instant(file, row))) != null) {
                throw mistake(file, row, "the rate of `" + currency + "` stands twice");
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
                        wholeNumber(file, row, field(file, row, "line")),
                        field(file, row, "state"),
                        row.findField("suspended_by").orElse(""))));
        return outcomes;
    }

    private static void read(Path file, Consumer<NamedCsvRecord> each) {
        if (!Files.isRegularFile(file)) {
            throw new UserMistake(file + ": no such file");
        }
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            rows.forEach(each);
        } catch (NoSuchFileException gone) {
            throw new UserMistake(file + ": no such file");
        } catch (IOException | UncheckedIOException unreadable) {
            throw new UserMistake(file + ": cannot be read as UTF-8 CSV: " + unreadable.getMessage());
        }
    }

    private static String field(Path file, NamedCsvRecord row, String name) {
        return row.findField(name).orElseThrow(() -> mistake(file, row, "the column `" + name + "` is missing"));
    }

    private static int wholeNumber(Path file, NamedCsvRecord row, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw mistake(file, row, "`" + text + "` is no line number");
        }
    }

    private static Side side(Path file, NamedCsvRecord row) {
        String text = field(file, row, "side");
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw mistake(file, row, "a side is BUY or SELL, not `" + text + "`");
        };
    }

    private static CurrencyCode currency(Path file, NamedCsvRecord row) {
        String text = field(file, row, "currency");
        try {
            return new CurrencyCode(text);
        } catch (IllegalArgumentException notACode) {
            throw mistake(file, row, "`" + text + "` is no currency code of three capital letters");
        }
    }

    private static Instant instant(Path file, NamedCsvRecord row) {
        String text = field(file, row, "as_of");
        try {
            return Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw mistake(file, row, "`" + text + "` is no time such as 2022-05-02T06:00:00Z");
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

    private static UserMistake mistake(Path file, NamedCsvRecord row, String sentence) {
        return new UserMistake(file + ":" + row.getStartingLineNumber() + ": " + sentence);
    }
}
