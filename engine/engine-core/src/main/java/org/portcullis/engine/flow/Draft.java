package org.portcullis.engine.flow;

import java.time.Instant;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonObject;

/**
 * An entry that is about to be appended; correlation and policy are empty where there is none.
 *
 * @param json the body as the journal will carry it
 */
record Draft(EntryBody body, JsonObject json, String correlation, String policy) {

    /** Spells the body out. */
    Draft(EntryBody body, String correlation, String policy) {
        this(body, body.toJson(), correlation, policy);
    }

    /** What the journal is asked to append. */
    JournalRecord at(Instant at) {
        return new JournalRecord(body.type(), at, correlation, policy, json);
    }
}
