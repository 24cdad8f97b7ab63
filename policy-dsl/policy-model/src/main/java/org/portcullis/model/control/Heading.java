package org.portcullis.model.control;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.citation.Citation;

/**
 * What every control carries beside its own meaning.
 *
 * @param citations the provisions that the control serves; may be empty only for grants
 * @param effective the days on which the control is in force; empty means as long as its policy is
 * @param message the text for people, with placeholders in braces such as `{order.notional}`, `{limit}`, `{ratio}`, `{count}`
 * @param sentence the control's own sentence in canonical spelling, from which explanations and registers quote
 */
public record Heading(
        ControlId id,
        List<Citation> citations,
        String owner,
        Review review,
        Optional<Period> effective,
        Rollout rollout,
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

    /** What an enforced control carries that is in force as long as its policy is. */
    public Heading(
            ControlId id,
            List<Citation> citations,
            String owner,
            Review review,
            Applicability applies,
            MissingDataEffect missingData,
            String message,
            String sentence) {
        this(id, citations, owner, review, Optional.empty(), Rollout.ENFORCE, applies, missingData, message, sentence);
    }

    /** The same with another applicability. */
    public Heading withApplies(Applicability narrowed) {
        return new Heading(id, citations, owner, review, effective, rollout, narrowed, missingData, message, sentence);
    }
}
