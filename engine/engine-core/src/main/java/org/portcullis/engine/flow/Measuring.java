package org.portcullis.engine.flow;

import org.portcullis.engine.decision.Decision;

/** Tells the metrics what came of a command. */
record Measuring(String command, long nanos, Audience audience) implements Outcome.Cases<Boolean> {

    @Override
    public Boolean blocked(Outcome.Blocked outcome) {
        decided(outcome.decision());
        return handled("blocked");
    }

    @Override
    public Boolean waiting(Outcome.Waiting outcome) {
        outcome.decision().ifPresent(this::decided);
        return handled("waiting");
    }

    @Override
    public Boolean released(Outcome.Released outcome) {
        outcome.decision().ifPresent(this::decided);
        return handled("released");
    }

    @Override
    public Boolean ended(Outcome.Ended outcome) {
        return handled("ended");
    }

    @Override
    public Boolean petitioned(Outcome.Petitioned outcome) {
        return handled("petitioned");
    }

    @Override
    public Boolean estimated(Outcome.Estimated outcome) {
        return handled("estimated");
    }

    @Override
    public Boolean admitted(Outcome.Admitted outcome) {
        return handled("admitted");
    }

    @Override
    public Boolean recorded(Outcome.Recorded outcome) {
        return handled("recorded");
    }

    @Override
    public Boolean refused(Outcome.Refused outcome) {
        audience.measure(metrics -> metrics.refused(command, outcome.code()));
        return handled("refused");
    }

    private void decided(Decision decision) {
        audience.measure(metrics -> metrics.decided(decision.effect()));
    }

    private Boolean handled(String outcome) {
        audience.measure(metrics -> metrics.handled(command, outcome, nanos));
        return true;
    }
}
