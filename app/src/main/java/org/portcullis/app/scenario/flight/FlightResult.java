package org.portcullis.app.scenario.flight;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.flow.OrderView;
import org.portcullis.engine.work.Stop;
import org.portcullis.model.value.Value;

/**
 * What became of a basket.
 *
 * @param lines each line with its order at the end
 * @param events what happened to the basket as a whole, in the order of time
 * @param at when it was submitted
 */
public record FlightResult(Decision decision, List<Line> lines, List<Event> events, FlightTally tally, Instant at) {
    public FlightResult {
        lines = List.copyOf(lines);
        events = List.copyOf(events);
    }

    /**
     * One line.
     *
     * @param order as it is at the end; empty where another has taken its id
     * @param firstStop what suspended it first, if anything did
     */
    public record Line(LineDecision line, Optional<OrderView> order, Optional<Stop> firstStop) {
        long notionalMicros() {
            return line.notional().map(Value.Money::micros).orElse(0L);
        }
    }

    /**
     * Something that happened to the basket as a whole.
     *
     * @param micros the money that it concerned, in millionths
     * @param orders the orders that it concerned
     * @param by the control or person; empty where neither did it
     * @param executedMicros what had been executed by then
     */
    public record Event(Instant at, What what, long micros, int orders, String by, long executedMicros) {}

    /** What can happen to the basket as a whole. */
    public enum What {
        HANDED_OVER("monitoring handed over"),
        SUBMITTED("basket submitted"),
        ACKNOWLEDGED("warnings cleared with one act"),
        RELEASED("let through to the algos"),
        FIRST_SUSPENSION("first order suspended"),
        BASKET_SUSPENDED("whole basket suspended"),
        BASKET_CANCELLED("orders cancelled"),
        TRADER_CANCELS("the trader cancels"),
        OVER("nothing is out any more");

        private final String words;

        What(String words) {
            this.words = words;
        }

        /** What happened, as people read it. */
        public String words() {
            return words;
        }
    }

    /** Some of the lines. */
    public record Sum(int orders, long micros) {}

    /** How many lines, and how much money, are like that. */
    Sum sum(Predicate<Line> wanted) {
        List<Line> some = lines.stream().filter(wanted).toList();
        return new Sum(
                some.size(), some.stream().mapToLong(Line::notionalMicros).sum());
    }

    /** The lines that were let through. */
    public Sum sent() {
        return sum(line ->
                line.order().filter(order -> order.strategy().isPresent()).isPresent()
                        || tally.refused().contains(line.line().orderId()));
    }

    /** The lines that were refused on arrival. */
    public Sum refusedOnArrival() {
        return sum(line -> tally.refused().contains(line.line().orderId()));
    }

    /** The lines that algos worked. */
    public Sum worked() {
        return sum(line ->
                line.order().filter(order -> order.strategy().isPresent()).isPresent());
    }

    /** The lines that were suspended, by the control that was the first to do so. */
    public Map<String, Sum> suspended() {
        Map<String, Sum> sums = new TreeMap<>();
        lines.stream()
                .flatMap(line -> line.firstStop().stream())
                .map(stop -> stop.control().text())
                .distinct()
                .forEach(control -> sums.put(
                        control,
                        sum(line -> line.firstStop()
                                .filter(stop -> stop.control().text().equals(control))
                                .isPresent())));
        return sums;
    }

    /** The lines that were suspended by anything. */
    public Sum suspendedInAll() {
        return sum(line -> line.firstStop().isPresent());
    }

    /** The lines that were worked and never suspended. */
    public Sum neverSuspended() {
        return sum(line -> line.firstStop().isEmpty()
                && line.order().filter(order -> order.strategy().isPresent()).isPresent());
    }
}
