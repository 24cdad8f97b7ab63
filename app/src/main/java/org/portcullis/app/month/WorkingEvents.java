package org.portcullis.app.month;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.approval.Statement.Action;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.Exact;

/** What happens in the month to orders that algorithms work. */
final class WorkingEvents {
    private static final int MILLION = 1_000_000;

    private final TradingFloor floor;
    private final MonthMarket market;
    private final MonthPlan plan;
    private final Tickets tickets;

    WorkingEvents(TradingFloor floor, MonthMarket market, MonthPlan plan, Tickets tickets) {
        this.floor = floor;
        this.market = market;
        this.plan = plan;
        this.tickets = tickets;
    }

    private void on(int day, String time, TradingFloor.Act act) {
        floor.at(at(day, time), act);
    }

    private Instant at(int day, String time) {
        return MonthPlan.at(plan.days().get(day), time);
    }

    private Tickets.Ticket single(String symbol, long dollars) {
        return tickets.single(Desk.EQUITIES_LONDON, "p-hale", tickets.buy(symbol, dollars));
    }

    /** An order stops because its price runs away, and goes on when people say so. */
    void suspension(int day) {
        on(day, "11:00", () -> {
            Tickets.Ticket ticket = single("CEDAR.L", 6 * MILLION);
            tickets.submit(ticket);
            floor.in(4, () -> work(ticket, 1));
            floor.in(90, () -> quote(ticket, 1, 420, "OPEN"));
            floor.in(400, () -> letGoOn(ticket.order(1), "p-stone", List.of("p-okafor")));
            floor.in(520, () -> finish(ticket, 1));
        });
    }

    /** An algorithm takes an order and sends half of it to the market. */
    private void work(Tickets.Ticket ticket, int line) throws EngineFailure {
        String order = ticket.order(line);
        floor.handleAll(List.of(
                new Command.Report(market.quote(ticket.lines().get(line - 1).symbol(), ticket.shares(line), 0, "OPEN")),
                new Command.Report(new WorkEvent.Sent(order, "VWAP-" + ticket.basket())),
                Tickets.message(order, 1, ticket.shares(line) / 2)));
    }

    private void quote(Tickets.Ticket ticket, int line, int basisPoints, String state) throws EngineFailure {
        floor.handle(new Command.Report(
                market.quote(ticket.lines().get(line - 1).symbol(), ticket.shares(line), basisPoints, state)));
    }

    /** The rest of an order is sent and all of it is executed. */
    private void finish(Tickets.Ticket ticket, int line) throws EngineFailure {
        long first = ticket.shares(line) / 2;
        long rest = ticket.shares(line) - first;
        floor.handleAll(List.of(
                new Command.Report(
                        market.quote(ticket.lines().get(line - 1).symbol(), ticket.shares(line), 60, "OPEN")),
                tickets.executed(ticket, line, 1, first),
                Tickets.message(ticket.order(line), 2, rest),
                tickets.executed(ticket, line, 2, rest)));
    }

    /** People let go of everything that holds an order. */
    private void letGoOn(String order, String person, List<String> signers) throws EngineFailure {
        for (String stop : floor.stopsOf(order)) {
            floor.letGo(stop, person, "the price has come back and the client wants it done", signers);
        }
    }

    /** A strategy sends more messages in a second than it may. */
    void strategyStops(int day) {
        on(day, "10:20", () -> {
            Tickets.Ticket ticket =
                    tickets.single(Desk.DELTA_ONE_LONDON, "p-moss", tickets.buy("ACACIA.PA", 9 * MILLION));
            tickets.submit(ticket);
            floor.in(4, () -> work(ticket, 1));
            floor.in(30, () -> {
                List<Command> burst = new ArrayList<>();
                burst.add(new Command.Report(market.quote("ACACIA.PA", ticket.shares(1), 5, "OPEN")));
                for (int message = 10; message < 66; message++) {
                    burst.add(Tickets.message(ticket.order(1), message, 1));
                }
                floor.handleAll(burst);
            });
            floor.in(300, () -> letGoOn(ticket.order(1), "p-mann", List.of("p-roy")));
            floor.in(
                    420,
                    () -> floor.handle(
                            new Command.Cancel(Target.ORDER, ticket.order(1), "p-moss", "the rest is done by hand")));
        });
    }

