package org.portcullis.report.evidence;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonReader;
import org.portcullis.report.sheet.Cell;

/** Checks the signature of an accepted vote again, against the key as it was enrolled in the journal. */
final class SignatureVerdicts {

    private final Map<String, EnrolledKey> keys;
    private final SignatureCheck check;

    /** Checks against keys by their name; they may grow while a journal is read. */
    SignatureVerdicts(Map<String, EnrolledKey> keys, SignatureCheck check) {
        this.keys = keys;
        this.check = check;
    }

    /** Tells whether the envelope is signed by the person's own enrolled key and says what the entry says. */
    boolean holds(HoldEntry.VoteAccepted vote) {
        return Optional.ofNullable(keys.get(vote.keyId()))
                .filter(key -> key.person().equals(vote.approver()))
                .flatMap(key -> decoded(key.publicKey()))
                .flatMap(key -> Dsse.open(vote.envelope(), key, check))
                .flatMap(SignatureVerdicts::statement)
                .filter(statement -> statement.approver().equals(vote.approver())
                        && statement.action() == vote.action()
                        && statement.binding().hold().equals(vote.hold())
                        && statement.reason().equals(vote.reason()))
                .isPresent();
    }

    Cell mark(HoldEntry.VoteAccepted vote) {
        return holds(vote) ? Cells.good("VALID") : Cells.stop("NOT VALID");
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Statement> statement(byte[] payload) {
        try {
            return Optional.of(Statement.fromJson(JsonReader.readObject(payload)));
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException | java.time.DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
