package org.portcullis.example.embedding;

import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.json.JsonObject;

/** The last gate before the algos: lets exactly the lines of a release token through, once. */
record Gateway(EngineFront front) {

    // excerpt: gateway
    /** The lines of the basket that may go; none where the engine refuses the token, whatever the reason. */
    LineSet admit(JsonObject token, Submission basket) throws EngineFailure {
        Outcome outcome = front.handle(new Command.PresentToken(token, SubmissionJson.digest(basket)))
                .outcome();
        return outcome instanceof Outcome.Admitted admitted ? admitted.lines() : LineSet.of(java.util.List.of());
    }
    // end of excerpt
}
