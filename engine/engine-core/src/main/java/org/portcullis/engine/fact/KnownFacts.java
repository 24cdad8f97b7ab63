package org.portcullis.engine.fact;

import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;

/**
 * What is known of one order or basket, for keeping: what is not known is left out, and so are the requester's roles and what is computed over time, which
 * are read anew whenever they are needed.
 *
 * @param texts by measure
 * @param numbers in millionths of the measure's unit, money in the policy's currency
 * @param observed when a number was observed, where that was not when the facts were judged
 * @param advTradingDays over how many trading days `market.adv` is averaged; 0 where that is not known
 * @param localPriceMicros the order's price in the instrument's own currency; 0 where that is not known
 */
public record KnownFacts(
        SortedMap<Measure, String> texts,
        SortedMap<Measure, Long> numbers,
        SortedMap<Measure, Instant> observed,
        int advTradingDays,
        long localPriceMicros) {

    /** Nothing is known. */
    public static final KnownFacts NONE = new KnownFacts(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), 0, 0);

    public KnownFacts {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        numbers = Collections.unmodifiableSortedMap(new TreeMap<>(numbers));
        observed = Collections.unmodifiableSortedMap(new TreeMap<>(observed));
    }

    /** What the facts know. */
    public static KnownFacts of(Facts facts) {
        TreeMap<Measure, String> texts = new TreeMap<>();
        TreeMap<Measure, Long> numbers = new TreeMap<>();
        TreeMap<Measure, Instant> observed = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            if (!facts.isKnown(measure) || Facts.hasSeveralTexts(measure)) {
                continue;
            }
            String text = facts.text(measure);
            if (measure.dimension() != Dimension.TEXT) {
                numbers.put(measure, facts.micros(measure));
                facts.provenance(measure)
                        .map(Provenance::observedAt)
                        .filter(when -> !when.equals(facts.at()))
                        .ifPresent(when -> observed.put(measure, when));
            } else if (text != null) {
                texts.put(measure, text);
            }
        }
        return new KnownFacts(texts, numbers, observed, facts.advTradingDays(), facts.localPriceMicros());
    }

    /** What is known here and not, or otherwise, there. */
    public KnownFacts without(KnownFacts shared) {
        TreeMap<Measure, String> ownTexts = new TreeMap<>(texts);
        ownTexts.entrySet().removeIf(own -> own.getValue().equals(shared.texts.get(own.getKey())));
        TreeMap<Measure, Long> ownNumbers = new TreeMap<>(numbers);
        ownNumbers
                .entrySet()
                .removeIf(own -> own.getValue().equals(shared.numbers.get(own.getKey()))
                        && Objects.equals(observed.get(own.getKey()), shared.observed.get(own.getKey())));
        TreeMap<Measure, Instant> ownObserved = new TreeMap<>(observed);
        ownObserved.keySet().retainAll(ownNumbers.keySet());
        return new KnownFacts(ownTexts, ownNumbers, ownObserved, advTradingDays, localPriceMicros);
    }

    /** What is known here, and of the rest what is known there. */
    public KnownFacts over(KnownFacts shared) {
        TreeMap<Measure, String> allTexts = new TreeMap<>(shared.texts);
        allTexts.putAll(texts);
        TreeMap<Measure, Long> allNumbers = new TreeMap<>(shared.numbers);
        allNumbers.putAll(numbers);
        TreeMap<Measure, Instant> allObserved = new TreeMap<>(shared.observed);
        allObserved.keySet().removeAll(numbers.keySet());
        allObserved.putAll(observed);
        return new KnownFacts(allTexts, allNumbers, allObserved, advTradingDays, localPriceMicros);
    }

    /** The same with another number. */
    public KnownFacts with(Measure measure, long micros) {
        TreeMap<Measure, Long> more = new TreeMap<>(numbers);
        more.put(measure, micros);
        TreeMap<Measure, Instant> when = new TreeMap<>(observed);
        when.remove(measure);
        return new KnownFacts(texts, more, when, advTradingDays, localPriceMicros);
    }

    /** The text of a measure, if it is known. */
    public Optional<String> text(Measure measure) {
        return Optional.ofNullable(texts.get(measure));
    }

    /** The number of a measure, if it is known. */
    public Optional<Long> number(Measure measure) {
        return Optional.ofNullable(numbers.get(measure));
    }
}
