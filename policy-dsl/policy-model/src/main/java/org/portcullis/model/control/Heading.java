package org.portcullis.model.control;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.Rationale;

/**
 * What every control carries beside its own meaning.
 *
 * @param citations the provisions that the control serves; may be empty only for grants
 * @param rationales why the control answers to provisions among them, where the policy says so
 * @param effective the days on which the control is in force; empty means as long as its policy is
 * @param message the text for people, with placeholders in braces such as `{order.notional}`, `{limit}`, `{ratio}`, `{count}`
 * @param sentence the control's own sentence in canonical spelling, from which explanations and registers quote
 */
public record Heading(
        ControlId id,
        List<Citation> citations,
        List<Rationale> rationales,
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
        rationales = List.copyOf(rationales);
        for (Rationale rationale : rationales) {
            if (!citations.contains(rationale.citation())) {
                throw new IllegalArgumentException(
                        "control `" + id + "` says why of " + rationale.citation() + " and does not cite it");
            }
        }
        if (owner.isBlank()) {
            throw new IllegalArgumentException("control `" + id + "` has no owner");
        }
    }

    /** What a control carries that says nowhere why. */
    public Heading(
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
        this(id, citations, List.of(), owner, review, effective, rollout, applies, missingData, message, sentence);
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
        return new Heading(
                id, citations, rationales, owner, review, effective, rollout, narrowed, missingData, message, sentence);
    }
}
