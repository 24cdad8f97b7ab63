package org.portcullis.app.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.json.Digest;

/** Whatever the threads and the parts, the answer is that of the assessor asked about one basket after another. */
class OrdersReplayAgainstAssessorTest {
    private static final long SEED = 7_022L;
    private static final int FILES = 4;
    private static final int LINES = 250;
    private static final String[] DESKS = {"X", "Y", ""};
    private static final String[] SYMBOLS = {"ABC", "DEF", "NOBODY"};
    private static final String[] ROLES = {"Trader", "Trader;Head", "Nobody"};

    @TempDir
    private static Path folder = Path.of("");

    private static PolicyPack windowed;
    private static PolicyPack plain;

    private static final String HEAD = """
            policy "Random orders"
              language    1
              version     1.0.0
              owner       "Head of Risk"
              review      every 90 days, last on 2026-11-01
              effective   from 2026-12-01
              time zone   Europe/London
              calendar    XLON-EQ
              currency    USD converted at ECB-EOD, stale after 1 day
              market data stale after 2 seconds
              missing data blocks.

            grant DESK-TRADERS
              lets role "Trader" submit orders, when released.

            hard limit DESK-ORDER
              cites    UK-RTS6 "15(1)(b)"
              applies  to orders, when released
              block    the order if order.notional is more than USD 9,000
              say      "{order.notional} is above {limit}.".

            soft limit DESK-ORDER-SOFT
              cites    UK-RTS6 "15(1)(b)"
              applies  to orders, when released
              warn     the trader if order.notional is more than USD 7,000
              acknowledged one by one with a reason
              say      "{order.notional} is above {limit}.".

            hard limit DESK-BASKET
              cites    UK-RTS6 "15(1)(b)"
              applies  to baskets, when released
              block    the whole basket if basket.notional is more than USD 25,000
              say      "{basket.notional} is above {limit}.".

            alert flood DESK-FLOOD
              cites    FCA-PRIN "3"
              applies  to baskets, when released
              if       more than 1 warnings are raised by one basket
              block    the whole basket
              say      "{count} warnings.".
            """;

    private static final String WINDOWS = """

            throttle DESK-RATE
              cites    UK-RTS6 "15(1)(d)"
              applies  to orders, when released
              block    the order if count of order.id per order.trader and order.symbol
                       in any 2 seconds is more than 4 orders
              say      "{used} of {limit}.".

            cumulative limit DESK-HOUR
              cites    UK-RTS6 "15(2)"
              applies  to orders, when released
              block    the order if sum of order.notional per order.desk in any 60 seconds
                       counting open, held is more than USD 60,000
              say      "{used} of {limit}.".
            """;

    @BeforeAll
    static void compile() throws IOException {
        Files.writeString(
                folder.resolve("market.csv"),
                "symbol,mic,currency,price,adv_shares,adv_days\nABC,XNYS,USD,10,1000000,20\nDEF,XLON,GBP,12.5,1000,20\n");
        Files.writeString(folder.resolve("rates.csv"), "currency,usd_per_unit\nGBP,1.27\n");
        windowed = compile("windowed.policy", HEAD + WINDOWS);
        plain = compile("plain.policy", HEAD);
    }

    @Test
    void withWindowsTheAnswerIsThatOfTheAssessorWhateverTheParts() throws IOException {
        answersAgree(windowed);
    }

    @Test
    void withoutWindowsTheAnswerIsThatOfTheAssessorWhateverTheParts() throws IOException {
        answersAgree(plain);
    }

    private static void answersAgree(PolicyPack pack) throws IOException {
        Random random = new Random(SEED);
        Assessor assessor = Assessor.over(DroolsEvaluator.factory(), pack);
        ReplayMarket market = new ReplayMarket(pack.header().currency());
        market.read(folder.resolve("market.csv"), "market.csv");
        market.read(folder.resolve("rates.csv"), "rates.csv");
        for (int file = 0; file < FILES; file++) {
            Path orders = folder.resolve(pack.controls().size() + "-" + file + ".csv");
            Files.writeString(orders, orders(random));
            String expected = answer(new OrdersReplay(assessor, market, 1, 1 << 20, false), orders);
            for (int partBytes : new int[] {1, 300, 2_000, 1 << 20}) {
                for (int threads : new int[] {1, 4}) {
                    assertEquals(
                            expected,
                            answer(new OrdersReplay(assessor, market, threads, partBytes, true), orders),
                            "seed " + SEED + ", file " + file + ", parts of " + partBytes + " on " + threads);
                }
            }
        }
    }

    private static String answer(OrdersReplay replay, Path orders) {
        return Digest.of(replay.replay(orders, "orders.csv", (bytes, evaluated) -> {})
                        .json("orders.csv")
                        .build())
                .value();
    }

    private static String orders(Random random) {
        StringBuilder text =
                new StringBuilder("time,basket,order,requester,roles,desk,symbol,side,quantity,limit_price\r\n");
        long second = 0;
        int basket = 0;
        for (int line = 0; line < LINES; line++) {
            if (random.nextInt(3) > 0) {
                basket++;
                second += random.nextInt(2);
            }
            Random ofBasket = new Random(basket);
            text.append(java.time.Instant.parse("2026-12-01T09:00:00Z")
                    .plusSeconds(second - (random.nextInt(60) == 0 ? 1 : 0)));
            text.append(",B")
                    .append(basket)
                    .append(",O")
                    .append(random.nextInt(40) == 0 ? 1 : line)
                    .append(",p");
            text.append(ofBasket.nextInt(4))
                    .append(',')
                    .append(pick(ROLES, random.nextInt(50) == 0 ? random : ofBasket));
            text.append(',')
                    .append(pick(DESKS, ofBasket))
                    .append(',')
                    .append(pick(SYMBOLS, random))
                    .append(',');
            text.append(random.nextInt(80) == 0 ? "HOLD" : random.nextBoolean() ? "BUY" : "\"SELL\"");
            text.append(',').append(random.nextInt(60) == 0 ? "1e3" : String.valueOf(1 + random.nextInt(1_000)));
            text.append(random.nextInt(90) == 0 ? "" : ",").append(random.nextInt(3) == 0 ? "9.75" : "");
            text.append(random.nextInt(90) == 0 ? "\n\n" : random.nextBoolean() ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    private static PolicyPack compile(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        var compilation = PolicyFiles.checkedAgainst(CatalogueLoader.embedded(), LocalDate.of(2026, 12, 1))
                .compile(file, name);
        return compilation.pack().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }
}
