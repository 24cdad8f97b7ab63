package org.portcullis.engine.attestation;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/**
 * Is the entry of one act.
 *
 * @param envelope the act, signed by its person
 * @param statement the canonical JSON of the statement; with the first act alone
 */
public record AttestationEntry(AttestationAct act, JsonObject envelope, Optional<String> statement) {

    private static final String ENVELOPE = "envelope";
    private static final String STATEMENT = "statement";

    /** Gives the record that the journal appends. */
    public JournalRecord at(Instant at) {
        JsonObject.Builder body = act.toJson().toBuilder().put(ENVELOPE, envelope);
        return new JournalRecord(
                act.role().type(),
                at,
                "",
                "",
                body.putIfPresent(STATEMENT, statement).build());
    }

    /** Gives the act that an entry records, or nothing for other entries and for those that cannot be read, which no verifier accepts. */
    public static Optional<AttestationEntry> in(JournalEntry entry) {
        Optional<AttestationRole> role = AttestationRole.ofType(entry.type());
        if (role.isEmpty()) {
            return Optional.empty();
        }
        try {
            JsonObject body = entry.body();
            return Optional.of(new AttestationEntry(
                            AttestationAct.fromJson(body), body.object(ENVELOPE), body.findText(STATEMENT)))
                    .filter(read -> read.act().role() == role.get());
        } catch (JsonMismatch | IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
