package org.portcullis.app.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** Writes the baskets of the month's events. Mutable; owned by one thread. */
final class Tickets {
    private static final CurrencyCode USD = new CurrencyCode("USD");

    private final TradingFloor floor;
    private final MonthMarket market;
    private int baskets;

    Tickets(TradingFloor floor, MonthMarket market) {
        this.floor = floor;
        this.market = market;
    }

    /** A line of a basket. */
    record Line(String symbol, Side side, Given quantity, Given limit) {}

    /** A basket as somebody submits it. */
    record Ticket(Desk desk, String trader, String basket, long intendedDollars, List<Line> lines) {
        Ticket {
            lines = List.copyOf(lines);
        }

        /** The id of an order. */
        String order(int line) {
            return basket + "-" + line;
        }

        /** The shares of a line. */
        long shares(int line) {
            return lines.get(line - 1).quantity() instanceof Given.Amount amount ? amount.micros() / Exact.ONE : 1;
        }

        /** The same basket with other lines. */
        Ticket with(List<Line> others) {
            return new Ticket(desk, trader, basket, intendedDollars, others);
        }
    }

    /** A buy order worth about so many dollars. */
    Line buy(String symbol, long dollars) {
        return new Line(symbol, Side.BUY, Given.whole(market.listing(symbol).shares(dollars)), Given.parse(""));
    }

    /** A single order. */
    Ticket single(Desk desk, String trader, Line line) {
        return new Ticket(desk, trader, next(), 0, List.of(line));
    }

    /** So many buy orders of the same worth, one in each instrument of the desk in turn. */
    Ticket basket(Desk desk, String trader, int count, long dollarsEach) {
        return new Ticket(desk, trader, next(), count * dollarsEach, lines(desk, count, dollarsEach));
    }

    /** Lines of the same worth, one in each instrument of the desk in turn. */
    List<Line> lines(Desk desk, int count, long dollarsEach) {
        List<MonthMarket.Listing> listings = market.of(desk);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(buy(listings.get(i % listings.size()).symbol(), dollarsEach));
        }
        return lines;
    }

    /** Submits a basket now. */
    TradingFloor.Placed submit(Ticket ticket) throws EngineFailure {
        return submit(ticket, 0);
    }

    /** Submits a basket now with market data that is so many seconds old. */
    TradingFloor.Placed submit(Ticket ticket, long oldSeconds) throws EngineFailure {
        List<OrderLine> lines = new ArrayList<>();
        for (Line line : ticket.lines()) {
            int number = lines.size() + 1;
            lines.add(new OrderLine(
                    number,
                    ticket.order(number),
                    line.symbol(),
                    line.side(),
                    line.quantity(),
                    line.limit(),
                    Optional.of("INCREASING")));
        }
        Submission submission = new Submission(
                ticket.basket(),
                ticket.trader(),
                Optional.of(ticket.desk().desk()),
                Optional.of(ticket.desk().location()),
                Optional.of(ticket.desk().flow()),
                ticket.intendedDollars() == 0
                        ? Optional.empty()
                        : Optional.of(new Value.Money(Math.multiplyExact(ticket.intendedDollars(), Exact.ONE), USD)),
                lines);
        List<String> symbols =
                ticket.lines().stream().map(Line::symbol).distinct().toList();
        TradingFloor.Placed placed = floor.submit(
                submission, market.snapshot(ticket.desk(), symbols, floor.now().minusSeconds(oldSeconds)));
        floor.present(placed.submission(), placed.outcome());
        return placed;
    }

    /** Submits a basket now; once it is released, algorithms work its orders, and all of them are executed within minutes. */
    TradingFloor.Placed submitAndExecute(Ticket ticket) throws EngineFailure {
        floor.afterwards(ticket.basket(), () -> {
            List<Command> commands = new ArrayList<>();
            for (int line = 1; line <= ticket.lines().size(); line++) {
                commands.add(quote(ticket, line));
                commands.add(new Command.Report(new WorkEvent.Sent(ticket.order(line), "VWAP-" + ticket.basket())));
                commands.add(message(ticket.order(line), 1, ticket.shares(line)));
            }
            floor.handleAll(commands);
            for (int line = 1; line <= ticket.lines().size(); line++) {
                int filled = line;
                floor.in(40 + 15L * line, () -> fill(ticket, filled));
            }
        });
        return submit(ticket);
    }

    private void fill(Ticket ticket, int line) throws EngineFailure {
        if (floor.front()
                .order(ticket.order(line))
                .filter(order -> order.phase().isOut())
                .isPresent()) {
            floor.handleAll(List.of(quote(ticket, line), executed(ticket, line, 1, ticket.shares(line))));
        }
    }

    private Command quote(Ticket ticket, int line) {
        return new Command.Report(market.quote(ticket.lines().get(line - 1).symbol(), ticket.shares(line), 0, "OPEN"));
    }

    /** Asks whether a child order may go to the market. */
    static Command message(String order, int child, long shares) {
        return new Command.Report(new WorkEvent.Message(
                "M-" + order + "-" + child,
                WorkEvent.Message.Kind.NEW,
                order,
                "C-" + order + "-" + child,
                OptionalLong.of(Math.multiplyExact(Math.max(1, shares), Exact.ONE))));
    }

    /** Reports that so much of a child order was executed at the price of the day. */
    Command executed(Ticket ticket, int line, int child, long shares) {
        String order = ticket.order(line);
        return new Command.Report(new WorkEvent.Executed(
                order,
                "E-" + order + "-" + child,
                Optional.of("C-" + order + "-" + child),
                Math.multiplyExact(Math.max(1, shares), Exact.ONE),
                market.listing(ticket.lines().get(line - 1).symbol()).priceMicros()));
    }

    private String next() {
        return String.format(Locale.ROOT, "K-%03d", ++baskets);
    }
}
