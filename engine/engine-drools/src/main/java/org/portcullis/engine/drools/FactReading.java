package org.portcullis.engine.drools;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;

/**
 * Reads one fact.
 *
 * @param measure what is read, or what the fact is computed from over time
 * @param derived whether the fact is computed over time; any other is read from an array
 * @param days over how many trading days it must be averaged; 0 where that does not matter
 */
record FactReading(Reference reference, Measure measure, boolean derived, int days) {
    // One reading for all controls: on the order path it is then in the processor's cache.
    private static final Map<Measure, FactReading> PLAIN = Arrays.stream(Measure.values())
            .collect(Collectors.toUnmodifiableMap(
                    measure -> measure, measure -> new FactReading(Reference.to(measure), measure, false, 0)));

    /** What a condition has that reads no fact. */
    static final FactReading NONE = of(Reference.to(Measure.ORDER_ID));

    static FactReading of(Reference reference) {
        FactReading shared = PLAIN.get(reference.measure());
        return shared == null || !shared.reference.equals(reference)
                ? new FactReading(
                        reference,
                        reference.measure(),
                        reference.derivation().isPresent(),
                        reference.overTradingDays().orElse(0))
                : shared;
    }

    boolean isKnown(Facts facts) {
        if (derived) {
            return facts.isKnown(reference);
        }
        return facts.isKnown(measure) && (days == 0 || facts.advTradingDays() == days);
    }

    /** The fact's number; meaningful only where it is known. */
    long micros(Facts facts) {
        return derived ? facts.micros(reference) : facts.micros(measure);
    }

    /** The fact's text, or null where it is not known. */
    @Nullable
    String text(Facts facts) {
        return isKnown(facts) ? facts.text(measure) : null;
    }

    /** Whether the fact is a set of texts. */
    boolean isSet() {
        return Facts.hasSeveralTexts(measure);
    }

    /** The texts of a fact that is a set of them; meaningful only where it is known. */
    Set<String> texts(Facts facts) {
        return facts.texts(measure);
    }
}
