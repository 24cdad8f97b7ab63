package org.portcullis.app.scenario.flight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.app.scenario.ConcealedEngine;
import org.portcullis.app.scenario.DecisionOf;
import org.portcullis.app.scenario.Scenario;
import org.portcullis.app.scenario.UsualOutcome;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.Instruction;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.OrderView;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.PollReply;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.flow.SubmissionView;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.engine.work.Stop;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/**
 * Plays what algos mean to do with a basket against an engine, second by second, and does what the engine instructs.
 *
 * <p>An algo asks before each message and stops for good where it is refused or suspended; a child order that was never entered, or was taken back, is never
 * filled. Nobody acts but the trader, who acknowledges everything at once, sends the basket, and cancels at last. Mutable; owned by one thread.
 */
public final class Flight {
    private static final Duration ACKNOWLEDGED_AFTER = Duration.ofSeconds(12);
    private static final Duration PRESENTED_AFTER = Duration.ofSeconds(50);
    private static final int DEADLINES = 1_000;
    private static final int CONFIRMED_WITHIN = 4;

    private final FlightPlan plan;
    private final Command.Submit submit;
    private final Optional<Scenario.HandOver> handOver;
    private final ConcealedEngine desk;
    private final OrderEngine engine;
    private final Instant at;
    private final String trader;
    private final Set<String> out = new HashSet<>();
    private final Set<String> still = new HashSet<>();
    private final Set<String> entered = new HashSet<>();
    private final Map<String, Stop> stops = new LinkedHashMap<>();
    private final TreeMap<Integer, List<String>> confirmations = new TreeMap<>();
    private final List<FlightResult.Event> events = new ArrayList<>();
    private final FlightTally tally = new FlightTally();
    private String submission = "";

    /**
     * Prepares a flight.
     *
     * @param handOver the duty that changes hands before
     * @param submit the basket, as it is submitted at {@code at}
     * @param desk with the policy in force
     */
    public Flight(
            FlightPlan plan,
            Command.Submit submit,
            Optional<Scenario.HandOver> handOver,
            ConcealedEngine desk,
            Instant at) {
        this.plan = plan;
        this.handOver = handOver;
        this.submit = submit;
        this.desk = desk;
        this.engine = desk.engine();
        this.at = at;
        this.trader = submit.submission().requester();
    }

    /**
     * Plays it to its end.
     *
     * @throws EngineFailure if the journal does not take an entry
     */
    public FlightResult play() throws EngineFailure {
        handOver();
        Decision decision = release();
        int next = 0;
        for (int second = plan.steps().isEmpty() ? 0 : plan.steps().get(0).second(); second <= plan.until(); second++) {
            poll(second);
            List<FlightPlan.Step> now = new ArrayList<>();
            while (next < plan.steps().size() && plan.steps().get(next).second() == second) {
                now.add(plan.steps().get(next++));
            }
            if (second == plan.gaveUp() && !out.isEmpty()) {
                giveUp(second);
            }
            act(now, second);
            confirm(second);
        }
        return new FlightResult(decision, orders(decision), events, tally, at);
    }

    private void handOver() throws EngineFailure {
        if (handOver.isEmpty()) {
            return;
        }
        Scenario.HandOver duty = handOver.get();
        Instant when = at.minus(duty.before());
        desk.handle(
                new Command.OfferHandOver(
                        duty.role(),
                        "",
                        duty.from(),
                        duty.to(),
                        Optional.empty(),
                        "scheduled leave",
                        when.plus(PRESENTED_AFTER)),
                when);
        for (HandOver offered : engine.handOvers()) {
            desk.handle(new Command.AcceptHandOver(offered.id(), duty.to()), when);
        }
        event((int) -duty.before().toSeconds(), FlightResult.What.HANDED_OVER, 0, 0, duty.from() + " to " + duty.to());
    }

    /** The trader clears the warnings with one act and sends the basket. */
    private Decision release() throws EngineFailure {
        Outcome first = desk.handle(submit, at).outcome();
        Decision decision = first.match(new DecisionOf());
        Optional<SubmissionView> waiting = first.match(new WaitingOf());
        event(
                0,
                FlightResult.What.SUBMITTED,
                decision.notional().map(Value.Money::micros).orElse(0L),
                decision.lines().size(),
                "");
        if (waiting.isPresent()) {
            submission = waiting.get().id();
            JsonObject token = desk.handle(
                            new Command.Acknowledge(
                                    submission,
                                    trader,
                                    new Command.Selection.All(),
                                    "",
                                    "",
                                    waiting.get().shown().orElseThrow().textDigest()),
                            at.plus(ACKNOWLEDGED_AFTER))
                    .outcome()
                    .match(new TokenOf());
            event(
                    (int) ACKNOWLEDGED_AFTER.toSeconds(),
                    FlightResult.What.ACKNOWLEDGED,
                    0,
                    waiting.get().outstanding().size(),
                    "");
            desk.handle(
                    new Command.PresentToken(token, SubmissionJson.digest(desk.submission(submit.submission()))),
                    at.plus(PRESENTED_AFTER));
        }
        for (OrderView order : engine.orders(submission)) {
            if (order.phase() == OrderPhase.RELEASED) {
                out.add(order.id());
            }
        }
        event((int) PRESENTED_AFTER.toSeconds(), FlightResult.What.RELEASED, openOf(out), out.size(), "");
        return decision;
    }

