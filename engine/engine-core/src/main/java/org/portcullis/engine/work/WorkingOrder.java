package org.portcullis.engine.work;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.fact.WorkingFacts;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/** One order with what became of it; mutable, changed by {@link WorkBook} alone, owned by the engine's one thread. */
public final class WorkingOrder {
    private final String submission;
    private final int line;
    private final String id;
    private final TreeMap<String, Fill> fills = new TreeMap<>();
    private final TreeMap<String, Long> children = new TreeMap<>();
    private final TreeMap<ControlId, String> standing = new TreeMap<>();
    private KnownFacts facts;
    private OrderPhase phase;
    private Optional<String> strategy = Optional.empty();
    private WorkingFacts.Origin origin;
    private long executed;
    private boolean cancelAsked;

    /** A fill that stands, with its value in the policy's currency in millionths; empty where that is not known. */
    public record Fill(long quantityMicros, OptionalLong notionalMicros) {}

    WorkingOrder(String submission, int line, String id, KnownFacts facts, OrderPhase phase) {
        this.submission = submission;
        this.line = line;
        this.id = id;
        this.facts = facts;
        this.phase = phase;
        this.origin = new WorkingFacts.Origin(marketPrice(facts), OptionalLong.empty(), OptionalLong.empty());
    }

    /**
     * The market's price in the instrument's own currency. Of an order with a limit it is what the rate makes of the price in the policy's currency, which was
     * rounded up: rounded down it is the price again where the rate is at least one, and never more than a millionth of the rate's inverse above it.
     */
    private static OptionalLong marketPrice(KnownFacts facts) {
        Optional<Long> price = facts.number(Measure.MARKET_PRICE);
        if (facts.localPriceMicros() > 0 && facts.number(Measure.ORDER_PRICE).equals(price)) {
            return OptionalLong.of(facts.localPriceMicros());
        }
        Optional<Long> rate = facts.number(Measure.FX_RATE).filter(known -> known > 0);
        if (price.isEmpty() || rate.isEmpty()) {
            return OptionalLong.empty();
        }
        BigInteger local = BigInteger.valueOf(price.get())
                .multiply(BigInteger.valueOf(Exact.ONE))
                .divide(BigInteger.valueOf(rate.get()));
        return local.signum() > 0 && local.bitLength() < Long.SIZE
                ? OptionalLong.of(local.longValueExact())
                : OptionalLong.empty();
    }

    /** The engine's id of the submission that brought it. */
    public String submission() {
        return submission;
    }

    /** Its line in the basket, from 1. */
    public int line() {
        return line;
    }

    /** The order's id. */
    public String id() {
        return id;
    }

    /** What is known of it and its basket. */
    public KnownFacts facts() {
        return facts;
    }

    /** How far it is. */
    public OrderPhase phase() {
        return phase;
    }

    /** The algo's instance that works it, once it was sent. */
    public Optional<String> strategy() {
        return strategy;
    }

    /** What its market was when it was released and when it arrived. */
    public WorkingFacts.Origin origin() {
        return origin;
    }

    /** The shares executed, in millionths. */
    public long executedMicros() {
        return executed;
    }

    /** Its whole quantity in millionths of a share; empty where that is not known. */
    public OptionalLong quantityMicros() {
        return facts.number(Measure.ORDER_QUANTITY).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** The fills that stand, by their ids. */
    public SortedMap<String, Fill> fills() {
        return Collections.unmodifiableSortedMap(fills);
    }

    /** What its child orders have out, by their ids, in millionths of a share. */
    public SortedMap<String, Long> children() {
        return Collections.unmodifiableSortedMap(children);
    }

    /** The controls that object to it at present, with what they do. */
    public SortedMap<ControlId, String> standing() {
        return Collections.unmodifiableSortedMap(standing);
    }

    /** Whether its cancellation was asked for. */
    public boolean isCancelAsked() {
        return cancelAsked;
    }

    /** The value of its fills in the policy's currency, in millionths; empty where that of one is not known. */
    public OptionalLong executedNotionalMicros() {
        long sum = 0;
        for (Fill fill : fills.values()) {
            if (fill.notionalMicros().isEmpty()) {
                return OptionalLong.empty();
            }
            sum = plus(sum, fill.notionalMicros().getAsLong());
        }
        return OptionalLong.of(sum);
    }

    /** What it was worth when it was released, less what was executed, in millionths; empty where that is not known. */
    public OptionalLong openNotionalMicros() {
        Optional<Long> whole = facts.number(Measure.ORDER_NOTIONAL);
        OptionalLong done = executedNotionalMicros();
        if (whole.isEmpty() || done.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                phase.isOut() || phase == OrderPhase.HELD ? Math.max(0, whole.get() - done.getAsLong()) : 0);
    }

    void release() {
        phase = OrderPhase.RELEASED;
    }

    void send(String to, OptionalLong price, OptionalLong volume) {
        phase = OrderPhase.WORKING;
        strategy = Optional.of(to);
        origin = new WorkingFacts.Origin(
                origin.releasePrice(), price.isPresent() ? price : origin.releasePrice(), volume);
    }

    void child(String child, OptionalLong quantity) {
        if (quantity.isPresent()) {
            children.put(child, quantity.getAsLong());
        } else {
            children.remove(child);
        }
    }

    void fill(String execution, Fill fill, Optional<String> child) {
        if (fills.putIfAbsent(execution, fill) != null) {
            return;
        }
        executed = plus(executed, fill.quantityMicros());
        child.ifPresent(name -> children.computeIfPresent(
                name, (same, left) -> left > fill.quantityMicros() ? left - fill.quantityMicros() : null));
        if (quantityMicros().isPresent() && executed >= quantityMicros().getAsLong() && phase.isOut()) {
            phase = OrderPhase.EXECUTED;
        }
    }

    void bust(String execution) {
        Fill undone = fills.remove(execution);
        if (undone != null) {
            executed = fills.values().stream().mapToLong(Fill::quantityMicros).reduce(0, WorkingOrder::plus);
            if (phase == OrderPhase.EXECUTED) {
                phase = OrderPhase.WORKING;
            }
        }
    }

    void end(OrderPhase how) {
        phase = how;
        children.clear();
    }

    void amend(long quantity, OptionalLong notional) {
        facts = facts.with(Measure.ORDER_QUANTITY, quantity);
        if (notional.isPresent()) {
            facts = facts.with(Measure.ORDER_NOTIONAL, notional.getAsLong());
        }
        if (executed >= quantity && phase.isOut()) {
            phase = OrderPhase.EXECUTED;
        }
    }

    void askCancel() {
        cancelAsked = true;
    }

    void object(SortedMap<ControlId, String> now, SortedSet<ControlId> cleared) {
        standing.keySet().removeAll(new TreeSet<>(cleared));
        standing.putAll(now);
    }

    /** The sum of two that are not negative; the largest number where it would be larger, since nothing reported may make a book fail. */
    public static long plus(long one, long other) {
        long sum = one + other;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    private List<Object> content() {
        return List.of(
                submission, line, id, facts, phase, strategy, origin, executed, cancelAsked, fills, children, standing);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WorkingOrder order && order.content().equals(content());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
