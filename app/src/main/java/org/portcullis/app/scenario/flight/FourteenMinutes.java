package org.portcullis.app.scenario.flight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.portcullis.app.scenario.LineOutcome;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.value.Exact;

/**
 * Makes the stream of 2 May 2022 from 08:56 to 09:10 out of what became of each line; a reconstruction, and the same for the same seed.
 *
 * <p>Given and published: which lines were sent, refused on arrival and suspended by which family of controls, how much was executed in all, how far prices
 * fell, when the orders were sent and when the trader cancelled. Made up here: when each line was suspended, the sizes of child orders, the volumes of the
 * markets, and which of the sixteen other lines each of the three other controls suspended.
 *
 * <ul>
 *   <li>Every line that was worked enters a child order each half minute, in proportion to its value, which is filled five seconds later.
 *   <li>A line that the message rate suspended then sends one message more in one second than the control allows.
 *   <li>Of the sixteen, the five largest have a fill of more than the value that a minute may have, five have one execution too many in a second, and six
 *       have executed too much of their market's volume.
 *   <li>The size of all child orders is chosen so that everything executed is worth USD 1.4 billion; the largest line that was never suspended makes up
 *       for rounding, to one share.
 * </ul>
 */
public final class FourteenMinutes {
    /** The seed of the stream that is documented. */
    public static final long SEED = 20_220_502;

    /** What was executed in all, in millionths of a dollar. */
    static final long EXECUTED = 1_400_000_000L * Exact.ONE;

    /** When orders are sent: 08:57, a minute after the basket came. */
    static final int SENT = 60;

    /** When the trader cancels: 09:10. */
    static final int GAVE_UP = 840;

    /** When the stream ends: 09:31, a minute after the second line of defence first reacted. */
    static final int UNTIL = 2_100;

    private static final int FIRST_TICK = 55;
    private static final int SECOND_TICK = 65;
    private static final int TICK = 30;
    private static final int EVERY = 30;
    private static final int FILLED_AFTER = 5;
    private static final int CAUGHT_AFTER = 12;
    private static final int MOST_CHILDREN = 26;
    private static final int BURST = 51;
    private static final int EXECUTIONS = 21;
    private static final int LARGE = 5;
    private static final int REPEATED = 5;
    private static final long LARGE_FILL = 21_000_000L * Exact.ONE;
    private static final int JUMP = 4;
    private static final int OF_VOLUME = 10;
    private static final long VOLUME_BEFORE = 1_000_000;

    private final Map<String, MarketSnapshot.Instrument> instruments;
    private final MarketSnapshot market;
    private final Random random;
    private final PricePath path;
    private final List<Line> lines = new ArrayList<>();
    private final List<FlightPlan.Step> steps = new ArrayList<>();
    private final Map<String, TreeMap<Integer, Long>> executed = new LinkedHashMap<>();

    /** How a line came to be suspended. */
    private enum End {
        NEVER,
        MESSAGES,
        LARGE_FILL,
        REPEATED,
        VOLUME
    }

    /** A line that was worked: how many child orders it enters, in which second of each half minute, and how it ends. */
    private record Line(
            OrderLine order, MarketSnapshot.Instrument instrument, long notional, int children, int phase, End end) {
        int child(int number) {
            return SENT + EVERY * number + phase;
        }

        int caught() {
            return child(children - 1) + CAUGHT_AFTER;
        }
    }

    private FourteenMinutes(MarketSnapshot market, long seed) {
        this.market = market;
        this.instruments = market.instruments();
        this.random = new Random(seed);
        this.path = new PricePath(SENT, GAVE_UP, random);
    }

    /**
     * Makes the stream.
     *
     * @param outcomes what became of each line of the submission
     */
    public static FlightPlan of(Submission submission, MarketSnapshot market, List<LineOutcome> outcomes, long seed) {
        return new FourteenMinutes(market, seed).plan(submission, outcomes);
    }

    private FlightPlan plan(Submission submission, List<LineOutcome> outcomes) {
        Map<Integer, LineOutcome> byLine = new TreeMap<>();
        outcomes.forEach(outcome -> byLine.put(outcome.line(), outcome));
        List<OrderLine> sent = submission.lines().stream()
                .filter(line -> byLine.containsKey(line.number())
                        && byLine.get(line.number()).isSent())
                .toList();
        sent.forEach(line -> steps.add(new FlightPlan.Send(SENT, line.orderId(), "VWAP-" + line.number())));
        draw(sent, byLine);
        fill(share());
        lines.forEach(this::catchUp);
        makeUp();
        sent.forEach(this::ticks);
        return new FlightPlan(steps, GAVE_UP, UNTIL);
    }