    private void poll(int second) throws EngineFailure {
        PollReply reply = engine.poll(time(second), DEADLINES);
        obey(reply.instructions(), second);
    }

    private void act(List<FlightPlan.Step> steps, int second) throws EngineFailure {
        List<FlightPlan.Step> asked = steps.stream().filter(this::means).toList();
        List<Command> commands =
                asked.stream().map(step -> step.match(new Asking())).toList();
        List<Reply> replies = engine.handleAll(commands, time(second));
        for (int i = 0; i < replies.size(); i++) {
            boolean goes = !replies.get(i).outcome().match(new RefusedOf());
            asked.get(i).match(new Learning(goes, second));
            obey(replies.get(i).instructions(), second);
        }
    }

    /** Whether the algo still means to do it. */
    private boolean means(FlightPlan.Step step) {
        return step.match(new FlightPlan.Step.Cases<>() {
            @Override
            public Boolean send(FlightPlan.Send send) {
                return out.contains(send.order());
            }

            @Override
            public Boolean child(FlightPlan.Child child) {
                return out.contains(child.order()) && !still.contains(child.order());
            }

            @Override
            public Boolean fill(FlightPlan.Fill fill) {
                return out.contains(fill.order()) && !still.contains(fill.order()) && entered.contains(fill.child());
            }

            @Override
            public Boolean market(FlightPlan.Market market) {
                return !out.isEmpty();
            }
        });
    }

    private void giveUp(int second) throws EngineFailure {
        Reply reply =
                desk.handle(new Command.Cancel(Target.WHOLE_BASKET, submission, trader, "wrong basket"), time(second));
        event(second, FlightResult.What.TRADER_CANCELS, openOf(out), out.size(), trader);
        obey(reply.instructions(), second);
    }

    private void obey(List<Instruction> instructions, int second) {
        instructions.forEach(instruction -> instruction.match(new Obeying(second)));
    }

    /** Venues confirm cancellations within seconds. */
    private void confirm(int second) throws EngineFailure {
        List<String> ended = confirmations.headMap(second, true).values().stream()
                .flatMap(List::stream)
                .distinct()
                .filter(out::contains)
                .toList();
        confirmations.headMap(second, true).clear();
        if (ended.isEmpty()) {
            return;
        }
        List<Command> reports = new ArrayList<>();
        ended.forEach(
                order -> reports.add(new Command.Report(new WorkEvent.Ended(order, WorkEvent.Ended.How.CANCELLED))));
        engine.handleAll(reports, time(second));
        out.removeAll(ended);
        if (out.isEmpty()) {
            event(second, FlightResult.What.OVER, 0, 0, "");
        }
    }

    private List<FlightResult.Line> orders(Decision decision) {
        Map<String, OrderView> views = new TreeMap<>();
        engine.orders(submission).forEach(order -> views.put(order.id(), order));
        return decision.lines().stream()
                .map(line -> new FlightResult.Line(
                        line,
                        Optional.ofNullable(views.get(line.orderId())),
                        Optional.ofNullable(stops.get(line.orderId()))))
                .toList();
    }

    private long openOf(Set<String> orders) {
        return orders.stream()
                .map(engine::order)
                .flatMap(Optional::stream)
                .mapToLong(order -> order.openNotionalMicros().orElse(0))
                .sum();
    }

    /** Notes what happened; the same once more in the same second is one event, since long lists of orders come in parts. */
    private void event(int second, FlightResult.What what, long micros, int orders, String by) {
        FlightResult.Event last = events.isEmpty() ? null : events.get(events.size() - 1);
        if (last != null
                && last.what() == what
                && last.at().equals(time(second))
                && last.by().equals(by)) {
            events.set(
                    events.size() - 1,
                    new FlightResult.Event(
                            last.at(),
                            what,
                            last.micros() + micros,
                            last.orders() + orders,
                            by,
                            last.executedMicros()));
            return;
        }
        events.add(new FlightResult.Event(time(second), what, micros, orders, by, tally.executedMicros()));
    }

    private Instant time(int second) {
        return at.plusSeconds(second);
    }

    /** Turns what an algo means to do into what the engine is asked. */
    private static final class Asking implements FlightPlan.Step.Cases<Command> {

        @Override
        public Command send(FlightPlan.Send step) {
            return new Command.Report(new WorkEvent.Sent(step.order(), step.strategy()));
        }

