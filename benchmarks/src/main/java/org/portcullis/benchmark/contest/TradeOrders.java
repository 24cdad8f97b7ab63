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

    /** The same orders, all of the first one's flow, as a basket has them. */
    public static List<TradeOrder> sameFlow(List<TradeOrder> orders) {
        String flow = orders.get(0).flow();
        return orders.stream()
                .map(order -> new TradeOrder(
                        order.id(),
                        order.desk(),
                        flow,
                        order.symbol(),
                        order.venue(),
                        order.state(),
                        order.side(),
                        order.effect(),
                        order.currency(),
                        order.quantity(),
                        order.priceMicros(),
                        order.marketMicros(),
                        order.notionalMicros(),
                        order.adv(),
                        order.outstanding(),
                        order.facts().toBuilder()
                                .text(Measure.ORDER_FLOW, flow, FROM)
                                .build()))
                .toList();
    }

    /** The name of a desk: a new string each time, as a decoder would make it, so that nothing profits from identity. */
    static String desk(int number) {
        return "Desk " + number;
    }

    private static TradeOrder order(int number, int desk, boolean breaching, Random random) {
        String flow = FLOWS[random.nextInt(FLOWS.length)];
        String symbol = "I" + random.nextInt(2_000);
        boolean buy = random.nextBoolean();
        boolean increasing = buy;
        long quantity = 100L + random.nextInt(9_900);
        int percentOfMarket = 98 + random.nextInt(5);
        int fault = random.nextInt(3);
        if (breaching) {
            switch (fault) {
                case 0 -> quantity = 60_000L + random.nextInt(5_000);
                case 1 -> {
                    symbol = "R" + random.nextInt(50);
                    percentOfMarket = 120;
                }
                default -> {
                    symbol = "H" + random.nextInt(50);
                    buy = false;
                    increasing = true;
                }
            }
        }
        // What the market says of an instrument depends on its symbol alone, so that baskets agree with themselves.
        int seed = Math.floorMod(symbol.hashCode() * 31, 1_000_003);
        boolean halted = symbol.startsWith("H");
        long market = (10L + seed % 90) * Exact.ONE;
        return order(
                "O-" + number,
                desk,
                flow,
                symbol,
                halted ? "XBAR" : VENUES[seed % VENUES.length],
                halted ? "HALTED" : "OPEN",
                buy ? "BUY" : "SELL",
                increasing ? "INCREASING" : "REDUCING",
                quantity,
                market / 100 * percentOfMarket,
                market,
                1_000_000L + seed);
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
