package org.portcullis.engine.approval;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/**
 * Asks to put a person's new key in the place of an old one: signed by the new key, as proof that the person can sign with it, and by the old one, as consent.
 *
 * @param keyId the new key
 * @param publicKey base64 of the 32 bytes of the new Ed25519 key
 * @param replaces the id of the old key
 * @param overlapUntil the last instant at which the old key is still in force
 */
public record Rotation(String person, String keyId, String publicKey, String replaces, Instant overlapUntil) {

    /** The media type under which rotations are signed. */
    public static final String PAYLOAD_TYPE = "application/vnd.portcullis.key-rotation+json";

    /** The longest time for which both keys are in force. */
    public static final Duration MAX_OVERLAP = Duration.ofDays(30);

    private static final String ACTION = "rotate key";

    /** Puts the new key in the place of the old one. */
    public static Rotation of(String person, Signer newKey, String replaces, Instant overlapUntil) {
        return new Rotation(
                person, newKey.keyId(), Base64.getEncoder().encodeToString(newKey.publicKey()), replaces, overlapUntil);
    }

    /** Gives this, signed: with the new key it is the proof, with the old key the consent. */
    public JsonObject sign(Signer signer) {
        return Dsse.sign(PAYLOAD_TYPE, toJson(), signer);
    }

    /** Reads the rotation that the envelope carries, without trusting it; empty where it has another form. */
    public static Optional<Rotation> read(JsonObject envelope) {
        try {
            return KeyStatement.payload(envelope, PAYLOAD_TYPE)
                    .filter(json -> fromJson(json).toJson().equals(json))
                    .map(Rotation::fromJson)
                    .filter(Rotation::isSound);
        } catch (JsonMismatch | DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** Whether the envelope says this and is signed by the new key. */
    public boolean isProvenBy(JsonObject envelope, SignatureCheck check) {
        return isSigned(envelope, EnrolledKey.of(keyId, person, publicKey), check);
    }

    /** Whether the envelope says this and is signed by the old key. */
    public boolean isConsentedBy(JsonObject envelope, EnrolledKey old, SignatureCheck check) {
        return old.keyId().equals(replaces) && isSigned(envelope, old, check);
    }

    private boolean isSigned(JsonObject envelope, EnrolledKey key, SignatureCheck check) {
        return read(envelope).equals(Optional.of(this))
                && Dsse.keyId(envelope).equals(Optional.of(key.keyId()))
                && Dsse.open(envelope, key.bytes(), check).isPresent();
    }

    private boolean isSound() {
        return !keyId.isBlank()
                && !keyId.equals(replaces)
                && Math.max(keyId.length(), Math.max(person.length(), replaces.length())) <= Enrolment.MAX_LENGTH
                && KeyStatement.isKey(publicKey);
    }

    private static Rotation fromJson(JsonObject json) {
        return new Rotation(
                json.text("person"),
                json.text("keyId"),
                json.text("publicKey"),
                json.text("replaces"),
                Instant.parse(json.text("overlapUntil")));
    }

    private JsonObject toJson() {
        return JsonObject.builder()
                .put("action", ACTION)
                .put("person", person)
                .put("keyId", keyId)
                .put("publicKey", publicKey)
                .put("replaces", replaces)
                .put("overlapUntil", overlapUntil.toString())
                .build();
    }
}
