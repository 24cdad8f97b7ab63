package org.portcullis.app.scenario;

import java.util.Optional;
import org.portcullis.engine.flow.Outcome;

/** Reads the refusal from an outcome; empty for every other outcome. */
final class RefusalOf implements Outcome.Cases<Optional<Outcome.Refused>> {

    @Override
    public Optional<Outcome.Refused> blocked(Outcome.Blocked outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome.Refused> waiting(Outcome.Waiting outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome.Refused> released(Outcome.Released outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome.Refused> ended(Outcome.Ended outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome.Refused> admitted(Outcome.Admitted outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome.Refused> recorded(Outcome.Recorded outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome.Refused> estimated(Outcome.Estimated outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome.Refused> petitioned(Outcome.Petitioned outcome) {
        return Optional.empty();
    }

    @Override
    public Optional<Outcome.Refused> refused(Outcome.Refused outcome) {
        return Optional.of(outcome);
    }
}
