package org.portcullis.benchmark.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.benchmark.contest.TradeOrder;
import org.portcullis.benchmark.contest.TradeOrders;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;

/** Makes submissions and their market from the orders of the contest. */
public final class TradingDay {
    /** Who submits. */
    public static final String TRADER = "p-trader";

    /** The roles of who submits. */
    public static final Set<String> ROLES = Set.of("Trader");

    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final int ADV_DAYS = 20;

    private TradingDay() {}

    /** A submission and the market that it is decided on. */
    public record Ticket(Submission submission, MarketSnapshot market) {}

    /** One order as a submission of its own. */
    public static Ticket single(TradeOrder order) {
        return new Ticket(submission("B-" + order.id(), List.of(order)), market(List.of(order)));
    }

    /** Orders of one desk as one basket. */
    public static Ticket basket(List<TradeOrder> orders) {
        return new Ticket(submission("B-1", orders), market(orders));
    }

    /** The same order under another id, as the next one that comes in; the market is the same. */
    public static Ticket renamed(Ticket ticket, String id) {
        Submission old = ticket.submission;
        OrderLine line = old.lines().get(0);
        OrderLine own = new OrderLine(
                line.number(), id, line.symbol(), line.side(), line.quantity(), line.limitPrice(), line.effect());
        return new Ticket(
                new Submission(
                        id, old.requester(), old.desk(), old.location(), old.flow(), old.intended(), List.of(own)),
                ticket.market);
    }

    private static Submission submission(String basket, List<TradeOrder> orders) {
        List<OrderLine> lines = new ArrayList<>(orders.size());
        for (TradeOrder order : orders) {
            lines.add(new OrderLine(
                    lines.size() + 1,
                    order.id(),
                    order.symbol(),
                    Side.valueOf(order.side()),
                    Given.whole(order.quantity()),
                    new Given.Amount(order.priceMicros()),
                    Optional.of(order.effect())));
        }
        TradeOrder first = orders.get(0);
        return new Submission(
                basket,
                TRADER,
                Optional.of(first.desk()),
                Optional.of("London"),
                Optional.of(first.flow()),
                Optional.empty(),
                lines);
    }

    private static MarketSnapshot market(List<TradeOrder> orders) {
        Map<String, MarketSnapshot.Instrument> instruments = new TreeMap<>();
        orders.forEach(order -> instruments.computeIfAbsent(order.symbol(), symbol -> instrument(order)));
        return new MarketSnapshot("benchmark prices", instruments, Map.of());
    }

    private static MarketSnapshot.Instrument instrument(TradeOrder order) {
        return new MarketSnapshot.Instrument(
                order.symbol(),
                order.venue(),
                USD,
                new Given.Amount(order.marketMicros()),
                TradeOrders.AT,
                new Given.Amount(order.adv() * Exact.ONE),
                TradeOrders.AT,
                ADV_DAYS,
                Optional.of(new MarketSnapshot.Outstanding(
                        new Given.Amount(order.outstanding() * Exact.ONE), TradeOrders.AT)),
                Optional.of(new MarketSnapshot.TradingState(order.state(), TradeOrders.AT)));
    }
}
