package org.portcullis.compiler.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes policies that compile, with every kind of declaration. */
record PolicyTexts(Random random) {
    private static final List<String> ROLES =
            List.of("Trading Risk", "Desk Head", "Head of Equities", "Risk Duty Manager");

    /** The header and declarations in the order given. */
    static String text(List<String> declarations) {
        return HEADER + "\n" + String.join("\n", declarations);
    }

    private static final String HEADER = """
            policy "Generated"
              language    1
              version     2026.11.1
              owner       "Head of Risk"
              review      every 90 days, last on 2026-11-01
              effective   from 2026-12-01
              time zone   Europe/London
              calendar    XLON-EQ
              currency    USD converted at ECB-EOD, stale after 1 day
              market data stale after 2 seconds
              missing data blocks.
            """;

    /** A grant, a hard limit and so many further declarations. */
    List<String> declarations(int count) {
        List<String> all = new ArrayList<>();
        all.add("scope LDN-D1 means order.desk is \"Delta 1\" and order.location is \"London\".\n");
        all.add("scope NYC-D1 means order.desk is \"Delta 1\" and order.location is \"New York\".\n");
        all.add("grant ALL-TRADERS lets role \"Delta 1 Trader\" submit orders, when released.\n");
        for (int at = 0; at < count; at++) {
            all.add(declaration("GEN-" + at));
        }
        return all;
    }

    List<String> shuffled(List<String> declarations) {
        List<String> other = new ArrayList<>(declarations);
        Collections.shuffle(other, random);
        return other;
    }

    private String declaration(String id) {
        return switch (random.nextInt(11)) {
            case 0, 1 ->
                control("hard limit", id, released(), "block the order if " + condition() + early() + exceptional());
            case 2 ->
                control(
                        "soft limit",
                        id,
                        released(),
                        "warn the trader if " + condition() + " acknowledged one by one with a reason");
            case 3 ->
                control(
                        "approval",
                        id,
                        released(),
                        "hold the order if " + condition() + " until 1 of " + role(0) + " and 1 of " + role(1)
                                + " excluding the requester each stating a reason within " + number(50)
                                + " minutes, otherwise reject");
            case 4 ->
                control(
                        "cumulative limit",
                        id,
                        released(),
                        "block the order if sum of order.notional per order.desk per trading day counting open, held is more than "
                                + money() + early());
            case 5 ->
                control(
                        "throttle",
                        id,
                        "to messages, while working",
                        "suspend the strategy if count of message.id per strategy.id and order.symbol in any "
                                + number(30) + " seconds is more than " + number(500) + " messages re-enabled by 1 of "
                                + role(0));
            case 6 ->
                control(
                        "in-flight control",
                        id,
                        "to orders in scope LDN-D1, while working",
                        (random.nextBoolean() ? "suspend" : "cancel")
                                + " the order if change in market.price since order.arrival is more than " + number(40)
                                + "% re-enabled by 1 of " + role(1));
            case 7 ->
                control(
                        "monitor",
                        id,
                        released(),
                        "tell " + role(random.nextInt(4)) + " if " + condition() + " grouped by order.desk");
            case 8 ->
                "escalation " + id + " cites DEMO-RULES \"2\" when anything is suspended in scope LDN-D1 tell "
                        + role(0) + " at once, after " + number(4) + " minutes unacknowledged tell " + role(1)
                        + " and suspend the order, after 10 minutes unacknowledged cancel the whole basket"
                        + " alerts are never filtered.\n";
            case 9 ->
                "kill switch " + id + " cites DEMO-RULES \"3\" pulled by 1 of " + role(0)
                        + " cancels all orders in scope NYC-D1 and blocks new orders re-enabled by 2 of " + role(1)
                        + " excluding the requester say \"Stopped.\".\n";
            default ->
                "test \"" + id + "\" given order.notional is " + money()
                        + ", order.desk is \"Delta 1\" when released case \"one\" given order.side is \"BUY\" expect not"
                        + " NOT-GRANTED.\n";
        };
    }

    private String control(String kind, String id, String applies, String does) {
        String effective = random.nextInt(4) == 0 ? " effective from 2026-12-05 until 2027-03-01" : "";
        return kind + " " + id + " cites DEMO-RULES \"1\"" + effective + " applies " + applies + " " + does
                + " say \"{order.symbol}: {limit}.\".\n";
    }

    private String released() {
        return "to orders" + (random.nextBoolean() ? " in scope LDN-D1 or NYC-D1" : "")
                + (random.nextInt(3) == 0 ? " where order.flow is \"DSA\"" : "") + ", when released";
    }

    private String condition() {
        String one = switch (random.nextInt(3)) {
            case 0 -> "order.notional is more than " + money();
            case 1 -> "order.quantity is more than " + number(90) + "% of market.adv over 20 trading days";
            default -> "order.quantity is more than " + number(900) + " thousand shares";
        };
        return random.nextInt(3) > 0
                ? one
                : "(" + one + " and order.side is \"BUY\") or order.price is at least USD " + number(80)
                        + ".25 per share";
    }

    private String early() {
        return random.nextInt(3) == 0 ? " early warning at 70% of the limit to " + role(2) : "";
    }

    private String exceptional() {
        return random.nextInt(3) == 0
                ? " exceptional release of one order by 1 of " + role(0) + " and 1 of " + role(2) + " within 10 minutes"
                : "";
    }

    private String money() {
        return "USD " + number(500) + (random.nextBoolean() ? " million" : ",000");
    }

    private int number(int most) {
        return 2 + random.nextInt(most);
    }

    private static String role(int at) {
        return "role \"" + ROLES.get(at) + "\"";
    }
}
