package org.portcullis.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;
import org.portcullis.benchmark.measure.FullDecision;
import org.portcullis.benchmark.measure.WholeBasket;

/** Whole decisions: baskets beside a program written by hand, and single orders with their windows. */
final class DecisionFigures {
    private static final List<String> HOW_BASKETS = List.of("hand_written", "assess", "decide");
    private static final List<String> HOW_ORDERS = List.of("assess", "decide", "windows");
    private static final List<String> INPUTS = List.of("mixed", "clean");
    private static final double MOST_TIMES_BY_HAND = 5;
    private static final double MOST_MICROS = 1_000;
    private static final double LEAST_A_SECOND = 500_000;

    private static final double MOST_GROWTH = 2;
    private static final Rounds.Case LARGE =
            Rounds.Case.of(FullDecision.class, "how", "windows", "input", "clean", "controls", "10000");

    private final Rounds rounds;
    private final Effort effort;

    DecisionFigures(Rounds rounds, Effort effort) {
        this.rounds = rounds;
        this.effort = effort;
    }

    void measure() throws RunnerException {
        List<Rounds.Case> cases = new ArrayList<>();
        for (String input : INPUTS) {
            for (String how : HOW_BASKETS) {
                cases.add(basket(how, "349", input));
            }
            for (String how : HOW_ORDERS) {
                cases.add(order(how, input));
            }
        }
        cases.add(LARGE);
        rounds.run(effort.fewRounds(), cases);
        if (effort.isFull()) {
            List<Rounds.Case> large = new ArrayList<>();
            INPUTS.forEach(input -> HOW_BASKETS.forEach(how -> large.add(basket(how, "5000", input))));
            rounds.run(1, large);
        }
    }

    private static Rounds.Case basket(String how, String lines, String input) {
        return Rounds.Case.of(WholeBasket.class, "how", how, "lines", lines, "input", input);
    }

    private static Rounds.Case order(String how, String input) {
        return Rounds.Case.of(FullDecision.class, "how", how, "input", input, "controls", "20");
    }

    void judge(Targets targets) {
        List<Sample> ours = rounds.of(basket("assess", "349", "mixed"));
        Spread byHand = Spread.ratio(ours, rounds.of(basket("hand_written", "349", "mixed")));
        Spread slow = Spread.of(ours, Sample::p99);
        targets.add(
                "basket of 349 lines, one in ten in breach, decided whole, grouped findings",
                "≤ 5 × hand-written, p99 below 1 ms",
                byHand.words() + " ×, p99 " + Spread.number(slow.median()) + " µs",
                byHand.high() <= MOST_TIMES_BY_HAND && slow.high() < MOST_MICROS);
        double rate = perSecond(rounds.of(order("windows", "clean")));
        targets.add(
                "full decision with window state, lattice, explanation on breach, accepted orders",
                "≥ 500,000 orders/s on one core",
                Spread.number(rate) + " orders/s",
                rate >= LEAST_A_SECOND);
        Spread growth = Spread.ratio(rounds.of(LARGE), rounds.of(order("windows", "clean")));
        targets.add(
                "the same with 10,000 controls loaded, of which 20 match",
                "≤ 2 × its own cost at 20 (controls that do not match cost nothing)",
                growth.words() + " ×",
                growth.high() <= MOST_GROWTH);
    }

    void into(Page page) {
        page.title("A basket decided whole")
                .paragraph(
                        "All lines against 20 controls of their desk and a grant, soft limits giving way to hard ones,"
                                + " findings in one group for each control with its sentence. By hand: the same from the order"
                                + " system's records. `assess`: the product from facts that are there; each finding is explained."
                                + " `decide`: the product from the submission and the market, with its digest. Times of single"
                                + " decisions are wall time, in µs.")
                .table("lines", "orders", "how", "cpu µs", "× hand-written", "p50 µs", "p99 µs", "KB allocated");
        for (String lines : List.of("349", "5000")) {
            for (String input : INPUTS) {
                for (String how : HOW_BASKETS) {
                    List<Sample> own = rounds.of(basket(how, lines, input));
                    if (!own.isEmpty()) {
                        page.row(
                                lines,
                                input,
                                how.replace('_', '-'),
                                Spread.number(micros(own)),
                                Spread.ratio(own, rounds.of(basket("hand_written", lines, input)))
                                        .words(),
                                Spread.number(Spread.of(own, Sample::p50).median()),
                                Spread.number(Spread.of(own, Sample::p99).median()),
                                Spread.number(Spread.of(own, Sample::bytes).median() / 1_024));
                    }
                }
            }
        }
        page.end()
                .title("One order decided in full")
                .paragraph(
                        "`assess`: 20 controls and a grant, on facts that are there; effects joined, findings explained."
                                + " `decide`: the facts are read from the submission and the market, which includes its digest."
                                + " `windows`: also a limit of the desk over a minute and a throttle of the trader, with some"
                                + " 60,000 orders in the windows; that is a full decision. One thread.")
                .table("orders", "how", "ns of processor time", "orders/s on one core", "B allocated");
        for (String input : INPUTS) {
            for (String how : HOW_ORDERS) {
                List<Sample> own = rounds.of(order(how, input));
                page.row(
                        input.equals("clean") ? "accepted" : "one in ten in breach",
                        how,
                        Spread.of(own, Sample::processorNanos).words(),
                        Spread.number(perSecond(own)),
                        Spread.number(Spread.of(own, Sample::bytes).median()));
            }
        }
        List<Sample> large = rounds.of(LARGE);
        page.row(
                "accepted, 10,000 controls loaded",
                "windows",
                Spread.of(large, Sample::processorNanos).words(),
                Spread.number(perSecond(large)),
                Spread.number(Spread.of(large, Sample::bytes).median()));
        page.end();
    }

    private static double micros(List<Sample> samples) {
        return Spread.of(samples, Sample::processorNanos).median() / 1_000;
    }

    private static double perSecond(List<Sample> samples) {
        return 1e9 / Spread.of(samples, Sample::processorNanos).median();
    }
}
