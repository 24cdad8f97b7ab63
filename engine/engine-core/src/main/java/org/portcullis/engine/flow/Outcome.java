package org.portcullis.engine.flow;

import java.util.Optional;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.token.LineSet;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Value;

/** What came of a command. */
public sealed interface Outcome {

    /** Dispatches on the outcome. */
    <R> R match(Cases<R> cases);

    /** Handles each outcome. */
    interface Cases<R> {
        R blocked(Blocked outcome);

        R waiting(Waiting outcome);

        R released(Released outcome);

        R ended(Ended outcome);

        R admitted(Admitted outcome);

        R recorded(Recorded outcome);

        R petitioned(Petitioned outcome);

        R estimated(Estimated outcome);

        R refused(Refused outcome);
    }

    /** No line of the submission goes on. */
    record Blocked(SubmissionView submission, Decision decision) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.blocked(this);
        }
    }

    /**
     * The submission waits for acknowledgements, approvals or both.
     *
     * @param decision where it has just been made
     */
    record Waiting(SubmissionView submission, Optional<Decision> decision) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.waiting(this);
        }
    }

    /**
     * Lines of the submission are released; the gateway takes the envelope once.
     *
     * @param decision where it has just been made
     */
    record Released(SubmissionView submission, ReleaseToken token, JsonObject envelope, Optional<Decision> decision)
            implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.released(this);
        }
    }

    /** The submission is over without a release; its phase says how. */
    record Ended(SubmissionView submission) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /** The gateway lets exactly these lines through. */
    record Admitted(String submission, LineSet lines) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.admitted(this);
        }
    }

    /**
     * An approver's estimate is recorded, and the approver may be shown everything.
     *
     * @param text what the approver is shown now: the comparison, and what is signed for
     * @param ratio the estimate as a multiple of the amount, if that is known
     * @param far whether it is off by more than the engine's factor
     */
    record Estimated(String text, Optional<Value.Ratio> ratio, boolean far) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.estimated(this);
        }
    }

    /** People are asked to sign; whether they have, and what came of it, is in the petition. */
    record Petitioned(PetitionView petition) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.petitioned(this);
        }
    }

    /** What was asked for is recorded and holds from now on. */
    record Recorded() implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.recorded(this);
        }
    }

    /**
     * What was asked for is refused, and the refusal recorded; nothing else changed.
     *
     * @param code the reason as the journal carries it; codes are forever
     * @param sentence the reason as people read it
     */
    record Refused(String code, String sentence) implements Outcome {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }
}
