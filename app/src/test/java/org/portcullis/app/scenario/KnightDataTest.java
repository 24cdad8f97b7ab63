package org.portcullis.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The invented market of the incident of 1 August 2012 is the one that its notes describe. */
class KnightDataTest {
    private static final Path DATA = Path.of("..", "policies", "incidents", "2012-08-01-knight", "data");

    @Test
    void theStocksFollowTheirFormula() throws IOException {
        List<String> expected = Stream.concat(
                        Stream.of("symbol,name,mic,currency,price,adv_shares,state"),
                        IntStream.rangeClosed(1, 150)
                                .mapToObj(k -> String.format(
                                        Locale.ROOT,
                                        "K-%03d,Invented stock %d,XNYS,USD,%d.25,%d,OPEN",
                                        k,
                                        k,
                                        5 + 37 * k % 90,
                                        500_000 + 10_000 * k)))
                .toList();

        assertEquals(expected, Files.readAllLines(DATA.resolve("instruments.csv")));
    }

    @Test
    void theOrdersFollowTheirFormula() throws IOException {
        List<String> expected = Stream.concat(
                        Stream.of("line,symbol,side,quantity"),
                        IntStream.rangeClosed(1, 212)
                                .mapToObj(i -> String.format(
                                        Locale.ROOT,
                                        "%d,K-%03d,%s,%d",
                                        i,
                                        (i - 1) % 150 + 1,
                                        i % 2 == 1 ? "BUY" : "SELL",
                                        100 * (1 + 7 * i % 3))))
                .toList();

        assertEquals(expected, Files.readAllLines(DATA.resolve("parents.csv")));
    }
}
