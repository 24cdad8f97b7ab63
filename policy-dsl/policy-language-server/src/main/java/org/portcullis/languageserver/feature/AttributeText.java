package org.portcullis.languageserver.feature;

import org.portcullis.model.measure.Measure;

/** Describes attributes for people. */
final class AttributeText {
    private AttributeText() {}

    /** The unit and whose attribute it is: `money, of each order`. */
    static String unit(Measure measure) {
        return measure.dimension().phrase() + ", "
                + switch (measure.level()) {
                    case SUBMISSION -> "of the submission";
                    case BASKET -> "of the basket";
                    case ORDER -> "of each order";
                };
    }

    /** How the attribute ages. */
    static String freshness(Measure measure) {
        return switch (measure.freshness()) {
            case GIVEN -> "given with the submission; it does not age";
            case MARKET -> "market data: unknown once it is older than the header allows";
            case RATE -> "an exchange rate: unknown once it is older than the header allows";
            case REFERENCE -> "reference data: unknown once it is older than the header allows";
        };
    }

    /** All of it, in Markdown. */
    static String markdown(Measure measure) {
        return "**" + measure.path() + "** — " + unit(measure) + "\n\n" + measure.description() + "\n\n*"
                + freshness(measure) + "*";
    }
}
