package org.portcullis.engine.drools;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;

/**
 * Reads one fact.
 *
 * @param window the number of trading days that an average must be over, or 0 where the policy names none
 */
record FactReading(Measure measure, int window) {
    // One reading for all controls: on the order path it is then in the processor's cache.
    private static final Map<Measure, FactReading> WITHOUT_WINDOW = Arrays.stream(Measure.values())
            .collect(Collectors.toUnmodifiableMap(measure -> measure, measure -> new FactReading(measure, 0)));

    static FactReading of(Reference reference) {
        FactReading shared = WITHOUT_WINDOW.get(reference.measure());
        return shared == null || reference.overTradingDays().isPresent()
                ? new FactReading(
                        reference.measure(), reference.overTradingDays().orElse(0))
                : shared;
    }

    boolean isKnown(Facts facts) {
        return facts.isKnown(measure) && (window == 0 || facts.advTradingDays() == window);
    }

    /** The fact's number; meaningful only where it is known. */
    long micros(Facts facts) {
        return facts.micros(measure);
    }

    /** The fact's text, or null where it is not known. */
    @Nullable
    String text(Facts facts) {
        return isKnown(facts) ? facts.text(measure) : null;
    }

    boolean isRole() {
        return measure == Measure.REQUESTER_ROLE;
    }
}
