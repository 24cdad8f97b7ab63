package org.portcullis.engine.flow;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.control.Stage;

/**
 * Something of which desks may have to be told.
 *
 * @param submission the engine's id
 * @param order the order in question; empty for a whole basket
 * @param event `suspended`, `blocked` or `held`, for escalations that listen for it; empty where nothing of the kind happened
 * @param because why it happened, as people are told; empty where nothing of the kind happened
 * @param facts what is known of it
 * @param telling the findings that tell roles: of monitors and early warnings
 */
record Noticed(
        String submission,
        Optional<String> order,
        Optional<String> event,
        Stage stage,
        String because,
        SubmissionFacts facts,
        List<Finding> telling) {
    Noticed {
        telling = List.copyOf(telling);
    }
}
