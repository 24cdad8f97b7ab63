package org.portcullis.engine.policytest.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.portcullis.model.measure.Measure;

/** Names values of a text measure that a policy probably does not name, and that read as what they are: `another desk`. */
final class OtherTexts {
    private OtherTexts() {}

    /** The values, at least two of them different from any one text. */
    static List<String> of(Measure measure) {
        return Stream.concat(plausible(measure), invented(measure)).toList();
    }

    private static Stream<String> plausible(Measure measure) {
        return switch (measure) {
            case ORDER_SIDE -> Stream.of("BUY", "SELL");
            case MESSAGE_KIND -> Stream.of("NEW", "REPLACE");
            case ALERT_EVENT -> Stream.of("suspended", "blocked", "held");
            case ORDER_CURRENCY -> Stream.of("USD", "EUR", "GBP", "JPY");
            default -> Stream.empty();
        };
    }

    private static Stream<String> invented(Measure measure) {
        String[] path = measure.path().split("\\.", -1);
        String noun = path[1].equals("id") ? path[0] : path[1];
        return Stream.of("another " + noun, "yet another " + noun);
    }
}
