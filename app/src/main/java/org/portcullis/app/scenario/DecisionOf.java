package org.portcullis.app.scenario;

import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.flow.Outcome;

/** Reads the decision from what a submission came to. */
public final class DecisionOf implements Outcome.Cases<Decision> {

    @Override
    public Decision blocked(Outcome.Blocked outcome) {
        return outcome.decision();
    }

    @Override
    public Decision waiting(Outcome.Waiting outcome) {
        return outcome.decision().orElseThrow();
    }

    @Override
    public Decision released(Outcome.Released outcome) {
        return outcome.decision().orElseThrow();
    }

    @Override
    public Decision ended(Outcome.Ended outcome) {
        throw noSubmission("an end");
    }

    @Override
    public Decision admitted(Outcome.Admitted outcome) {
        throw noSubmission("an admission");
    }

    @Override
    public Decision recorded(Outcome.Recorded outcome) {
        throw noSubmission("a record");
    }

    @Override
    public Decision estimated(Outcome.Estimated outcome) {
        throw noSubmission("an estimate");
    }

    @Override
    public Decision petitioned(Outcome.Petitioned outcome) {
        throw noSubmission("a petition");
    }

    @Override
    public Decision refused(Outcome.Refused outcome) {
        throw noSubmission("a refusal (" + outcome.sentence() + ")");
    }

    private static IllegalStateException noSubmission(String what) {
        return new IllegalStateException("a submission came to " + what + " without a decision");
    }
}
