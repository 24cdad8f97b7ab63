package org.portcullis.engine.window;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.condition.Derivation.Aggregate;
import org.portcullis.model.condition.Derivation.Counting;
import org.portcullis.model.condition.Derivation.Windowed;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/** Says what windows hold by going through all events again each time; keeps nothing, forgets nothing, is as slow as it likes. */
final class Recount {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final List<WindowEvent> events;
    private final Reference[] references;

    Recount(List<WindowEvent> events, Reference... references) {
        this.events = events;
        this.references = references;
    }

    /** One order from the event with which it came. */
    private static final class Life {
        final Instant came;
        Optional<String> desk = Optional.empty();
        Optional<String> symbol = Optional.empty();
        Optional<Long> notional = Optional.empty();
        Optional<Long> quantity = Optional.empty();
        final List<Fill> fills = new ArrayList<>();
        /** What is left of it is open, held or rejected; gone where this is null. */
        @Nullable
        Counting rest = Counting.OPEN;

        Life(Instant came) {
            this.came = came;
        }
    }

    private static final class Fill {
        final Instant at;
        final Optional<String> id;
        final Optional<Long> quantity;
        final Optional<Long> notional;
        boolean isUndone;
        boolean isOfUnknownPart;

        Fill(WindowEvent event, Life life) {
            at = event.at();
            id = Optional.ofNullable(event.texts().get(Measure.EXECUTION_ID));
            quantity = Optional.ofNullable(event.amounts().get(Measure.EXECUTION_QUANTITY));
            notional = Optional.ofNullable(event.amounts().get(Measure.EXECUTION_NOTIONAL));
            isOfUnknownPart = quantity.isPresent() && life.quantity.isEmpty();
        }
    }

    OptionalLong value(Reference reference, SubmissionFacts candidate, Instant now) {
        Windowed how = how(reference);
        Facts line = candidate.lines().get(0);
        String desk = String.valueOf(line.text(Measure.ORDER_DESK));
        String symbol = String.valueOf(line.text(Measure.ORDER_SYMBOL));
        List<Life> lives = lives();
        List<Optional<BigInteger>> found = new ArrayList<>();
        if (reference.measure() == Measure.MESSAGE_ID) {
            for (WindowEvent event : events) {
                Optional<String> from = Optional.ofNullable(event.texts().get(Measure.ORDER_DESK));
                if (event.what() == WindowEvent.What.MESSAGE && within(how, event.at(), now)) {
                    if (from.isEmpty()) {
                        return OptionalLong.empty();
                    }
                    found.add(Optional.of(from.get().equals(desk) ? one() : BigInteger.ZERO));
                }
            }
            found.add(Optional.of(line.isKnown(Measure.MESSAGE_ID) ? one() : BigInteger.ZERO));
        } else if (reference.measure().path().startsWith("execution.")) {
            for (Life life : lives) {
                for (Fill fill : life.fills) {
                    if (within(how, fill.at, now) && !fill.isUndone) {
                        found.add(mine(how, life, desk, symbol, ofFill(reference, fill)));
                    }
                }
            }
        } else {
            for (Life life : lives) {
                if (within(how, life.came, now)) {
                    found.add(mine(how, life, desk, symbol, ofLife(reference, life)));
                }
            }
            if (how.counting().contains(Counting.OPEN)) {
                found.add(
                        how.aggregate() == Aggregate.COUNT
                                ? Optional.of(one())
                                : line.isKnown(reference.measure())
                                        ? Optional.of(BigInteger.valueOf(line.micros(reference.measure())))
                                        : Optional.empty());
            }
        }
        if (found.stream().anyMatch(Optional::isEmpty)) {
            return OptionalLong.empty();
        }
        BigInteger sum = found.stream().flatMap(Optional::stream).reduce(BigInteger.ZERO, BigInteger::add);
        return sum.bitLength() < Long.SIZE ? OptionalLong.of(sum.longValueExact()) : OptionalLong.empty();
    }

    /** Nothing of another key; unknown where the key is not known and something is counted. */
    private static Optional<BigInteger> mine(
            Windowed how, Life life, String desk, String symbol, Optional<BigInteger> amount) {
        boolean unknownKey = how.per().contains(Measure.ORDER_DESK) && life.desk.isEmpty();
        if (unknownKey) {
            return amount.equals(Optional.of(BigInteger.ZERO)) && how.aggregate() == Aggregate.COUNT
                    ? amount
                    : isNothing(amount) ? Optional.of(BigInteger.ZERO) : Optional.empty();
        }
        boolean same =
                (!how.per().contains(Measure.ORDER_DESK) || life.desk.get().equals(desk))
                        && (!how.per().contains(Measure.ORDER_SYMBOL)
                                || life.symbol.orElse("").equals(symbol));
        return same ? amount : Optional.of(BigInteger.ZERO);
    }

    private static boolean isNothing(Optional<BigInteger> amount) {
        return amount.isPresent() && amount.get().signum() == 0;
    }

    private static Optional<BigInteger> ofFill(Reference reference, Fill fill) {
        return how(reference).aggregate() == Aggregate.COUNT
                ? Optional.of(one())
                : fill.notional.map(BigInteger::valueOf);
    }

