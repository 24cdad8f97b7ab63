package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;

class OrdersReplayTest {
    private static final String TITLES = "time,order,requester,roles,desk,symbol,side,quantity,basket\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writePolicyAndMarket() throws IOException {
        write("desk.policy", """
                policy "One desk"
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
                  block    the order if order.notional is more than USD 1 million
                  say      "{order.notional} is above {limit}.".

                soft limit DESK-ORDER-SOFT
                  cites    UK-RTS6 "15(1)(b)"
                  applies  to orders, when released
                  warn     the trader if order.notional is more than USD 500,000
                  acknowledged one by one with a reason
                  say      "{order.notional} is above {limit}.".

                cumulative limit DESK-DAY
                  cites    UK-RTS6 "15(2)"
                  applies  to orders, when released
                  block    the order if sum of order.notional per order.desk per trading day
                           is more than USD 1.5 million
                  say      "{used} of {limit}.".
                """);
        write("market.csv", "symbol,mic,currency,price,adv_shares,adv_days\nABC,XNYS,USD,100,1000000,20\n");
    }

    @Test
    void ordersAreCountedByWhatComesOfThem() throws IOException {
        orders("1,p,Trader,X,ABC,BUY,100,", "2,p,Trader,X,ABC,BUY,6000,", "3,p,Trader,X,ABC,BUY,20000,");
        assertEquals(
                List.of(
                        "orders    3 evaluated in 3 baskets",
                        "accepted  1",
                        "warned    1",
                        "held      0",
                        "blocked   1"),
                replay().out().lines().skip(1).limit(5).toList());
    }

    @Test
    void windowsHoldWhatCameBefore() throws IOException {
        orders(
                "1,p,Trader,X,ABC,BUY,5000,",
                "2,p,Trader,X,ABC,BUY,5000,",
                "3,p,Trader,X,ABC,BUY,5000,",
                "4,p,Trader,X,ABC,BUY,1,",
                "5,p,Trader,Y,ABC,BUY,1,");
        assertTrue(replay().out().contains("blocked   1\n"));
    }

    @Test
    void whatIsBlockedTakesNoHeadroom() throws IOException {
        orders("1,p,Trader,X,ABC,BUY,20000,", "2,p,Trader,X,ABC,BUY,1,");
        assertTrue(replay().out().contains("accepted  1\n"));
    }

    @Test
    void whoeverHasNoRoleIsBlocked() throws IOException {
        orders("1,p,,X,ABC,BUY,1,");
        assertTrue(replay().out().contains("NOT-GRANTED        1"), replay().out());
    }

    @Test
    void anUnknownInstrumentIsBlocked() throws IOException {
        orders("1,p,Trader,X,NOBODY,BUY,1,");
        assertTrue(replay().out().contains("blocked   1\n"));
    }

    @Test
    void aBadLineIsToldWithPlaceAndCure() throws IOException {
        orders("1,p,Trader,X,ABC,BUY,1,", "2,p,Trader,X,ABC,BYE,1,");
        assertEquals("orders.csv:3: side `BYE` is no side; write BUY or SELL\n", replay().err());
    }

    @Test
    void aBadLineMakesTheStatusOne() throws IOException {
        orders("1,p,Trader,X,ABC,BUY,1.2.3,");
        assertEquals(1, replay().status());
    }

    @Test
    void theOrdersOfABasketWithABadLineAreLeftOut() throws IOException {
        orders("1,p,Trader,X,ABC,BUY,1,B", "2,p,Trader,X,ABC,BUY,none,B", "3,p,Trader,X,ABC,BUY,1,");
        assertTrue(replay().out().contains("bad       1 lines, and 1 orders left out with their baskets"));
    }

    @Test
    void timeThatGoesBackIsBadWherePoliciesCountOverTime() throws IOException {
        Files.writeString(
                folder.resolve("orders.csv"),
                TITLES
                        + "2026-12-01T09:00:01Z,1,p,Trader,X,ABC,BUY,1,\n2026-12-01T09:00:00Z,2,p,Trader,X,ABC,BUY,1,\n");
        assertTrue(replay().err().contains("orders.csv:3: the time 2026-12-01T09:00:00Z is before"));
    }

    @Test
    void anUnknownColumnIsRefused() throws IOException {
        Files.writeString(folder.resolve("orders.csv"), "time,order,requester,symbol,side,quantiy\n");
        assertEquals(
                "portcullis: orders.csv:1: `quantiy` is no column of orders; did you mean `quantity`?\n",
                replay().err());
    }

    @Test
    void aFileOfOrdersNeedsAPolicy() throws IOException {
        orders("1,p,Trader,X,ABC,BUY,1,");
        assertEquals(
                2, new CommandLineFixture(folder).run("replay", "orders.csv").status());
    }

    @Test
    void whatIsGeneratedIsReplayedUnderThePackAndMostlyAccepted() throws Exception {
        CommandLineFixture portcullis = new CommandLineFixture(folder);
        assertEquals(
                0,
                portcullis
                        .run("generate", "orders", "--orders", "2000", "--out", "g.csv")
                        .status());
        Ran ran = portcullis.run(
                "replay",
                "g.csv",
                "--policy",
                CommandLineFixture.HOME
                        .resolve("policies/packs/uk-algo-trading")
                        .toString(),
                "--market",
                "g-instruments.csv",
                "--market",
                "g-rates.csv",
                "--market",
                "g-medians.csv");
        assertTrue(ran.out().contains("orders    2,000 evaluated"), ran::out);
        assertTrue(ran.out().contains("accepted  1,99"), ran::out);
    }

    @Test
    void theSameSeedGivesTheSameOrders() throws IOException {
        CommandLineFixture portcullis = new CommandLineFixture(folder);
        portcullis.run("generate", "orders", "--orders", "500", "--out", "a.csv", "--seed", "7");
        portcullis.run("generate", "orders", "--orders", "500", "--out", "b.csv", "--seed", "7");
        assertEquals(-1, Files.mismatch(folder.resolve("a.csv"), folder.resolve("b.csv")));
    }

    @Test
    void thePageShowsWhatIsPrinted() throws IOException {
        assertEquals(
                List.of(),
                new DocumentedRuns(CommandLineFixture.HOME.resolve("docs/replay-orders.md"), folder).differences());
    }

    private Ran replay() {
        return new CommandLineFixture(folder)
                .run("replay", "orders.csv", "--policy", "desk.policy", "--market", "market.csv");
    }

    private void orders(String... rows) throws IOException {
        StringBuilder text = new StringBuilder(TITLES);
        for (String row : rows) {
            text.append("2026-12-01T09:00:00Z,").append(row).append('\n');
        }
        write("orders.csv", text.toString());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
