package org.portcullis.benchmark.measure;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.portcullis.benchmark.contest.Agreement;
import org.portcullis.benchmark.contest.Breaches;
import org.portcullis.benchmark.contest.Contender;
import org.portcullis.benchmark.contest.Engine;
import org.portcullis.benchmark.contest.PolicyText;
import org.portcullis.benchmark.contest.TradeOrder;
import org.portcullis.benchmark.contest.TradeOrders;

/** One order against all controls of its desk: what the engine alone costs, its facts given. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OneOrder {
    /** The engine, as {@link Engine#parameter} names it. */
    @Param({
        "hand_written",
        "hand_written_breaches",
        "portcullis",
        "reference",
        "stateful_session",
        "stateless_session",
        "aviator",
        "jexl",
        "cel",
        "evrete",
        "cedar"
    })
    public String engine = "";

    /** How many controls are loaded: twenty for each desk. */
    @Param("20")
    public int controls;

    /** How many desks send orders; 0 for all. */
    @Param("0")
    public int sending;

    private TradeOrder[] orders = {};
    private Breaches breaches = new Breaches(1);
    private Contender contender = (order, none) -> {};
    private int next;

    /** Makes the orders, loads the controls, and requires the right answer to every order. */
    @Setup
    public void load() {
        List<TradeOrder> made =
                TradeOrders.mixed(TradeOrders.ROTATION, sending == 0 ? PolicyText.desks(controls) : sending);
        orders = made.toArray(TradeOrder[]::new);
        breaches = new Breaches(controls);
        contender = Engine.of(engine).load(controls);
        Agreement.require(Engine.of(engine), contender, made, controls);
    }

    /** Frees what the engine holds. */
    @TearDown
    public void close() {
        contender.close();
    }

    /** Decides the next order. */
    @Benchmark
    public int check() {
        breaches.clear();
        contender.check(orders[next++ & TradeOrders.ROTATION - 1], breaches);
        return breaches.size();
    }
}
