package org.portcullis.engine.approval;

import java.util.Optional;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/**
 * Says that a key is the person's, signed by a second person who has seen the first one's identity and compared the key with them.
 *
 * @param confirmedBy the second person
 * @param keyId the key that is enrolled, or the new key of a rotation
 * @param person whose key it is
 * @param publicKey base64 of its 32 bytes
 */
public record KeyConfirmation(String confirmedBy, String keyId, String person, String publicKey) {

    /** The media type under which confirmations are signed. */
    public static final String PAYLOAD_TYPE = "application/vnd.portcullis.key-confirmation+json";

    private static final String ACTION = "confirm key";

    /** Confirms what an enrolment asks for. */
    public static KeyConfirmation of(Enrolment enrolment, String confirmedBy) {
        return new KeyConfirmation(confirmedBy, enrolment.keyId(), enrolment.person(), enrolment.publicKey());
    }

    /** Confirms what a rotation asks for. */
    public static KeyConfirmation of(Rotation rotation, String confirmedBy) {
        return new KeyConfirmation(confirmedBy, rotation.keyId(), rotation.person(), rotation.publicKey());
    }

    /**
     * Gives the signed confirmation of what somebody has signed to enrol or to rotate a key; whether that person's signature holds is the engine's to judge.
     *
     * @param request made by {@link Enrolment#sign} or {@link Rotation#sign}; {@link IllegalArgumentException} where it is neither
     * @param confirmedBy the second person, whose key the signer's is
     */
    public static JsonObject sign(JsonObject request, String confirmedBy, Signer signer) {
        return Enrolment.read(request)
                .map(enrolment -> of(enrolment, confirmedBy))
                .or(() -> Rotation.read(request).map(rotation -> of(rotation, confirmedBy)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "what is to be confirmed is no enrolment and no rotation of a key"))
                .sign(signer);
    }

    /** Gives this, signed by the second person. */
    public JsonObject sign(Signer signer) {
        return Dsse.sign(PAYLOAD_TYPE, toJson(), signer);
    }

    /** Reads the confirmation that the envelope carries, without trusting it; empty where it has another form. */
    public static Optional<KeyConfirmation> read(JsonObject envelope) {
        try {
            return KeyStatement.payload(envelope, PAYLOAD_TYPE)
                    .filter(json -> fromJson(json).toJson().equals(json))
                    .map(KeyConfirmation::fromJson);
        } catch (JsonMismatch malformed) {
            return Optional.empty();
        }
    }

    /** Whether the envelope says this and is signed by the key. */
    public boolean isSignedBy(JsonObject envelope, EnrolledKey key, SignatureCheck check) {
        return read(envelope).equals(Optional.of(this))
                && Dsse.keyId(envelope).equals(Optional.of(key.keyId()))
                && Dsse.open(envelope, key.bytes(), check).isPresent();
    }

    private static KeyConfirmation fromJson(JsonObject json) {
        return new KeyConfirmation(
                json.text("confirmedBy"), json.text("keyId"), json.text("person"), json.text("publicKey"));
    }

    private JsonObject toJson() {
        return JsonObject.builder()
                .put("action", ACTION)
                .put("confirmedBy", confirmedBy)
                .put("keyId", keyId)
                .put("person", person)
                .put("publicKey", publicKey)
                .build();
    }
}
