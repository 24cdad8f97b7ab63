package org.portcullis.model.condition;

import java.util.OptionalInt;
import org.portcullis.model.measure.Measure;

/** Names a measure, and for averages the number of trading days over which the policy wants it: `market.adv over 20 trading days`. */
public record Reference(Measure measure, OptionalInt overTradingDays) {
    public Reference {
        if (overTradingDays.isPresent() && overTradingDays.getAsInt() < 1) {
            throw new IllegalArgumentException(
                    "a window of " + overTradingDays.getAsInt() + " trading days is not positive");
        }
    }

    /** Names a measure without a window. */
    public static Reference to(Measure measure) {
        return new Reference(measure, OptionalInt.empty());
    }

    /** The reference as policies write it. */
    public String words() {
        return overTradingDays.isPresent()
                ? measure.path() + " over " + overTradingDays.getAsInt() + " trading days"
                : measure.path();
    }
}
