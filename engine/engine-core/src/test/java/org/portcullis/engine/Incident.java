package org.portcullis.engine;

import static org.portcullis.engine.Sample.USD;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.value.CurrencyCode;

/** Reads the reconstruction of the basket of 2 May 2022 from the files that the scenario replays. */
public final class Incident {
    /** 08:56 in London. */
    public static final Instant AT = Instant.parse("2022-05-02T07:56:00Z");

    private static final Instant PRICES_AT = Instant.parse("2022-05-02T07:55:58Z");
    private static final Instant VOLUMES_AT = Instant.parse("2022-04-29T15:30:00Z");
    private static final Path FOLDER = Path.of("..", "..", "policies", "incidents", "2022-05-02", "data");

    private Incident() {}

    public static Submission erroneous() {
        return basket("basket-erroneous.csv", 1);
    }

    public static Submission intended() {
        return basket("basket-intended.csv", 1);
    }

    public static Submission threeTimesTheIntended() {
        return basket("basket-intended.csv", 3);
    }

    public static MarketSnapshot snapshot() {
        return snapshot(Set.of(), Map.of());
    }

    public static MarketSnapshot snapshot(Set<String> withoutVolume, Map<String, Instant> pricesAt) {
        Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
        for (Map<String, String> row : rows("instruments.csv")) {
            String symbol = cell(row, "symbol");
            instruments.put(
                    symbol,
                    new MarketSnapshot.Instrument(
                            symbol,
                            cell(row, "mic"),
                            new CurrencyCode(cell(row, "currency")),
                            Given.parse(cell(row, "price")),
                            pricesAt.getOrDefault(symbol, PRICES_AT),
                            withoutVolume.contains(symbol) ? new Given.Absent() : Given.parse(cell(row, "adv_shares")),
                            VOLUMES_AT,
                            20));
        }
        Map<CurrencyCode, MarketSnapshot.PinnedRate> rates = new TreeMap<>();
        for (Map<String, String> row : rows("fx.csv")) {
            CurrencyCode currency = new CurrencyCode(cell(row, "currency"));
            rates.put(
                    currency,
                    new MarketSnapshot.PinnedRate(
                            currency, USD, Given.parse(cell(row, "usd_per_unit")), Instant.parse(cell(row, "as_of"))));
        }
        return new MarketSnapshot("reconstruction of 2 May 2022", instruments, rates);
    }

    private static Submission basket(String file, long times) {
        List<OrderLine> lines = new ArrayList<>();
        for (Map<String, String> row : rows(file)) {
            int number = Integer.parseInt(cell(row, "line"));
            lines.add(new OrderLine(
                    number,
                    "O-" + number,
                    cell(row, "symbol"),
                    Side.valueOf(cell(row, "side")),
                    Given.whole(times * Long.parseLong(cell(row, "quantity"))),
                    new Given.Absent()));
        }
        return new Submission(
                "W-1",
                "p-hale",
                Optional.of("Delta 1"),
                Optional.of("London"),
                Optional.of("DSA"),
                Optional.of(Sample.usd(times * 58_000_000)),
                lines);
    }

    private static List<Map<String, String>> rows(String file) {
        try {
            List<String> lines = Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8);
            List<String> header = cells(lines.get(0));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column `" + column + "`");
        }
        return cell;
    }
}