    private void draw(List<OrderLine> sent, Map<Integer, LineOutcome> outcomes) {
        List<OrderLine> others = new ArrayList<>(sent.stream()
                .filter(line -> Objects.requireNonNull(outcomes.get(line.number()))
                        .suspendedBy()
                        .equals("OTHER"))
                .toList());
        others.sort((one, other) -> Long.compare(notional(other), notional(one)));
        for (OrderLine line : sent) {
            LineOutcome outcome = Objects.requireNonNull(outcomes.get(line.number()));
            if (outcome.isWorked()) {
                int drawn = random.nextInt(1_000) + 1;
                int children =
                        outcome.isSuspended() ? 1 + drawn * drawn * (MOST_CHILDREN - 4) / 1_000_000 : MOST_CHILDREN;
                lines.add(new Line(
                        line,
                        instrument(line),
                        notional(line),
                        children,
                        1 + random.nextInt(EVERY - FILLED_AFTER - CAUGHT_AFTER),
                        end(outcome, others.indexOf(line))));
            }
        }
    }

    private static End end(LineOutcome outcome, int other) {
        if (!outcome.isSuspended()) {
            return End.NEVER;
        }
        if (other < 0) {
            return End.MESSAGES;
        }
        return other < LARGE ? End.LARGE_FILL : other < LARGE + REPEATED ? End.REPEATED : End.VOLUME;
    }

    /** Which share of its value each child order of a line is, in millionths of millionths. */
    private long share() {
        long fixed = 0;
        long weight = 0;
        for (Line line : lines) {
            fixed += line.end == End.LARGE_FILL ? LARGE_FILL : 0;
            long times = line.end == End.VOLUME ? (long) line.children * (1 + JUMP) : line.children;
            weight += line.notional / Exact.ONE * times;
        }
        return Math.multiplyExact((EXECUTED - fixed) / Exact.ONE, Exact.ONE) / (weight / Exact.ONE);
    }

    private void fill(long share) {
        for (Line line : lines) {
            for (int number = 0; number < line.children; number++) {
                long micros = Math.multiplyExact(line.notional / Exact.ONE, share) / Exact.ONE;
                enter(line, line.child(number), "C" + number, shares(line, micros, line.child(number)));
            }
        }
    }

    /** Does what the line is suspended for. */
    private void catchUp(Line line) {
        int at = line.caught();
        String order = line.order.orderId();
        switch (line.end) {
            case NEVER -> {}
            case MESSAGES -> {
                for (int i = 0; i < BURST; i++) {
                    steps.add(new FlightPlan.Child(at, order, order + "-B", order + "-B-" + i, i == 0, 1));
                }
            }
            case LARGE_FILL -> enter(line, at - FILLED_AFTER, "L", shares(line, LARGE_FILL, at));
            case REPEATED -> {
                String child = order + "-R";
                steps.add(new FlightPlan.Child(at - FILLED_AFTER, order, child, child + "-N", true, EXECUTIONS));
                for (int i = 0; i < EXECUTIONS; i++) {
                    fill(line, at, child, child + "-E" + i, 1);
                }
            }
            case VOLUME -> enter(line, at - FILLED_AFTER, "V", JUMP * executedBy(line, at));
        }
    }

    /** Makes what is executed worth what was published, to one share of the largest line that was never suspended. */
    private void makeUp() {
        long worth = 0;
        for (FlightPlan.Step step : steps) {
            worth += step.match(new Worth());
        }
        long missing = EXECUTED - worth;
        Line largest = lines.stream()
                .filter(line -> line.end == End.NEVER)
                .max((one, other) -> Long.compare(one.notional, other.notional))
                .orElseThrow();
        int at = largest.child(MOST_CHILDREN - 1) + 1;
        if (missing > 0) {
            enter(largest, at, "M", shares(largest, missing, at));
        }
    }