    private static Optional<BigInteger> ofLife(Reference reference, Life life) {
        Windowed how = how(reference);
        boolean executed = how.counting().contains(Counting.EXECUTED);
        Counting rest = life.rest;
        boolean left = rest != null && how.counting().contains(rest);
        boolean wholeFill = life.fills.stream().anyMatch(fill -> fill.quantity.isEmpty() && !fill.isUndone);
        boolean vague = life.fills.stream().anyMatch(fill -> fill.isOfUnknownPart);
        BigInteger filled = BigInteger.ZERO;
        BigInteger undone = BigInteger.ZERO;
        for (Fill fill : life.fills) {
            BigInteger of = BigInteger.valueOf(fill.quantity.orElse(0L));
            filled = fill.isUndone ? filled : filled.add(of);
            undone = fill.isUndone ? undone.add(of) : undone;
        }
        Optional<Long> whole = reference.measure() == Measure.ORDER_QUANTITY ? life.quantity : life.notional;
        if (vague && !wholeFill) {
            if (!executed && !left) {
                return Optional.of(BigInteger.ZERO);
            }
            if (executed != left || undone.signum() > 0) {
                return Optional.empty();
            }
            return how.aggregate() == Aggregate.COUNT ? Optional.of(one()) : whole.map(BigInteger::valueOf);
        }
        BigInteger all = BigInteger.valueOf(life.quantity.orElse(1L))
                .max(filled.add(undone))
                .max(BigInteger.ONE);
        BigInteger open = all.subtract(filled).subtract(undone);
        BigInteger counted = BigInteger.ZERO;
        if (executed) {
            counted = counted.add(wholeFill ? filled.add(open) : filled);
        }
        if (left && !wholeFill) {
            counted = counted.add(open);
        }
        if (counted.signum() == 0) {
            return Optional.of(BigInteger.ZERO);
        }
        if (how.aggregate() == Aggregate.COUNT) {
            return Optional.of(one());
        }
        BigInteger of = counted;
        return whole.map(amount -> BigInteger.valueOf(amount)
                .multiply(of)
                .add(all)
                .subtract(BigInteger.ONE)
                .divide(all));
    }

    /** Goes through all events; an order that no window holds any more comes anew. */
    private List<Life> lives() {
        List<Life> all = new ArrayList<>();
        Map<String, Life> current = new HashMap<>();
        for (WindowEvent event : events) {
            String id = event.order().orElseThrow();
            Life life = Optional.ofNullable(current.get(id))
                    .filter(known -> isHeld(known, event.at()))
                    .orElse(null);
            boolean enters = event.what() == WindowEvent.What.OPENED
                    || event.what() == WindowEvent.What.HELD
                    || event.what() == WindowEvent.What.REJECTED;
            if (life == null && (enters || event.what() == WindowEvent.What.EXECUTED)) {
                life = new Life(enters ? event.at() : Instant.MIN);
                current.put(id, life);
                all.add(life);
            }
            if (life != null && event.what() != WindowEvent.What.MESSAGE) {
                learn(life, event);
                happen(life, event);
            }
        }
        return all;
    }

    private static void happen(Life life, WindowEvent event) {
        switch (event.what()) {
            case OPENED -> life.rest = Counting.OPEN;
            case HELD -> life.rest = Counting.HELD;
            case REJECTED -> life.rest = Counting.REJECTED;
            case CANCELLED, EXPIRED -> life.rest = null;
            case EXECUTED -> life.fills.add(new Fill(event, life));
            case BUSTED -> bust(life, Optional.ofNullable(event.texts().get(Measure.EXECUTION_ID)));
            case AMENDED, MESSAGE -> {}
        }
    }

    private static void bust(Life life, Optional<String> execution) {
        for (Fill fill : life.fills) {
            if (!fill.isUndone && (execution.isEmpty() || execution.equals(fill.id))) {
                fill.isUndone = true;
                if (fill.quantity.isEmpty()) {
                    life.rest = null;
                }
            }
        }
    }

    private static void learn(Life life, WindowEvent event) {
        life.desk = Optional.ofNullable(event.texts().get(Measure.ORDER_DESK)).or(() -> life.desk);
        life.symbol =
                Optional.ofNullable(event.texts().get(Measure.ORDER_SYMBOL)).or(() -> life.symbol);
        life.notional =
                Optional.ofNullable(event.amounts().get(Measure.ORDER_NOTIONAL)).or(() -> life.notional);
        life.quantity =
                Optional.ofNullable(event.amounts().get(Measure.ORDER_QUANTITY)).or(() -> life.quantity);
    }

    private boolean isHeld(Life life, Instant now) {
        for (Reference reference : references) {
            Windowed how = how(reference);
            boolean executions = reference.measure().path().startsWith("execution.");
            if (executions && life.fills.stream().anyMatch(fill -> within(how, fill.at, now))) {
                return true;
            }
            if (reference.measure().path().startsWith("order.")
                    && !life.came.equals(Instant.MIN)
                    && within(how, life.came, now)) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(Windowed how, Instant at, Instant now) {
        if (at.equals(Instant.MIN)) {
            return false;
        }
        return how.span()
                .map(span -> at.plus(span.toDuration()).isAfter(now))
                .orElseGet(() -> LocalDate.ofInstant(at, ZONE).equals(LocalDate.ofInstant(now, ZONE)));
    }

    private static Windowed how(Reference reference) {
        return (Windowed) reference.derivation().orElseThrow();
    }

    private static BigInteger one() {
        return BigInteger.valueOf(Exact.ONE);
    }
}
