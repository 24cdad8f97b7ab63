package org.portcullis.app.eval;

import java.time.Instant;
import java.util.Optional;

/**
 * One attribute and its value as a file writes them.
 *
 * @param attribute with its window, if it has one: `market.adv over 20 trading days`
 * @param value in the language's own spelling; texts without quotation marks
 * @param nameAt where the attribute stands
 * @param valueAt where the value stands
 * @param source where the value comes from; empty means the file itself
 * @param observedAt when it was observed; empty means at the time of the question
 */
public record StatedText(
        String attribute,
        String value,
        Place nameAt,
        Place valueAt,
        Optional<String> source,
        Optional<Instant> observedAt) {

    static StatedText of(String attribute, String value, Place nameAt, Place valueAt) {
        return new StatedText(attribute, value, nameAt, valueAt, Optional.empty(), Optional.empty());
    }
}