    private void enter(Line line, int at, String name, long shares) {
        String child = line.order.orderId() + "-" + name;
        steps.add(new FlightPlan.Child(at, line.order.orderId(), child, child + "-N", true, shares));
        fill(line, at + FILLED_AFTER, child, child + "-E", shares);
    }

    private void fill(Line line, int at, String child, String execution, long shares) {
        long price = path.price(line.instrument.mic(), price(line.instrument), at);
        steps.add(new FlightPlan.Fill(at, line.order.orderId(), child, execution, shares, price));
        executed.computeIfAbsent(line.order.orderId(), first -> new TreeMap<>()).merge(at, shares, Long::sum);
    }

    /** Price and volume each half minute: ten times what the order executes until the next tick, so that it is a tenth of its market. */
    private void ticks(OrderLine order) {
        MarketSnapshot.Instrument instrument = instrument(order);
        TreeMap<Integer, Long> fills = executed.getOrDefault(order.orderId(), new TreeMap<>());
        int jump = lines.stream()
                .filter(line -> line.order.equals(order) && line.end == End.VOLUME)
                .mapToInt(Line::caught)
                .findFirst()
                .orElse(UNTIL);
        tick(order, instrument, FIRST_TICK, 0);
        for (int at = SECOND_TICK; at < GAVE_UP + TICK; at += TICK) {
            int next = at + TICK;
            long until = fills.entrySet().stream()
                    .filter(fill -> fill.getKey() < next && fill.getKey() < jump)
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            tick(order, instrument, at, OF_VOLUME * until);
        }
    }

    private void tick(OrderLine order, MarketSnapshot.Instrument instrument, int at, long volume) {
        steps.add(new FlightPlan.Market(
                at,
                order.symbol(),
                path.price(instrument.mic(), price(instrument), at),
                OptionalLong.of(VOLUME_BEFORE + volume)));
    }

    private long executedBy(Line line, int at) {
        return Objects.requireNonNull(executed.get(line.order.orderId())).headMap(at).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private long shares(Line line, long micros, int at) {
        long price = Exact.multiplyRoundingUp(
                path.price(line.instrument.mic(), price(line.instrument), at), rate(line.instrument));
        return Math.max(1, micros / price);
    }

    private long notional(OrderLine line) {
        MarketSnapshot.Instrument instrument = instrument(line);
        long local = Exact.multiplyRoundingUp(micros(line.quantity()), price(instrument));
        return Exact.multiplyRoundingUp(local, rate(instrument));
    }

    private MarketSnapshot.Instrument instrument(OrderLine line) {
        MarketSnapshot.Instrument known = instruments.get(line.symbol());
        if (known == null) {
            throw new IllegalArgumentException("instrument `" + line.symbol() + "` is not in the market");
        }
        return known;
    }

    private static long price(MarketSnapshot.Instrument instrument) {
        return micros(instrument.price());
    }

    private long rate(MarketSnapshot.Instrument instrument) {
        return market.rate(instrument.currency())
                .map(pinned -> micros(pinned.perUnit()))
                .orElse(Exact.ONE);
    }

    private static long micros(Given number) {
        return number.match(new Given.Cases<>() {
            @Override
            public Long amount(Given.Amount amount) {
                return amount.micros();
            }

            @Override
            public Long absent(Given.Absent absent) {
                throw new IllegalArgumentException("a number of the reconstruction is missing");
            }

            @Override
            public Long unreadable(Given.Unreadable unreadable) {
                throw new IllegalArgumentException("`" + unreadable.text() + "` is no number");
            }
        });
    }

    /** What a step is worth in the policy's currency, as the engine computes it. */
    private final class Worth implements FlightPlan.Step.Cases<Long> {

        @Override
        public Long send(FlightPlan.Send step) {
            return 0L;
        }

        @Override
        public Long child(FlightPlan.Child step) {
            return 0L;
        }

        @Override
        public Long fill(FlightPlan.Fill step) {
            MarketSnapshot.Instrument instrument = lines.stream()
                    .filter(line -> line.order.orderId().equals(step.order()))
                    .map(Line::instrument)
                    .findFirst()
                    .orElseThrow();
            long local = Exact.multiplyRoundingUp(step.shares() * Exact.ONE, step.priceMicros());
            return Exact.multiplyRoundingUp(local, rate(instrument));
        }

        @Override
        public Long market(FlightPlan.Market step) {
            return 0L;
        }
    }
}
