package org.portcullis.engine.window;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.model.condition.Derivation.Aggregate;
import org.portcullis.model.condition.Derivation.Counting;
import org.portcullis.model.condition.Derivation.Windowed;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/**
 * Is one order with the states of its parts: what was executed is executed, the rest is in one state; mutable.
 *
 * <p>INVARIANT: every share of the amount is in one state: executed, undone, or the state of the rest, of which there may be none left.
 */
final class TrackedOrder {
    private final Map<Measure, String> texts = new EnumMap<>(Measure.class);
    private final Map<Measure, Long> amounts = new EnumMap<>(Measure.class);
    private final List<Held> entries = new ArrayList<>();
    private final Map<String, List<Held>> ofExecutions = new LinkedHashMap<>();
    private final List<Execution> executions = new ArrayList<>();
    private BigInteger undone = BigInteger.ZERO;
    private int unnamed;
    private boolean isExecutedWhole;
    private boolean isSplitUnknown;
    private Optional<Counting> rest = Optional.of(Counting.OPEN);

    /** One execution; it was of all that was left where no quantity is said. */
    private record Execution(String id, Optional<BigInteger> quantity) {}

    /** An entry of the order, or of an execution of it, in a window. */
    record Held(Series series, Window.Entry entry) {}

    /** Whether any window that ends now holds something of the order. */
    boolean isKept(Instant now) {
        return Stream.concat(entries.stream(), ofExecutions.values().stream().flatMap(List::stream))
                .anyMatch(held -> held.entry().isWithin(now));
    }

    /** Takes over what an event says of the order; what it does not say stays. */
    void learn(WindowEvent event) {
        texts.putAll(event.texts());
        event.amounts().forEach((measure, micros) -> {
            if (Noun.of(measure).equals(Optional.of(Noun.ORDER))) {
                amounts.put(measure, micros);
            }
        });
    }

    /** The texts that are known of the order. */
    Map<Measure, String> texts() {
        return texts;
    }

    List<Held> entries() {
        return entries;
    }

    /** Whether the execution was recorded before. */
    boolean hasExecution(String execution) {
        return executions.stream().anyMatch(known -> known.id.equals(execution));
    }

    /** Says anew in every window what the order counts. */
    void update() {
        for (Held held : entries) {
            Series in = held.series();
            in.update(held.entry(), counts(in.reference().measure(), in.how()));
        }
    }

    /** Remembers the entries of an execution, so that it can be undone. */
    void holdExecution(String execution, List<Held> held) {
        ofExecutions.computeIfAbsent(execution, first -> new ArrayList<>()).addAll(held);
    }

    /** Puts what is left into a state; empty means that it is gone and gives back. */
    void restBecomes(Optional<Counting> state) {
        rest = state;
    }

    /** Executes so much, or all that is left; gives the execution's id, or one made for it. */
    String execute(Optional<String> execution, Optional<Long> quantityMicros) {
        String id = execution.orElseGet(() -> "#" + ++unnamed);
        executions.add(new Execution(id, quantityMicros.map(BigInteger::valueOf)));
        if (quantityMicros.isEmpty()) {
            isExecutedWhole = true;
        } else if (!amounts.containsKey(Measure.ORDER_QUANTITY)) {
            isSplitUnknown = true;
        }
        return id;
    }

    /** Undoes an execution, or all of them. */
    void bust(Optional<String> execution) {
        for (Execution each : List.copyOf(executions)) {
            if (execution.map(each.id::equals).orElse(true)) {
                executions.remove(each);
                ofExecutions
                        .getOrDefault(each.id, List.of())
                        .forEach(held -> held.series().update(held.entry(), Amount.NONE));
                undo(each);
            }
        }
    }

    private void undo(Execution busted) {
        if (busted.quantity.isPresent()) {
            undone = undone.add(busted.quantity.get());
        } else {
            // All that was left was executed and is undone: nothing of it is left.
            isExecutedWhole = executions.stream().anyMatch(other -> other.quantity.isEmpty());
            rest = Optional.empty();
        }
    }

    /** The whole amount of a measure, if it is known. */
    Optional<Long> whole(Measure measure) {
        return Optional.ofNullable(amounts.get(measure));
    }

    /** What the order counts in a window. */
    Amount counts(Measure measure, Windowed how) {
        boolean executed = how.counting().contains(Counting.EXECUTED);
        boolean left = rest.filter(how.counting()::contains).isPresent();
        if (isSplitUnknown && !isExecutedWhole) {
            return ofUnknownSplit(measure, how, executed, left);
        }
        Parts parts = parts();
        BigInteger counted = (executed ? parts.executed : BigInteger.ZERO).add(left ? parts.left : BigInteger.ZERO);
        if (counted.signum() == 0) {
            return Amount.NONE;
        }
        if (how.aggregate() == Aggregate.COUNT) {
            return Amount.of(Exact.ONE);
        }
        Optional<Long> amount = whole(measure);
        if (amount.isEmpty()) {
            return Amount.UNKNOWN;
        }
        BigInteger[] share = BigInteger.valueOf(amount.get()).multiply(counted).divideAndRemainder(parts.all);
        BigInteger up = share[1].signum() > 0 ? share[0].add(BigInteger.ONE) : share[0];
        return Amount.of(up.longValueExact());
    }

    /** Where nobody knows how much was executed, only a window that counts both parts alike knows what it counts. */
    private Amount ofUnknownSplit(Measure measure, Windowed how, boolean executed, boolean left) {
        if (!executed && !left) {
            return Amount.NONE;
        }
        if (executed != left || undone.signum() > 0) {
            return Amount.UNKNOWN;
        }
        return how.aggregate() == Aggregate.COUNT
                ? Amount.of(Exact.ONE)
                : whole(measure).map(Amount::of).orElse(Amount.UNKNOWN);
    }

    /** How the order is divided, in parts of any size: {@code left} and {@code executed} of {@code all}. */
    private record Parts(BigInteger left, BigInteger executed, BigInteger all) {}

    private Parts parts() {
        BigInteger filled = executions.stream()
                .flatMap(execution -> execution.quantity.stream())
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger settled = filled.add(undone);
        BigInteger all = whole(Measure.ORDER_QUANTITY)
                .map(BigInteger::valueOf)
                .orElse(BigInteger.ONE)
                .max(settled)
                .max(BigInteger.ONE);
        BigInteger open = all.subtract(settled);
        return isExecutedWhole ? new Parts(BigInteger.ZERO, filled.add(open), all) : new Parts(open, filled, all);
    }
}
