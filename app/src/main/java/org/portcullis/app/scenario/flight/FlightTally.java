package org.portcullis.app.scenario.flight;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.engine.flow.Instruction;

/** Counts what happens in a flight; mutable, owned by one thread. */
public final class FlightTally {
    private final TreeMap<String, Long> executed = new TreeMap<>();
    private final TreeMap<String, Long> firstPrices = new TreeMap<>();
    private final TreeSet<String> refused = new TreeSet<>();
    private Optional<Instant> lastFill = Optional.empty();
    private final TreeMap<String, Integer> told = new TreeMap<>();
    private long messages;
    private long fills;
    private long largestFall;

    FlightTally() {}

    void refusedOnArrival(String order) {
        refused.add(order);
    }

    void told(Instruction.Tell instruction) {
        told.merge(instruction.alert(), instruction.revision(), Math::max);
    }

    /** How many alerts people were told of. */
    public int alerts() {
        return told.size();
    }

    void message(boolean goes) {
        messages += goes ? 1 : 0;
    }

    void fill(long executedMicros, String order, Instant at) {
        fills++;
        executed.put(order, executedMicros);
        lastFill = Optional.of(at);
    }

    void market(FlightPlan.Market step) {
        long first = firstPrices.computeIfAbsent(step.symbol(), none -> step.priceMicros());
        largestFall = Math.max(largestFall, Math.floorDiv((first - step.priceMicros()) * 10_000, first));
    }

    /** What was executed in all, in millionths of the policy's currency. */
    public long executedMicros() {
        return executed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The orders that were refused on arrival in their algos. */
    public Set<String> refused() {
        return Set.copyOf(refused);
    }

    /** When the last fill was; empty where there was none. */
    public Optional<Instant> lastFill() {
        return lastFill;
    }

    /** How many messages went. */
    public long messages() {
        return messages;
    }

    /** How many fills there were. */
    public long fills() {
        return fills;
    }

    /** The deepest fall of a price from its first, in hundredths of a percent. */
    public long largestFall() {
        return largestFall;
    }
}
