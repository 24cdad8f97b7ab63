package org.portcullis.benchmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.portcullis.benchmark.contest.Engine;
import org.portcullis.benchmark.measure.OneOrder;

/** One order against its desk's controls: all engines side by side, and how they grow with controls. */
final class OrderFigures {
    private static final String[] SIZES = {"10", "20", "100", "1000", "10000"};
    private static final double MOST_TIMES_BY_HAND = 3;
    private static final double MOST_BYTES = 64;
    private static final double MOST_GROWTH = 2;
    private static final double NOISE = 1.15;

    private final Rounds rounds;
    private final Effort effort;

    OrderFigures(Rounds rounds, Effort effort) {
        this.rounds = rounds;
        this.effort = effort;
    }

    void measure() throws RunnerException {
        List<Rounds.Case> side = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            side.add(of(engine, "20", "0"));
        }
        rounds.run(effort.rounds(), side);
        List<Rounds.Case> growth = new ArrayList<>();
        growth.add(of(Engine.PORTCULLIS, "10000", "1"));
        for (Engine engine : List.of(Engine.HAND_WRITTEN, Engine.PORTCULLIS)) {
            for (String size : SIZES) {
                if (!size.equals("20") && (effort.isFull() || size.equals("10000"))) {
                    growth.add(of(engine, size, "0"));
                }
            }
        }
        rounds.run(effort.fewRounds(), growth);
        if (effort.isFull()) {
            List<Rounds.Case> sessions = new ArrayList<>();
            for (Engine engine : List.of(Engine.STATEFUL_SESSION, Engine.STATELESS_SESSION)) {
                for (String size : SIZES) {
                    if (!size.equals("20")) {
                        sessions.add(of(engine, size, "0"));
                    }
                }
            }
            rounds.run(1, sessions);
        }
    }

    private static Rounds.Case of(Engine engine, String controls, String sending) {
        return Rounds.Case.of(OneOrder.class, "engine", engine.parameter(), "controls", controls, "sending", sending);
    }

    void judge(Targets targets) {
        List<Sample> ours = rounds.of(of(Engine.PORTCULLIS, "20", "0"));
        Spread byHand = Spread.ratio(ours, rounds.of(of(Engine.HAND_WRITTEN, "20", "0")));
        Spread bytes = Spread.of(ours, Sample::bytes);
        targets.add(
                "one order, 20 controls, breaches and counts recorded",
                "≤ 3 × hand-written, ≤ 64 B allocated",
                byHand.words() + " ×, " + Spread.number(bytes.median()) + " B",
                byHand.high() <= MOST_TIMES_BY_HAND && bytes.high() <= MOST_BYTES);
        Spread growth = own(of(Engine.PORTCULLIS, "10000", "0"));
        targets.add(
                "the same with 10,000 controls over 500 desks",
                "≤ 2 × its own cost at 20",
                growth.words() + " ×",
                growth.high() <= MOST_GROWTH);
        Spread idle = own(of(Engine.PORTCULLIS, "10000", "1"));
        targets.add(
                "controls whose scope does not match: 9,980 more of them",
                "nothing that a benchmark can see (here: ≤ " + NOISE + " ×)",
                idle.words() + " × the cost without them",
                idle.high() <= NOISE);
        for (Map.Entry<Engine, Integer> peer :
                List.of(Map.entry(Engine.AVIATOR, 10), Map.entry(Engine.CEL, 50), Map.entry(Engine.CEDAR, 500))) {
            Spread faster = Spread.ratio(rounds.of(of(peer.getKey(), "20", "0")), ours);
            targets.add(
                    "the same 20 controls as " + peer.getKey().words(),
                    "≥ " + peer.getValue() + " × faster",
                    faster.words() + " ×",
                    faster.low() >= peer.getValue());
        }
    }

    private Spread own(Rounds.Case grown) {
        List<Sample> of = rounds.of(grown);
        double base = Spread.of(rounds.of(of(Engine.PORTCULLIS, "20", "0")), Sample::processorNanos)
                .median();
        return Spread.of(of, sample -> sample.processorNanos() / base);
    }

    void into(Page page) {
        page.title("One order, 20 controls, side by side")
                .paragraph("Every engine has the same 20 controls and the same 1,024 orders in rotation, one in ten of"
                        + " them in breach of two or three controls, and has found the same breaches before it is timed."
                        + " The first two rows and Portcullis also count how often each control was asked, but for the"
                        + " second row; the others only name breaches. Portcullis reads facts that are there already,"
                        + " with their state, and the others the order's own record. Engines without an index of their"
                        + " own get a hash map by desk. Nanoseconds of the thread's processor time.")
                .table("engine", "ns for an order", "× hand-written", "× Portcullis", "B for an order", "library");
        List<Sample> hand = rounds.of(of(Engine.HAND_WRITTEN, "20", "0"));
        List<Sample> ours = rounds.of(of(Engine.PORTCULLIS, "20", "0"));
        for (Engine engine : Engine.values()) {
            List<Sample> own = rounds.of(of(engine, "20", "0"));
            page.row(
                    engine.words(),
                    Spread.number(Spread.of(own, Sample::processorNanos).median()),
                    Spread.ratio(own, hand).words(),
                    Spread.ratio(own, ours).words(),
                    Spread.number(Spread.of(own, Sample::bytes).median()),
                    engine.library().orElse("–"));
        }
        page.end()
                .title("One order, more controls")
                .paragraph(
                        "Twenty controls for each desk, up to 500 desks; orders of all desks. With 10 controls the one"
                                + " desk has ten, and the hand-written program a loop. Median ns of processor time for an order.");
        page.table("engine", "10", "20", "100", "1,000", "10,000");
        for (Engine engine : Engine.scaling()) {
            String[] cells = new String[SIZES.length + 1];
            cells[0] = engine.words();
            for (int i = 0; i < SIZES.length; i++) {
                List<Sample> own = rounds.of(of(engine, SIZES[i], "0"));
                cells[i + 1] = own.isEmpty()
                        ? "not measured"
                        : Spread.number(Spread.of(own, Sample::processorNanos).median());
            }
            page.row(cells);
        }
        page.end();
    }
}
