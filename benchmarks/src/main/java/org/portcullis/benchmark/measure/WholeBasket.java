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
import org.portcullis.benchmark.contest.TradeOrder;
import org.portcullis.benchmark.contest.TradeOrders;
import org.portcullis.benchmark.decision.HandWrittenBasket;
import org.portcullis.benchmark.decision.TradingDay;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.control.Stage;

/** A basket decided whole: every line against twenty controls, the findings put together. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class WholeBasket {
    private static final int CONTROLS = 20;

    /** By hand; by the assessor on facts that are given; or by the assessor from the submission and the market. */
    @Param({"hand_written", "assess", "decide"})
    public String how = "";

    /** How many lines the basket has. */
    @Param({"349", "5000"})
    public int lines;

    /** Whether one line in ten is in breach, or none. */
    @Param({"mixed", "clean"})
    public String input = "";

    private List<TradeOrder> orders = List.of();
    private HandWrittenBasket byHand = new HandWrittenBasket();
    private Assessor assessor = assessor();
    private TradingDay.Ticket ticket = new TradingDay.Ticket(
            TradingDay.basket(TradeOrders.clean(1, 1)).submission(),
            TradingDay.basket(TradeOrders.clean(1, 1)).market());
    private SubmissionFacts facts =
            assessor.facts(ticket.submission(), ticket.market(), TradingDay.ROLES, TradeOrders.AT);

    /** Makes the basket, and requires that both ways find as many lines in breach of each control. */
    @Setup
    public void load() {
        orders =
                TradeOrders.sameFlow(input.equals("mixed") ? TradeOrders.mixed(lines, 1) : TradeOrders.clean(lines, 1));
        byHand = new HandWrittenBasket();
        assessor = assessor();
        ticket = TradingDay.basket(orders);
        facts = assessor.facts(ticket.submission(), ticket.market(), TradingDay.ROLES, TradeOrders.AT);
        List<Integer> expected = byHand.decide(orders).stream()
                .map(HandWrittenBasket.Group::count)
                .sorted()
                .toList();
        List<Integer> found = assessor.assess(facts, Stage.ENTERED).groups().stream()
                .map(FindingGroup::count)
                .sorted()
                .toList();
        if (!found.equals(expected)) {
            throw new IllegalStateException("the assessor groups " + found + ", and by hand it is " + expected);
        }
    }

    /** Decides the basket. */
    @Benchmark
    public Object decide() {
        return switch (how) {
            case "hand_written" -> byHand.decide(orders);
            case "assess" -> assessor.assess(facts, Stage.ENTERED);
            default ->
                assessor.decide(ticket.submission(), ticket.market(), TradingDay.ROLES, Stage.ENTERED, TradeOrders.AT);
        };
    }

    private static Assessor assessor() {
        return Assessor.over(DroolsEvaluator.factory().load(PolicyText.compile(PolicyText.granted(CONTROLS))));
    }
}
