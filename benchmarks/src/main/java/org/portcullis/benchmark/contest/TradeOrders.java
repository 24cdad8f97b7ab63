package org.portcullis.benchmark.contest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/** Makes orders of which one in ten breaches two or three controls of its desk; the same orders every time. */
public final class TradeOrders {
    /** When the facts are judged. */
    public static final Instant AT = Instant.parse("2026-12-01T10:00:00Z");

    /** How many orders are decided in rotation; a power of two. */
    public static final int ROTATION = 1_024;

    private static final long SEED = 7;
    private static final int IN_BREACH = 10;
    private static final String[] FLOWS = {"DMA", "ALGO", "PROGRAM", "HAND"};
    private static final String[] VENUES = {"XLON", "XPAR", "XAMS", "XETR"};
    private static final Provenance FROM = new Provenance("benchmark", AT);

    private TradeOrders() {}

    /** Orders of the first so many desks, one in ten of them in breach. */
    public static List<TradeOrder> mixed(int count, int desks) {
        Random random = new Random(SEED);
        List<TradeOrder> orders = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            orders.add(order(i, random.nextInt(desks), random.nextInt(100) < IN_BREACH, random));
        }
        return orders;
    }

    /** Orders of the first so many desks, none of them in breach. */
    public static List<TradeOrder> clean(int count, int desks) {
        Random random = new Random(SEED);
        List<TradeOrder> orders = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            orders.add(order(i, random.nextInt(desks), false, random));
        }
        return orders;
    }

    /** The name of a desk: a new string each time, as a decoder would make it, so that nothing profits from identity. */
    static String desk(int number) {
        return "Desk " + number;
    }

    private static TradeOrder order(int number, int desk, boolean breaching, Random random) {
        String flow = FLOWS[random.nextInt(FLOWS.length)];
        String venue = VENUES[random.nextInt(VENUES.length)];
        String symbol = "I" + random.nextInt(2_000);
        boolean buy = random.nextBoolean();
        String effect = buy ? "INCREASING" : "REDUCING";
        String state = "OPEN";
        long quantity = 100L + random.nextInt(9_900);
        long market = (10 + random.nextInt(90)) * Exact.ONE;
        long price = market / 100 * (98 + random.nextInt(5));
        long adv = 1_000_000L + random.nextInt(1_000_000);
        int fault = random.nextInt(3);
        if (breaching) {
            switch (fault) {
                case 0 -> quantity = 60_000L + random.nextInt(5_000);
                case 1 -> {
                    symbol = "R" + random.nextInt(50);
                    price = market / 100 * 120;
                }
                default -> {
                    buy = false;
                    effect = "INCREASING";
                    venue = "XBAR";
                    state = "HALTED";
                }
            }
        }
        return order(
                "O-" + number,
                desk,
                flow,
                symbol,
                venue,
                state,
                buy ? "BUY" : "SELL",
                effect,
                quantity,
                price,
                market,
                adv);
    }

    private static TradeOrder order(
            String id,
            int desk,
            String flow,
            String symbol,
            String venue,
            String state,
            String side,
            String effect,
            long quantity,
            long price,
            long market,
            long adv) {
        long outstanding = 1_000 * adv;
        String deskName = desk(desk);
        String ownFlow = new String(flow.toCharArray());
        long notional = quantity * price;
        Facts facts = Facts.builder(1, AT)
                .text(Measure.ORDER_ID, id, FROM)
                .text(Measure.ORDER_DESK, deskName, FROM)
                .text(Measure.ORDER_FLOW, ownFlow, FROM)
                .text(Measure.ORDER_SYMBOL, symbol, FROM)
                .text(Measure.ORDER_VENUE, venue, FROM)
                .text(Measure.MARKET_STATE, state, FROM)
                .text(Measure.ORDER_SIDE, side, FROM)
                .text(Measure.ORDER_EFFECT, effect, FROM)
                .text(Measure.ORDER_CURRENCY, "USD", FROM)
                .number(Measure.ORDER_QUANTITY, quantity * Exact.ONE, FROM)
                .number(Measure.ORDER_PRICE, price, FROM)
                .number(Measure.ORDER_NOTIONAL, notional, FROM)
                .number(Measure.MARKET_PRICE, market, FROM)
                .number(Measure.MARKET_ADV, adv * Exact.ONE, FROM)
                .advTradingDays(20)
                .number(Measure.MARKET_OUTSTANDING, outstanding * Exact.ONE, FROM)
                .build();
        return new TradeOrder(
                id,
                deskName,
                ownFlow,
                symbol,
                venue,
                state,
                side,
                effect,
                "USD",
                quantity,
                price,
                market,
                notional,
                adv,
                outstanding,
                facts);
    }
}
