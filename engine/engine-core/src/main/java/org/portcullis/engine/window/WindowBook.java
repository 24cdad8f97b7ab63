package org.portcullis.engine.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Derivation.Aggregate;
import org.portcullis.model.condition.Derivation.Counting;
import org.portcullis.model.condition.Derivation.Windowed;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.SpanUnit;

/**
 * Keeps what a pack's windows count: events go in, in the order of their time, and the facts of a candidate come out with every windowed reference.
 *
 * <ul>
 *   <li>A window of a length `d` that ends at `t` holds what happened after `t - d` and up to `t`; a trading day is the calendar day in the policy's zone.
 *   <li>An order belongs to the time at which it came, opened, held or refused; what becomes of it later changes its state, never its time. Each share of
 *       its amount is in one state: executed, or the state of the rest. What is cancelled, expired or undone gives back.
 *   <li>An execution and a message belong to their own time; an execution counts where executed ones do, a message everywhere.
 *   <li>Sums are exact. What cannot be known makes a window unknown, never smaller: an amount or a text that is missing, a sum that does not fit, more
 *       occurrences than are kept.
 * </ul>
 *
 * <p>The result depends on the events and the candidate alone. Mutable; owned by one thread.
 */
public final class WindowBook {
    private static final int FIRST_SWEEP = 1_024;

    private final List<Series> series = new ArrayList<>();
    private final Map<String, TrackedOrder> orders = new HashMap<>();
    private Instant latest = Instant.MIN;
    private Instant since = Instant.MIN;
    private int sweepAt = FIRST_SWEEP;

    private WindowBook(PolicyPack pack, WindowLimits limits) {
        for (Reference reference : references(pack)) {
            windowed(reference)
                    .ifPresent(how -> Noun.of(reference.measure())
                            .filter(noun -> how.span()
                                    .map(span -> span.unit() != SpanUnit.TRADING_DAYS)
                                    .orElse(true))
                            .ifPresent(noun -> series.add(new Series(
                                    reference, how, noun, pack.header().zone(), limits))));
        }
    }

    /** Begins an empty book of everything that the pack's controls compute over windows. */
    public static WindowBook of(PolicyPack pack) {
        return of(pack, WindowLimits.DEFAULT);
    }

    /** Begins an empty book that keeps so much. */
    public static WindowBook of(PolicyPack pack, WindowLimits limits) {
        return new WindowBook(pack, limits);
    }

    /** Begins a book with what happened before; a window that reaches back to {@code since} or further is not known, since not all of it is there. */
    public static WindowBook of(PolicyPack pack, Iterable<WindowEvent> past, Instant since) {
        WindowBook book = of(pack);
        book.since = since;
        past.forEach(book::record);
        return book;
    }

    /** What the pack's controls compute over time, in the order of its text. */
    public static Set<Reference> references(PolicyPack pack) {
        Set<Reference> found = new LinkedHashSet<>();
        pack.controls().stream()
                .flatMap(control -> Stream.of(Obligation.appliesOf(control), Obligation.breachOf(control)))
                .flatMap(condition -> Atom.of(condition).stream())
                .flatMap(atom -> atom.references().stream())
                .filter(reference -> reference.derivation().isPresent())
                .forEach(found::add);
        return found;
    }

    /** The time of the latest event; {@link Instant#MIN} before the first. */
    public Instant latest() {
        return latest;
    }

    /**
     * Takes an event into account.
     *
     * @throws IllegalArgumentException if it is earlier than one before
     */
    public void record(WindowEvent event) {
        if (event.at().isBefore(latest)) {
            throw new IllegalArgumentException(
                    "events come in the order of their time: " + event.at() + " is before " + latest);
        }
        latest = event.at();
        switch (event.what()) {
            case OPENED -> state(event, Counting.OPEN);
            case HELD -> state(event, Counting.HELD);
            case REJECTED -> state(event, Counting.REJECTED);
            case EXECUTED -> execute(event);
            case CANCELLED, EXPIRED -> change(event, order -> order.restBecomes(Optional.empty()));
            case BUSTED ->
                change(
                        event,
                        order -> order.bust(Optional.ofNullable(event.texts().get(Measure.EXECUTION_ID))));
            case AMENDED -> change(event, order -> {});
            case MESSAGE -> message(event);
        }
    }

    /**
     * Adds to the facts of a candidate what its windows hold, the candidate included; what the facts know already stays.
     *
     * <p>All lines of a submission come together, so that each is told what all of them would add to its window. A line whose order the book knows adds only
     * by how much it is larger than what the book knows of it.
     *
     * @throws IllegalArgumentException if the facts are judged before the latest event
     */
    public SubmissionFacts facts(SubmissionFacts candidate) {
        Instant now = candidate.basket().at();
        if (now.isBefore(latest)) {
            throw new IllegalArgumentException("facts at " + now + " are before the latest event at " + latest);
        }
        return new Candidate(candidate, since, id -> known(id, now)).with(series, now);
    }

