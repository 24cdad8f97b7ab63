package org.portcullis.model.control;

import java.util.List;
import org.portcullis.model.citation.Citation;

/**
 * What every control carries beside its own meaning.
 *
 * @param citations the provisions that the control serves; may be empty only for grants
 * @param message the text for people, with placeholders in braces such as `{order.notional}`, `{limit}`, `{ratio}`, `{count}`
 * @param sentence the control's own sentence in canonical spelling, from which explanations and registers quote
 */
public record Heading(
        ControlId id,
        List<Citation> citations,
        String owner,
        Review review,
        Applicability applies,
        MissingDataEffect missingData,
        String message,
        String sentence) {
    public Heading {
        citations = List.copyOf(citations);
        if (owner.isBlank()) {
            throw new IllegalArgumentException("control `" + id + "` has no owner");
        }
    }
}
