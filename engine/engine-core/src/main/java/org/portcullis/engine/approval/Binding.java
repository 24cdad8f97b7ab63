package org.portcullis.engine.approval;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * What a signature is about: the one thing that must be equal in a hold and in every statement signed for it.
 *
 * @param hold the hold's id
 * @param submissionDigest of exactly the basket that is approved: any amendment has another
 * @param decisionDigest of the body of the `decision.made` entry
 * @param textShownDigest of the UTF-8 bytes of the text that approvers read
 * @param factsShownDigest of the UTF-8 bytes of what approvers read before they estimated, where they do
 * @param policy the fingerprint of the pack that decided
 * @param nonce unpredictable, one per hold
 * @param notBefore when the hold began
 * @param notAfter the last instant at which a vote counts
 */
public record Binding(
        String hold,
        Digest submissionDigest,
        Digest decisionDigest,
        Digest textShownDigest,
        Optional<Digest> factsShownDigest,
        String policy,
        String nonce,
        Instant notBefore,
        Instant notAfter) {

    /** A binding of people who estimate nothing. */
    public Binding(
            String hold,
            Digest submissionDigest,
            Digest decisionDigest,
            Digest textShownDigest,
            String policy,
            String nonce,
            Instant notBefore,
            Instant notAfter) {
        this(
                hold,
                submissionDigest,
                decisionDigest,
                textShownDigest,
                Optional.empty(),
                policy,
                nonce,
                notBefore,
                notAfter);
    }

    /** Adds the members to a statement or an entry. */
    public JsonObject.Builder addTo(JsonObject.Builder json) {
        return json.put("hold", hold)
                .put("submissionDigest", submissionDigest.value())
                .put("decisionDigest", decisionDigest.value())
                .put("textShownDigest", textShownDigest.value())
                .putIfPresent("factsShownDigest", factsShownDigest.map(Digest::value))
                .put("policy", policy)
                .put("nonce", nonce)
                .put("notBefore", notBefore.toString())
                .put("notAfter", notAfter.toString());
    }

    /** Reads what {@link #addTo} added; throws what {@link Statement#fromJson} throws. */
    public static Binding fromJson(JsonObject json) {
        return new Binding(
                json.text("hold"),
                new Digest(json.text("submissionDigest")),
                new Digest(json.text("decisionDigest")),
                new Digest(json.text("textShownDigest")),
                json.findText("factsShownDigest").map(Digest::new),
                json.text("policy"),
                json.text("nonce"),
                Instant.parse(json.text("notBefore")),
                Instant.parse(json.text("notAfter")));
    }
}
