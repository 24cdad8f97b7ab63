package org.portcullis.model.condition;

import java.util.Optional;
import java.util.OptionalInt;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;

/**
 * Names a measure, for averages with the number of trading days over which the policy wants it, `market.adv over 20 trading days`, or computed over time,
 * `sum of order.notional per order.desk per trading day`.
 *
 * @param derivation how the measure is computed over time; empty means the measure itself
 */
public record Reference(Measure measure, OptionalInt overTradingDays, Optional<Derivation> derivation) {
    public Reference {
        if (overTradingDays.isPresent() && overTradingDays.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "a window of " + overTradingDays.getAsInt() + " trading days is not positive");
        }
    }

    /** Names a measure itself. */
    public Reference(Measure measure, OptionalInt overTradingDays) {
        this(measure, overTradingDays, Optional.empty());
    }

    /** Names a measure without a window. */
    public static Reference to(Measure measure) {
        return new Reference(measure, OptionalInt.empty());
    }

    /** Names a measure computed over time. */
    public static Reference derived(Measure measure, Derivation derivation) {
        return new Reference(measure, OptionalInt.empty(), Optional.of(derivation));
    }

    /** The dimension of the values: the measure's own, a ratio for a change, and for a count what the measure counts. */
    public Dimension dimension() {
        return derivation
                .map(how -> how.match(new Derivation.Cases<Dimension>() {
                    @Override
                    public Dimension change(Derivation.Change change) {
                        return Dimension.RATIO;
                    }

                    @Override
                    public Dimension windowed(Derivation.Windowed window) {
                        return window.aggregate() == Derivation.Aggregate.COUNT
                                ? measure.counted().orElse(measure.dimension())
                                : measure.dimension();
                    }
                }))
                .orElse(measure.dimension());
    }

    /** The reference as policies write it. */
    public String words() {
        String itself = overTradingDays.isPresent()
                ? measure.path() + " over " + overTradingDays.getAsInt() + " trading days"
                : measure.path();
        return derivation
                .map(how -> how.match(new Derivation.Cases<String>() {
                    @Override
                    public String change(Derivation.Change change) {
                        return "change in " + itself + " since "
                                + change.since().path();
                    }

                    @Override
                    public String windowed(Derivation.Windowed window) {
                        return window.aggregate().words() + " " + itself + " " + window.words();
                    }
                }))
                .orElse(itself);
    }
}
