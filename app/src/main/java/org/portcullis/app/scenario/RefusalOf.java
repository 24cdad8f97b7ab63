package org.portcullis.app.scenario;

import java.util.Optional;
import org.portcullis.engine.flow.Outcome;

/** Reads the refusal from an outcome; empty for every other outcome. */
final class RefusalOf extends UsualOutcome<Optional<Outcome.Refused>> {

    RefusalOf() {
        super(Optional.empty());
    }

    @Override
    public Optional<Outcome.Refused> refused(Outcome.Refused outcome) {
        return Optional.of(outcome);
    }
}
