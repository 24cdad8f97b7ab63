package org.portcullis.app.month;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Stage;
import org.portcullis.model.value.Exact;

/** What the desks do all day: single orders of sizes that nobody has to look at, and now and then one that raises a warning. Mutable; owned by one thread. */
final class OrdinaryFlow {
    private static final LocalTime FIRST = LocalTime.of(8, 5);
    private static final LocalTime LAST = LocalTime.of(20, 45);
    private static final int BATCHES_A_DAY = 2_400;
    private static final int AT_ONCE = 4;
    private static final int MANY_AT_ONCE = 32;
    private static final int WORKED = 20_000;
    private static final int WARNED = 70;
    private static final long DESK_DAY_DOLLARS = 800_000_000;
    private static final long MOST_DOLLARS = 1_500_000;
    private static final int SECONDS_TO_EXECUTE = 50;

    private final TradingFloor floor;
    private final MonthMarket market;
    private final MonthPlan plan;
    private final Random random;
    private int orders;

    OrdinaryFlow(TradingFloor floor, MonthMarket market, MonthPlan plan, Random random) {
        this.floor = floor;
        this.market = market;
        this.plan = plan;
        this.random = random;
    }

    /** Puts the business of a day into the agenda; orders that come at one instant are made durable together. */
    void plan(LocalDate day, int count) {
        int batches = Math.max(1, Math.min(count / (plan.ordersOnly() ? MANY_AT_ONCE : AT_ONCE), BATCHES_A_DAY));
        long span = FIRST.until(LAST, java.time.temporal.ChronoUnit.MILLIS);
        long[] times = random.longs(batches, 0, span).toArray();
        Arrays.sort(times);
        long mostDollars = Math.max(2_000, Math.min(MOST_DOLLARS, DESK_DAY_DOLLARS / Math.max(1, count / 4)));
        for (int batch = 0; batch < batches; batch++) {
            int size = count / batches + (batch < count % batches ? 1 : 0);
            LocalTime time = FIRST.plusNanos(times[batch] * 1_000_000);
            floor.at(MonthPlan.at(day, time), () -> submit(time, size, mostDollars));
        }
    }

    private void submit(LocalTime time, int size, long mostDollars) throws EngineFailure {
        Set<String> pulled = floor.front().pulledSwitches();
        List<Desk> open = Arrays.stream(Desk.values())
                .filter(desk -> desk.isOpen(time) && (pulled.isEmpty() || desk.isEquities()))
                .toList();
        if (open.isEmpty()) {
            floor.in(60, () -> submit(time, size, mostDollars));
            return;
        }
        List<Order> placed = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            placed.add(order(open.get(random.nextInt(open.size())), mostDollars));
        }
        List<TradingFloor.Placed> results =
                floor.submit(placed.stream().map(Order::submit).toList());
        List<Going> going = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            TradingFloor.Placed result = results.get(i);
            Optional<Command> token = TradingFloor.presented(result.submission(), result.outcome());
            if (token.isPresent()) {
                going.add(new Going(placed.get(i), token.get()));
            } else {
                String trader = placed.get(i).trader();
                floor.acknowledgeAll(
                        result, trader, "client order, read back to the client", 15 + random.nextInt(180), 10);
            }
        }
        floor.in(1, () -> send(going));
    }

    /** One order that comes in. */
    private record Order(String id, String trader, MonthMarket.Listing listing, long shares, Command.Submit submit) {
        boolean isWorked(int decisions) {
            return decisions <= WORKED || Math.floorMod(id.hashCode(), decisions / WORKED + 1) == 0;
        }
    }

    /** One order that is released. */
    private record Going(Order order, Command token) {}

    private Order order(Desk desk, long mostDollars) {
        List<MonthMarket.Listing> listings = market.of(desk);
        MonthMarket.Listing listing = listings.get(random.nextInt(listings.size()));
        String trader = desk.traders().get(random.nextInt(desk.traders().size()));
        boolean large = desk.isEquities() && random.nextInt(Math.max(WARNED, plan.decisions() / WARNED)) == 0;
        long dollars = large ? 10_500_000 + random.nextInt(6_000_000) : 1_000 + random.nextLong(mostDollars);
        long shares = listing.shares(dollars);
        String id = String.format(Locale.ROOT, "O-%07d", ++orders);
        OrderLine line = new OrderLine(
                1,
                id,
                listing.symbol(),
                random.nextBoolean() ? Side.BUY : Side.SELL,
                Given.whole(shares),
                Given.parse(""),
                Optional.of(random.nextInt(3) == 0 ? "REDUCING" : "INCREASING"));
        Submission submission = floor.concealed(new Submission(
                "B-" + id.substring(2),
                trader,
                Optional.of(desk.desk()),
                Optional.of(desk.location()),
                Optional.of(desk.flow()),
                Optional.empty(),
                List.of(line)));
        return new Order(
                id,
                trader,
                listing,
                shares,
                new Command.Submit(
                        submission, market.snapshot(desk, List.of(listing.symbol()), floor.now()), Stage.RELEASED));
    }

    private void send(List<Going> going) throws EngineFailure {
        List<Command> commands = new ArrayList<>();
        List<Order> worked = new ArrayList<>();
        for (Going each : going) {
            commands.add(each.token());
            Order order = each.order();
            if (!plan.ordersOnly() && order.isWorked(plan.decisions())) {
                worked.add(order);
                commands.add(new Command.Report(market.quote(order.listing().symbol(), order.shares(), 0, "OPEN")));
                commands.add(new Command.Report(new WorkEvent.Sent(order.id(), "VWAP-" + order.id())));
                commands.add(new Command.Report(new WorkEvent.Message(
                        "M-" + order.id(),
                        WorkEvent.Message.Kind.NEW,
                        order.id(),
                        "C-" + order.id(),
                        OptionalLong.of(Math.multiplyExact(order.shares(), Exact.ONE)))));
            }
        }
        floor.handleAll(commands);
        if (!worked.isEmpty()) {
            floor.in(10 + random.nextInt(SECONDS_TO_EXECUTE), () -> execute(worked));
        }
    }

    private void execute(List<Order> worked) throws EngineFailure {
        List<Command> commands = new ArrayList<>();
        for (Order order : worked) {
            commands.add(new Command.Report(
                    market.quote(order.listing().symbol(), order.shares(), random.nextInt(61) - 30, "OPEN")));
            commands.add(new Command.Report(new WorkEvent.Executed(
                    order.id(),
                    "E-" + order.id(),
                    Optional.of("C-" + order.id()),
                    Math.multiplyExact(order.shares(), Exact.ONE),
                    order.listing().priceMicros())));
        }
        floor.handleAll(commands);
    }
}
