package org.portcullis.engine.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.condition.Derivation.Aggregate;
import org.portcullis.model.condition.Derivation.Counting;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.ValueText;

/**
 * Is what may happen next: the facts of a submission, which count in the windows they would come into.
 *
 * @param since when what is kept begins
 * @param known finds an order that is in a window already
 */
record Candidate(SubmissionFacts facts, Instant since, Function<String, Optional<TrackedOrder>> known) {

    /** What one line would add to its window; {@code key} is empty where a text of it is not known. */
    private record Share(Optional<List<String>> key, Amount amount) {}

    /** The facts with what each series holds. */
    SubmissionFacts with(List<Series> all, Instant now) {
        List<Facts.Builder> lines = new ArrayList<>();
        facts.lines().forEach(line -> lines.add(line.toBuilder()));
        Facts.Builder basket = facts.basket().toBuilder();
        for (Series series : all) {
            List<Share> shares = shares(series);
            put(series, now, shares, facts.basket(), basket);
            for (int i = 0; i < lines.size(); i++) {
                put(series, now, shares, facts.lines().get(i), lines.get(i));
            }
        }
        return new SubmissionFacts(
                facts.basketId(),
                basket.build(),
                lines.stream().map(Facts.Builder::build).toList());
    }

    private List<Share> shares(Series series) {
        Stream<Share> all = facts.lines().isEmpty()
                ? Stream.of(new Share(series.key(texts(facts.basket())), ofBasket(series)))
                : facts.lines().stream().map(line -> new Share(series.key(texts(line)), ofLine(series, line)));
        return all.filter(share -> !share.amount().equals(Amount.NONE)).toList();
    }

    private void put(Series series, Instant now, List<Share> shares, Facts subject, Facts.Builder into) {
        if (subject.state(series.reference()) != FactState.NOT_GIVEN
                || subject.gap(series.reference()).isPresent()) {
            return;
        }
        Map<Measure, String> texts = texts(subject);
        Optional<List<String>> key = series.key(texts);
        if (key.isEmpty()) {
            Measure missing = series.how().per().stream()
                    .filter(measure -> !texts.containsKey(measure))
                    .findFirst()
                    .orElseThrow();
            unknown(
                    into,
                    series,
                    FactState.DERIVED,
                    missing,
                    missing.path() + " is not known",
                    "give " + missing.path());
            return;
        }
        Series.Standing standing = series.standing(key.get(), now);
        Total total = standing.total().copy();
        boolean unknownShare = false;
        for (Share share : shares) {
            if (share.key().isEmpty() || share.key().equals(key)) {
                unknownShare |= share.key().isEmpty() || !share.amount().isKnown();
                total.add(share.amount().micros());
            }
        }
        OptionalLong sum = total.value();
        if (standing.isOverfull() || series.reachesBackTo(since, now)) {
            unknown(
                    into,
                    series,
                    FactState.TOO_LARGE,
                    "more happened in the window than is kept",
                    "shorten the window");
        } else if (standing.hasUnknown()) {
            unknown(
                    into,
                    series,
                    FactState.DERIVED,
                    "something in the window is not known",
                    "correct what was recorded");
        } else if (unknownShare) {
            unknown(into, series, FactState.DERIVED, "what would be added is not known", "give what is missing");
        } else if (sum.isEmpty()) {
            unknown(into, series, FactState.TOO_LARGE, "the sum is too large to compute with", "correct the amounts");
        } else {
            String source = "computed over " + ValueText.grouped(Math.multiplyExact(standing.entries(), Exact.ONE), 0)
                    + " recorded and what would be added";
            into.number(series.reference(), sum.getAsLong(), new Provenance(source, now));
        }
    }

    private void unknown(Facts.Builder into, Series series, FactState state, String why, String cure) {
        unknown(into, series, state, series.reference().measure(), why, cure);
    }

    private void unknown(Facts.Builder into, Series series, FactState state, Measure cause, String why, String cure) {
        String what = series.reference().words() + " of " + facts.basketId();
        FactState root = state == FactState.DERIVED ? FactState.NOT_GIVEN : state;
        into.unknown(
                series.reference(),
                state,
                new FactGap(cause, root, facts.basketId(), what + " is not known: " + why, cure));
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

    private static Map<Measure, String> texts(Facts facts) {
        Map<Measure, String> texts = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            String text = measure.dimension() == Dimension.TEXT && facts.isKnown(measure) ? facts.text(measure) : null;
            if (text != null) {
                texts.put(measure, text);
            }
        }
        return texts;
    }
}