    /** Alerts are not answered until a basket is cancelled. */
    void silence(int day) {
        floor.quiet(at(day, "11:00"), Duration.ofMinutes(20));
        on(day, "11:02", () -> {
            Tickets.Ticket ticket = tickets.basket(Desk.DELTA_ONE_LONDON, "p-varga", 8, 3 * MILLION);
            tickets.submit(ticket);
            floor.in(4, () -> {
                for (int line = 1; line <= 8; line++) {
                    work(ticket, line);
                }
            });
            floor.in(60, () -> quote(ticket, 2, 920, "OPEN"));
        });
    }

    /** A kill switch is pulled while orders are worked. */
    void pulledSwitch(int day) {
        on(day, "15:50", () -> {
            Tickets.Ticket ticket = tickets.basket(Desk.DELTA_ONE_LONDON, "p-moss", 6, 4 * MILLION);
            tickets.submit(ticket);
            floor.in(4, () -> {
                for (int line = 1; line <= 6; line++) {
                    work(ticket, line);
                }
            });
        });
        on(
                day,
                "15:56",
                () -> floor.handle(new Command.PullSwitch(
                        new ControlId("D1-KILL"), "p-moss", "the algorithm answers to orders that nobody gave")));
        on(
                day,
                "15:58",
                () -> tickets.submit(
                        tickets.single(Desk.DELTA_ONE_LONDON, "p-varga", tickets.buy("CHARME.PA", MILLION))));
        on(day, "16:15", () -> {
            String petition = TradingFloor.petition(floor.handle(
                    new Command.AskReEnabling("D1-KILL", "p-moss", "the algorithm was replaced by its last version")));
            floor.in(60, () -> floor.vote(petition, "p-moss", Action.APPROVE, "tested"));
            floor.in(120, () -> floor.vote(petition, "p-okafor", Action.APPROVE, "test results seen"));
            floor.in(200, () -> floor.vote(petition, "p-novak", Action.APPROVE, "test results seen"));
        });
    }

    /** An instrument is halted while an order of it is worked. */
    void halt(int day) {
        on(day, "13:05", () -> {
            Tickets.Ticket ticket = single("EIBE.DE", 5 * MILLION);
            tickets.submit(ticket);
            floor.in(4, () -> work(ticket, 1));
            floor.in(120, () -> quote(ticket, 1, -50, "HALTED"));
            floor.in(1_500, () -> quote(ticket, 1, -80, "OPEN"));
            floor.in(1_520, () -> letGoOn(ticket.order(1), "p-hale", List.of("p-mann")));
            floor.in(1_710, () -> finish(ticket, 1));
        });
    }

    /** A fill is undone, and an amendment is refused. */
    void correctedFills(int day) {
        on(day, "11:40", () -> {
            Tickets.Ticket ticket = single("BOULEAU.PA", 4 * MILLION);
            tickets.submit(ticket);
            floor.in(4, () -> work(ticket, 1));
            floor.in(60, () -> quote(ticket, 1, 10, "OPEN"));
            floor.in(62, () -> floor.handleAll(List.of(tickets.executed(ticket, 1, 1, ticket.shares(1) / 2))));
            floor.in(
                    200,
                    () -> floor.handle(
                            new Command.Report(new WorkEvent.Busted(ticket.order(1), "E-" + ticket.order(1) + "-1"))));
            floor.in(
                    260,
                    () -> floor.handle(new Command.Report(new WorkEvent.Amended(
                            ticket.order(1), Math.multiplyExact(ticket.shares(1) * 8, Exact.ONE)))));
            floor.in(
                    400,
                    () -> floor.handle(new Command.Cancel(
                            Target.ORDER, ticket.order(1), "p-hale", "the client takes the rest back")));
        });
    }
}
