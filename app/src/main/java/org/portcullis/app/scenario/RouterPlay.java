package org.portcullis.app.scenario;

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
import org.portcullis.app.scenario.RouterStream.Child;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.Instruction;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.flow.Reply;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.Exact;

/**
 * Lets a router work the orders of one run, and tells the engine of it.
 *
 * <p>What the router does within {@link #TICK} is told together. A router that asks sends what it may; one that does not sends everything until, some time
 * after the engine has said so, somebody takes its orders off it, or all of them where its strategy is stopped. Mutable; owned by one thread, used once.
 */
final class RouterPlay {
    /** Within this time events are told together. */
    static final Duration TICK = Duration.ofMillis(50);

    /** So long after the router began nobody answers an alert. */
    static final Duration SILENCE = Duration.ofMinutes(6);

    private static final int DEADLINES = 1_000;
    private static final Duration UNTIL_EXECUTED = Duration.ofMillis(5);

    private final OrderEngine engine;
    private final Scenario.Router router;
    private final String strategy;
    private final Instant begin;
    private Instant latest;
    private final Map<String, Long> executed = new TreeMap<>();
    private final TreeMap<String, Integer> refused = new TreeMap<>();
    private final Set<String> takenOff = new HashSet<>();
    private final List<TakenOff> orders = new ArrayList<>();
    private final Map<String, Duration> told = new LinkedHashMap<>();
    private Optional<Duration> cancelled = Optional.empty();
    private Optional<Instant> off = Optional.empty();
    private Optional<RouterResult.Stopped> first = Optional.empty();
    private int sent;
    private int executions;
    private long notional;

    /** Orders that are taken off the router at some time. */
    private record TakenOff(Instant at, List<String> orders) {}

    /**
     * Prepares a router.
     *
     * @param strategy the id of the router's instance
     * @param begin when its first order goes
     */
    RouterPlay(OrderEngine engine, Scenario.Router router, String strategy, Instant begin) {
        this.engine = engine;
        this.router = router;
        this.strategy = strategy;
        this.begin = begin;
        this.latest = begin;
    }

    /** Sends the released lines to the router and plays until it is done. */
    RouterResult play(List<OrderLine> parents, MarketSnapshot market) throws EngineFailure {
        List<Command> arrivals = new ArrayList<>();
        parents.forEach(parent -> arrivals.add(new Command.Report(new WorkEvent.Sent(parent.orderId(), strategy))));
        tell(arrivals, begin);
        List<Child> children = RouterStream.of(router, parents, market);
        for (int from = 0; from < children.size(); ) {
            long tick = children.get(from).after().toNanos() / TICK.toNanos();
            int to = from;
            while (to < children.size() && children.get(to).after().toNanos() / TICK.toNanos() == tick) {
                to++;
            }
            work(children.subList(from, to), begin.plus(TICK.multipliedBy(tick + 1)));
            from = to;
        }
        for (int seconds = 1; seconds <= SILENCE.toSeconds(); seconds++) {
            Instant at = begin.plusSeconds(seconds);
            if (at.isAfter(latest)) {
                obey(engine.poll(at, DEADLINES).instructions(), at);
            }
        }
        return result(parents);
    }

    private void work(List<Child> children, Instant at) throws EngineFailure {
        orders.stream().filter(each -> !each.at().isAfter(at)).forEach(each -> takenOff.addAll(each.orders()));
        if (off.filter(from -> !from.isAfter(at)).isPresent()) {
            return;
        }
        List<Child> out = children.stream()
                .filter(child -> !takenOff.contains(child.parent().orderId()))
                .toList();
        sent += out.size();
        List<Child> gone = router.isAsked() ? allowed(out, at) : out;
        List<Command> fills = new ArrayList<>();
        gone.forEach(child -> fills.add(new Command.Report(new WorkEvent.Executed(
                child.parent().orderId(),
                name("E", child),
                Optional.of(name("C", child)),
                child.quantityMicros(),
                child.priceMicros()))));
        tell(fills, at.plus(UNTIL_EXECUTED));
        for (Child child : gone) {
            executions++;
            executed.merge(child.parent().orderId(), child.quantityMicros(), Math::addExact);
            notional = Math.addExact(notional, Exact.multiplyRoundingUp(child.quantityMicros(), child.priceMicros()));
        }
    }

    private List<Child> allowed(List<Child> children, Instant at) throws EngineFailure {
        List<Command> questions = new ArrayList<>();
        children.forEach(child -> questions.add(new Command.Report(new WorkEvent.Message(
                name("M", child),
                WorkEvent.Message.Kind.NEW,
                child.parent().orderId(),
                name("C", child),
                OptionalLong.of(child.quantityMicros())))));
        List<Reply> replies = tell(questions, at);
        List<Child> allowed = new ArrayList<>();
        for (int index = 0; index < replies.size(); index++) {
            Optional<Outcome.Refused> no = replies.get(index).outcome().match(new RefusalOf());
            no.ifPresent(why -> refused.merge(why.code(), 1, Integer::sum));
            if (no.isEmpty()) {
                allowed.add(children.get(index));
            }
        }
        return allowed;
    }

    private List<Reply> tell(List<Command> commands, Instant at) throws EngineFailure {
        if (commands.isEmpty()) {
            return List.of();
        }
        List<Reply> replies = engine.handleAll(commands, at);
        latest = at;
        replies.forEach(reply -> obey(reply.instructions(), at));
        return replies;
    }

    private void obey(List<Instruction> instructions, Instant at) {
        instructions.forEach(each -> each.match(new Obeying(at)));
    }

    private String name(String kind, Child child) {
        return kind + "-" + strategy + "-" + child.number();
    }

    private RouterResult result(List<OrderLine> parents) {
        long shares = 0;
        long beyond = 0;
        boolean isWhole = true;
        for (OrderLine parent : parents) {
            long asked = RouterStream.micros(parent.quantity());
            long had = executed.getOrDefault(parent.orderId(), 0L);
            shares = Math.addExact(shares, had);
            beyond = Math.addExact(beyond, Math.max(0, had - asked));
            isWhole &= had == asked;
        }
        return new RouterResult(sent, refused, executions, shares, notional, beyond, isWhole, first, told, cancelled);
    }

    /** Does as the engine says, as soon as somebody can; a router that asks is refused, and nothing has to be done to it. */
    private final class Obeying implements Instruction.Cases<Boolean> {
        private final Instant at;

        Obeying(Instant at) {
            this.at = at;
        }

        @Override
        public Boolean suspend(Instruction.Suspend instruction) {
            if (first.isEmpty()) {
                first = Optional.of(new RouterResult.Stopped(Duration.between(begin, at), instruction.stop()));
            }
            boolean isRouter = instruction.stop().target() == Target.STRATEGY
                    && instruction.stop().key().equals(strategy);
            if (isRouter && !router.isAsked() && off.isEmpty()) {
                off = Optional.of(at.plus(router.obeysAfter()));
            }
            return takeOff(instruction.orders());
        }

        @Override
        public Boolean tell(Instruction.Tell instruction) {
            told.putIfAbsent(instruction.role().name(), Duration.between(begin, at));
            return true;
        }

        @Override
        public Boolean resume(Instruction.Resume instruction) {
            return true;
        }

        @Override
        public Boolean cancel(Instruction.Cancel instruction) {
            if (cancelled.isEmpty()) {
                cancelled = Optional.of(Duration.between(begin, at));
            }
            return takeOff(instruction.orders());
        }

        private boolean takeOff(List<String> ids) {
            return router.isAsked() || orders.add(new TakenOff(at.plus(router.obeysAfter()), ids));
        }
    }
}
