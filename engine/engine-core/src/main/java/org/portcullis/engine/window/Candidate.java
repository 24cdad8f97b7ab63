package org.portcullis.engine.window;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.condition.Derivation.Aggregate;
import org.portcullis.model.condition.Derivation.Counting;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/**
 * Is what may happen next: the facts of a submission, which count in the windows they would come into.
 *
 * @param since when what is kept begins
 * @param known finds an order that is in a window already
 */
record Candidate(SubmissionFacts facts, Instant since, Function<String, Optional<TrackedOrder>> known) {

    /** What is known of one window with what the lines would add to it: a number, or why there is none. */
    private record Held(
            long micros,
            @Nullable Provenance from,
            @Nullable FactState state,
            @Nullable FactGap gap) {}

    /** What the lines would add to one window; mutable. */
    private static final class Added {
        private final Total total = new Total();
        private boolean hasUnknown;
        private @Nullable Held held;

        private boolean isEmpty = true;

        private void add(Amount amount) {
            isEmpty = false;
            hasUnknown |= !amount.isKnown();
            total.add(amount.micros());
        }
    }

    /** The facts with what each series holds. */
    SubmissionFacts with(List<Series> all, Instant now) {
        if (all.isEmpty()) {
            return facts;
        }
        Facts.Builder[] lines = new Facts.Builder[facts.lines().size()];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = facts.lines().get(i).toBuilder();
        }
        Facts.Builder basket = facts.basket().toBuilder();
        for (Series series : all) {
            // Lines of one window are told the same, so that what is asked grows with the lines and not with their
            // square.
            Map<List<String>, Added> added = new HashMap<>();
            Added anywhere = added(series, added);
            put(series, now, added, anywhere, facts.basket(), basket);
            for (int i = 0; i < lines.length; i++) {
                put(series, now, added, anywhere, facts.lines().get(i), lines[i]);
            }
        }
        Facts[] built = new Facts[lines.length];
        for (int i = 0; i < lines.length; i++) {
            built[i] = lines[i].build();
        }
        return new SubmissionFacts(facts.basketId(), basket.build(), List.of(built));
    }

    /** Adds up what the lines would add to each window; gives what could belong to any of them, since a text of its key is not known. */
    private Added added(Series series, Map<List<String>, Added> byKey) {
        Added anywhere = new Added();
        if (facts.lines().isEmpty()) {
            add(series, facts.basket(), ofBasket(series), byKey, anywhere);
        }
        for (Facts line : facts.lines()) {
            add(series, line, ofLine(series, line), byKey, anywhere);
        }
        return anywhere;
    }

    private static void add(
            Series series, Facts subject, Amount amount, Map<List<String>, Added> byKey, Added anywhere) {
        if (amount.equals(Amount.NONE)) {
            return;
        }
        List<String> key = series.key(subject);
        (key == null ? anywhere : byKey.computeIfAbsent(key, first -> new Added())).add(amount);
    }

    private void put(
            Series series,
            Instant now,
            Map<List<String>, Added> byKey,
            Added anywhere,
            Facts subject,
            Facts.Builder into) {
        Reference reference = series.reference();
        if (subject.state(reference) != FactState.NOT_GIVEN
                || subject.gap(reference).isPresent()) {
            return;
        }
        List<String> key = series.key(subject);
        if (key == null) {
            Measure missing = series.how().per().stream()
                    .filter(measure -> !subject.isKnown(measure) || subject.text(measure) == null)
                    .findFirst()
                    .orElseThrow();
            into.unknown(
                    reference,
                    FactState.DERIVED,
                    gap(
                            series,
                            FactState.DERIVED,
                            missing,
                            missing.path() + " is not known",
                            "give " + missing.path()));
            return;
        }
        Added ofKey = byKey.computeIfAbsent(key, first -> new Added());
        Held held = ofKey.held;
        if (held == null) {
            held = held(series, series.standing(key, now), ofKey, anywhere, now);
            ofKey.held = held;
        }
        if (held.from != null) {
            into.number(reference, held.micros, held.from);
        } else if (held.state != null && held.gap != null) {
            into.unknown(reference, held.state, held.gap);
        }
    }

    private Held held(Series series, Series.Standing standing, Added added, Added anywhere, Instant now) {
        if (standing.isOverfull() || series.reachesBackTo(since, now)) {
            return unknown(
                    series, FactState.TOO_LARGE, "more happened in the window than is kept", "shorten the window");
        }
        if (standing.hasUnknown()) {
            return unknown(
                    series, FactState.DERIVED, "something in the window is not known", "correct what was recorded");
        }
        // What could belong to any window could belong to this one.
        if (added.hasUnknown || !anywhere.isEmpty) {
            return unknown(series, FactState.DERIVED, "what would be added is not known", "give what is missing");
        }
        Total total = standing.total().copy();
        total.add(added.total);
        OptionalLong sum = total.value();
        return sum.isEmpty()
                ? unknown(series, FactState.TOO_LARGE, "the sum is too large to compute with", "correct the amounts")
                : new Held(sum.getAsLong(), new Provenance(series.sourceOf(standing.entries()), now), null, null);
    }

    private Held unknown(Series series, FactState state, String why, String cure) {
        return new Held(0, null, state, gap(series, state, series.reference().measure(), why, cure));
    }

    private FactGap gap(Series series, FactState state, Measure cause, String why, String cure) {
        String what = series.reference().words() + " of " + facts.basketId();
        FactState root = state == FactState.DERIVED ? FactState.NOT_GIVEN : state;
        return new FactGap(cause, root, facts.basketId(), what + " is not known: " + why, cure);
    }

    private Amount ofLine(Series series, Facts line) {
        return switch (series.noun()) {
            case ORDER -> ofOrder(series, line);
            case EXECUTION -> ofExecution(series, line);
            case MESSAGE ->
                line.isKnown(Measure.MESSAGE_ID) || line.isKnown(Measure.MESSAGE_KIND)
                        ? Amount.of(Exact.ONE)
                        : Amount.NONE;
        };
    }

    private Amount ofOrder(Series series, Facts line) {
        if (!series.how().counting().contains(Counting.OPEN)) {
            return Amount.NONE;
        }
        Optional<TrackedOrder> before =
                Optional.ofNullable(line.text(Measure.ORDER_ID)).flatMap(known);
        Measure measure = series.reference().measure();
        if (series.how().aggregate() == Aggregate.COUNT) {
            return before.isPresent() ? Amount.NONE : Amount.of(Exact.ONE);
        }
        if (!line.isKnown(measure)) {
            return Amount.UNKNOWN;
        }
        long more = line.micros(measure);
        if (before.isPresent()) {
            more = Math.max(0, more - before.get().whole(measure).orElse(0L));
        }
        return Amount.of(more);
    }

    private Amount ofExecution(Series series, Facts line) {
        Measure measure = series.reference().measure();
        boolean isOne = line.isKnown(Measure.EXECUTION_ID)
                || line.isKnown(Measure.EXECUTION_QUANTITY)
                || line.isKnown(Measure.EXECUTION_NOTIONAL);
        String execution = line.text(Measure.EXECUTION_ID);
        boolean isRecorded = execution != null
                && Optional.ofNullable(line.text(Measure.ORDER_ID))
                        .flatMap(known)
                        .filter(order -> order.hasExecution(execution))
                        .isPresent();
        if (!isOne || isRecorded || !series.how().counting().contains(Counting.EXECUTED)) {
            return Amount.NONE;
        }
        if (series.how().aggregate() == Aggregate.COUNT) {
            return Amount.of(Exact.ONE);
        }
        return line.isKnown(measure) ? Amount.of(line.micros(measure)) : Amount.UNKNOWN;
    }

    /** What a basket adds of which only the whole is known. */
    private Amount ofBasket(Series series) {
        if (series.noun() != Noun.ORDER || !series.how().counting().contains(Counting.OPEN)) {
            return Amount.NONE;
        }
        Measure whole = series.how().aggregate() == Aggregate.COUNT ? Measure.BASKET_ITEMS : Measure.BASKET_NOTIONAL;
        boolean says = whole == Measure.BASKET_ITEMS || series.reference().measure() == Measure.ORDER_NOTIONAL;
        return says && facts.basket().isKnown(whole) ? Amount.of(facts.basket().micros(whole)) : Amount.UNKNOWN;
    }
}
