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
import org.portcullis.benchmark.contest.PolicyText;
import org.portcullis.benchmark.contest.TradeOrders;
import org.portcullis.benchmark.decision.Decider;
import org.portcullis.benchmark.decision.TradingDay;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.control.Stage;

/** One order decided in full: facts, windows, twenty controls, the lattice, and the explanation where it is in breach. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FullDecision {
    /**
     * How far it goes: {@code assess} takes the facts as given, {@code decide} reads them, {@code windows} keeps limits over time besides, which is a full
     * decision.
     */
    @Param({"assess", "decide", "windows"})
    public String how = "";

    /** Orders that are accepted, or orders of which one in ten is in breach. */
    @Param({"clean", "mixed"})
    public String input = "";

    /** How many controls are loaded: twenty for each desk. All orders are of the first desk. */
    @Param("20")
    public int controls;

    private List<TradingDay.Ticket> tickets = List.of();
    private List<SubmissionFacts> facts = List.of();
    private Assessor assessor = assessor(PolicyText.granted(1));
    private Decider decider = new Decider(assessor, tickets);
    private int next;

    /** Loads the controls and requires that orders are accepted where they are clean, and refused where they are not. */
    @Setup
    public void load() {
        tickets = (input.equals("clean")
                        ? TradeOrders.clean(TradeOrders.ROTATION, 1)
                        : TradeOrders.mixed(TradeOrders.ROTATION, 1))
                .stream().map(TradingDay::single).toList();
        assessor = assessor(how.equals("windows") ? PolicyText.windowed(controls) : PolicyText.granted(controls));
        facts = tickets.stream()
                .map(ticket -> assessor.facts(ticket.submission(), ticket.market(), TradingDay.ROLES, TradeOrders.AT))
                .toList();
        decider = new Decider(assessor, tickets);
        requireBlocked(input.equals("clean") ? 0 : 80);
    }

    private void requireBlocked(int least) {
        Decider tried = new Decider(assessor, tickets);
        int blocked = 0;
        for (int i = 0; i < tickets.size(); i++) {
            Decision decision = how.equals("windows") ? tried.next() : decide(i);
            if (decision.effect() == Effect.BLOCK) {
                blocked++;
            }
        }
        if (blocked < least || (least == 0 && blocked > 0)) {
            throw new IllegalStateException(blocked + " of " + tickets.size() + " orders are blocked");
        }
    }

    /** Decides the next order. */
    @Benchmark
    public Object decide() {
        return switch (how) {
            case "assess" -> assessor.assess(facts.get(next++ & TradeOrders.ROTATION - 1), Stage.ENTERED);
            case "decide" -> decide(next++ & TradeOrders.ROTATION - 1);
            default -> decider.next();
        };
    }

    private Decision decide(int ticket) {
        TradingDay.Ticket of = tickets.get(ticket);
        return assessor.decide(of.submission(), of.market(), TradingDay.ROLES, Stage.ENTERED, TradeOrders.AT);
    }

    private static Assessor assessor(String policy) {
        return Assessor.over(DroolsEvaluator.factory().load(PolicyText.compile(policy)));
    }
}