    /** How many occurrences are kept in all windows, for watching memory. */
    public int size() {
        return series.stream().mapToInt(Series::size).sum();
    }

    private Optional<TrackedOrder> known(String id, Instant now) {
        return Optional.ofNullable(orders.get(id)).filter(order -> order.isKept(now));
    }

    private void state(WindowEvent event, Counting state) {
        TrackedOrder order = orderOf(event);
        order.restBecomes(Optional.of(state));
        order.update();
    }

    /** An execution of an order that no window holds enters the order only where it says how large that is: it came long ago. */
    private void execute(WindowEvent event) {
        boolean saysOrder = event.amounts().keySet().stream()
                .anyMatch(measure -> Noun.of(measure).equals(Optional.of(Noun.ORDER)));
        boolean enters =
                saysOrder || event.order().flatMap(id -> known(id, event.at())).isPresent();
        TrackedOrder order = enters ? orderOf(event) : executedOnly(event);
        String execution = order.execute(
                Optional.ofNullable(event.texts().get(Measure.EXECUTION_ID)),
                Optional.ofNullable(event.amounts().get(Measure.EXECUTION_QUANTITY)));
        order.update();
        order.holdExecution(execution, occur(Noun.EXECUTION, event, order.texts()));
    }

    private TrackedOrder executedOnly(WindowEvent event) {
        TrackedOrder order = new TrackedOrder();
        order.learn(event);
        keep(event, order);
        return order;
    }

    /** Changes an order that is known; an event about one that no window holds changes nothing. */
    private void change(WindowEvent event, Consumer<TrackedOrder> change) {
        event.order().flatMap(id -> known(id, event.at())).ifPresent(order -> {
            order.learn(event);
            change.accept(order);
            order.update();
        });
    }

    private void message(WindowEvent event) {
        Map<Measure, String> texts = new EnumMap<>(Measure.class);
        event.order().flatMap(id -> known(id, event.at())).ifPresent(order -> texts.putAll(order.texts()));
        occur(Noun.MESSAGE, event, texts);
    }

    /** Adds an execution or message to its windows; what it does not say of itself is known from its order. */
    private List<TrackedOrder.Held> occur(Noun noun, WindowEvent event, Map<Measure, String> ofOrder) {
        Map<Measure, String> texts = new EnumMap<>(Measure.class);
        texts.putAll(ofOrder);
        texts.putAll(event.texts());
        List<TrackedOrder.Held> held = new ArrayList<>();
        for (Series each : series) {
            boolean counts = noun == Noun.MESSAGE || each.how().counting().contains(Counting.EXECUTED);
            if (each.noun() == noun && counts) {
                Amount amount = each.how().aggregate() == Aggregate.COUNT
                        ? Amount.of(Exact.ONE)
                        : Optional.ofNullable(
                                        event.amounts().get(each.reference().measure()))
                                .map(Amount::of)
                                .orElse(Amount.UNKNOWN);
                Window.Entry entry = each.add(event.at(), texts, amount);
                if (entry != null) {
                    held.add(new TrackedOrder.Held(each, entry));
                }
            }
        }
        return held;
    }

    /** The order that the event is about, entered at its time if no window holds it. */
    private TrackedOrder orderOf(WindowEvent event) {
        Optional<TrackedOrder> known = event.order().flatMap(id -> known(id, event.at()));
        if (known.isPresent()) {
            known.get().learn(event);
            return known.get();
        }
        TrackedOrder order = new TrackedOrder();
        order.learn(event);
        keep(event, order);
        for (Series each : series) {
            if (each.noun() == Noun.ORDER) {
                Window.Entry entry = each.add(event.at(), order.texts(), Amount.NONE);
                if (entry != null) {
                    order.entries().add(new TrackedOrder.Held(each, entry));
                }
            }
        }
        return order;
    }

    private void keep(WindowEvent event, TrackedOrder order) {
        if (orders.size() >= sweepAt) {
            orders.values().removeIf(any -> !any.isKept(event.at()));
            sweepAt = Math.max(FIRST_SWEEP, 2 * orders.size());
        }
        event.order().ifPresent(id -> orders.put(id, order));
    }

    /** How a reference is computed over a window; empty where it is not. */
    public static Optional<Windowed> windowed(Reference reference) {
        return reference
                .derivation()
                .flatMap(how -> how.match(new Derivation.Cases<Optional<Windowed>>() {
                    @Override
                    public Optional<Windowed> change(Derivation.Change change) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Windowed> windowed(Windowed window) {
                        return Optional.of(window);
                    }
                }));
    }
}
