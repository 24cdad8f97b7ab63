package org.portcullis.app.scenario;

import org.portcullis.engine.flow.Outcome;

/** Answers every outcome with one thing; for questions about few of them. */
public class UsualOutcome<R> implements Outcome.Cases<R> {
    private final R usual;

    /** Answers with {@code usual} unless overridden. */
    public UsualOutcome(R usual) {
        this.usual = usual;
    }

    @Override
    public R blocked(Outcome.Blocked outcome) {
        return usual;
    }

    @Override
    public R waiting(Outcome.Waiting outcome) {
        return usual;
    }

    @Override
    public R released(Outcome.Released outcome) {
        return usual;
    }

    @Override
    public R ended(Outcome.Ended outcome) {
        return usual;
    }

    @Override
    public R admitted(Outcome.Admitted outcome) {
        return usual;
    }

    @Override
    public R recorded(Outcome.Recorded outcome) {
        return usual;
    }

    @Override
    public R petitioned(Outcome.Petitioned outcome) {
        return usual;
    }

    @Override
    public R estimated(Outcome.Estimated outcome) {
        return usual;
    }

    @Override
    public R refused(Outcome.Refused outcome) {
        return usual;
    }
}
