package org.portcullis.engine.token;

import java.time.Instant;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * Says that the engine has released certain lines of one submission; signed, used once, and over after {@code notAfter}.
 *
 * @param id unpredictable, at least 128 bits
 * @param submission the engine's id of the submission
 * @param submissionDigest of exactly the basket that was judged
 * @param decisionDigest of the body of the `decision.made` entry
 * @param notAfter the last instant at which it is accepted
 * @param lines the lines that may go on
 */
public record ReleaseToken(
        String id, String submission, Digest submissionDigest, Digest decisionDigest, Instant notAfter, LineSet lines) {

    /** The media type under which tokens are signed. */
    public static final String PAYLOAD_TYPE = "application/vnd.portcullis.release-token+json";

    /** Refuses a token that releases nothing with an {@link IllegalArgumentException}. */
    public ReleaseToken {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a release token names at least one line");
        }
    }

    /** Signs the token and gives the envelope that the caller carries to the gateway. */
    public JsonObject sign(Signer signer) {
        return Dsse.sign(PAYLOAD_TYPE, toJson(), signer);
    }

    /** The statement that is signed. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("token", id)
                .put("submission", submission)
                .put("submissionDigest", submissionDigest.value())
                .put("decisionDigest", decisionDigest.value())
                .put("notAfter", notAfter.toString())
                .put("lines", lines.text())
                .build();
    }

    /**
     * Reads the statement.
     *
     * @throws org.portcullis.model.json.JsonMismatch for missing members
     * @throws IllegalArgumentException for members that are not what they must be
     * @throws java.time.DateTimeException for an unreadable instant
     */
    public static ReleaseToken fromJson(JsonObject json) {
        return new ReleaseToken(
                json.text("token"),
                json.text("submission"),
                new Digest(json.text("submissionDigest")),
                new Digest(json.text("decisionDigest")),
                Instant.parse(json.text("notAfter")),
                LineSet.parse(json.text("lines")));
    }
}