        @Override
        public Command child(FlightPlan.Child step) {
            return new Command.Report(new WorkEvent.Message(
                    step.message(),
                    step.first() ? WorkEvent.Message.Kind.NEW : WorkEvent.Message.Kind.REPLACE,
                    step.order(),
                    step.child(),
                    OptionalLong.of(Math.multiplyExact(step.shares(), Exact.ONE))));
        }

        @Override
        public Command fill(FlightPlan.Fill step) {
            return new Command.Report(new WorkEvent.Executed(
                    step.order(),
                    step.execution(),
                    Optional.of(step.child()),
                    Math.multiplyExact(step.shares(), Exact.ONE),
                    step.priceMicros()));
        }

        @Override
        public Command market(FlightPlan.Market step) {
            OptionalLong volume = step.volumeShares().isPresent()
                    ? OptionalLong.of(Math.multiplyExact(step.volumeShares().getAsLong(), Exact.ONE))
                    : OptionalLong.empty();
            return new Command.Report(
                    new WorkEvent.Market(step.symbol(), OptionalLong.of(step.priceMicros()), volume, Optional.empty()));
        }
    }

    /** Takes note of what the engine answered. */
    private final class Learning implements FlightPlan.Step.Cases<Boolean> {
        private final boolean goes;
        private final int second;

        Learning(boolean goes, int second) {
            this.goes = goes;
            this.second = second;
        }

        @Override
        public Boolean send(FlightPlan.Send step) {
            if (!goes) {
                out.remove(step.order());
                tally.refusedOnArrival(step.order());
            }
            return goes;
        }

        @Override
        public Boolean child(FlightPlan.Child step) {
            tally.message(goes);
            if (goes) {
                entered.add(step.child());
            } else {
                still.add(step.order());
            }
            return goes;
        }

        @Override
        public Boolean fill(FlightPlan.Fill step) {
            tally.fill(
                    engine.order(step.order())
                            .map(order -> order.executedNotionalMicros().orElse(0))
                            .orElse(0L),
                    step.order(),
                    time(second));
            return goes;
        }

        @Override
        public Boolean market(FlightPlan.Market step) {
            tally.market(step);
            return goes;
        }
    }

    /** Does what the engine instructs. */
    private final class Obeying implements Instruction.Cases<Boolean> {
        private final int second;

        Obeying(int second) {
            this.second = second;
        }

        @Override
        public Boolean suspend(Instruction.Suspend instruction) {
            Stop stop = instruction.stop();
            long open = openOf(Set.copyOf(instruction.orders()));
            boolean first = stops.isEmpty();
            instruction.orders().forEach(order -> stops.putIfAbsent(order, stop));
            if (stop.target() == Target.WHOLE_BASKET && stop.action() == Action.SUSPEND) {
                event(
                        second,
                        FlightResult.What.BASKET_SUSPENDED,
                        open,
                        instruction.orders().size(),
                        stop.control().text());
            } else if (first) {
                event(
                        second,
                        FlightResult.What.FIRST_SUSPENSION,
                        open,
                        instruction.orders().size(),
                        stop.control().text());
            }
            return still.addAll(instruction.orders());
        }

        @Override
        public Boolean resume(Instruction.Resume instruction) {
            return still.removeAll(instruction.orders());
        }

        @Override
        public Boolean tell(Instruction.Tell instruction) {
            tally.told(instruction);
            return true;
        }

        @Override
        public Boolean cancel(Instruction.Cancel instruction) {
            still.addAll(instruction.orders());
            String by = desk.id(instruction.by());
            if (!by.equals(trader)) {
                event(
                        second,
                        FlightResult.What.BASKET_CANCELLED,
                        openOf(Set.copyOf(instruction.orders())),
                        instruction.orders().size(),
                        by);
            }
            int number = 0;
            for (String order : instruction.orders()) {
                confirmations
                        .computeIfAbsent(second + 1 + number++ % CONFIRMED_WITHIN, first -> new ArrayList<>())
                        .add(order);
            }
            return true;
        }
    }

    /** Whether it was refused. */
    private static final class RefusedOf extends UsualOutcome<Boolean> {
        RefusedOf() {
            super(false);
        }

        @Override
        public Boolean refused(Outcome.Refused outcome) {
            return true;
        }
    }

    /** The submission that waits, or is released. */
    private static final class WaitingOf extends UsualOutcome<Optional<SubmissionView>> {
        WaitingOf() {
            super(Optional.empty());
        }

        @Override
        public Optional<SubmissionView> waiting(Outcome.Waiting outcome) {
            return Optional.of(outcome.submission());
        }
    }

    /** The token of a release. */
    private static final class TokenOf extends UsualOutcome<JsonObject> {
        TokenOf() {
            super(JsonObject.EMPTY);
        }

        @Override
        public JsonObject released(Outcome.Released outcome) {
            return outcome.envelope();
        }
    }
}
