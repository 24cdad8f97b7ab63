package org.portcullis.engine.approval;

import java.util.Base64;
import java.util.Optional;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/**
 * Asks to enrol a person's key, signed by that key: proof that the person who enrols it can sign with it.
 *
 * @param publicKey base64 of the 32 bytes of the Ed25519 key
 */
public record Enrolment(String person, String keyId, String publicKey) {

    /** The media type under which enrolments are signed. */
    public static final String PAYLOAD_TYPE = "application/vnd.portcullis.key-enrolment+json";

    /** The longest text of a member, in characters. */
    public static final int MAX_LENGTH = 200;

    private static final String ACTION = "enrol key";

    /** Gives the signed enrolment of the signer's own key. */
    public static JsonObject sign(String person, Signer signer) {
        String publicKey = Base64.getEncoder().encodeToString(signer.publicKey());
        return Dsse.sign(PAYLOAD_TYPE, new Enrolment(person, signer.keyId(), publicKey).toJson(), signer);
    }

    /** Reads the enrolment that the envelope carries, without trusting it; empty where it has another form. */
    public static Optional<Enrolment> read(JsonObject envelope) {
        try {
            return KeyStatement.payload(envelope, PAYLOAD_TYPE)
                    .filter(json -> fromJson(json).toJson().equals(json))
                    .map(Enrolment::fromJson)
                    .filter(read -> read.isSound(envelope));
        } catch (JsonMismatch malformed) {
            return Optional.empty();
        }
    }

    /** Whether the envelope is signed by the key that it enrols. */
    public boolean isProvenBy(JsonObject envelope, SignatureCheck check) {
        return Dsse.open(envelope, Base64.getDecoder().decode(publicKey), check).isPresent();
    }

    private boolean isSound(JsonObject envelope) {
        return !keyId.isBlank()
                && Math.max(keyId.length(), person.length()) <= MAX_LENGTH
                && Dsse.keyId(envelope).equals(Optional.of(keyId))
                && KeyStatement.isKey(publicKey);
    }

    private static Enrolment fromJson(JsonObject json) {
        return new Enrolment(json.text("person"), json.text("keyId"), json.text("publicKey"));
    }

    private JsonObject toJson() {
        return JsonObject.builder()
                .put("action", ACTION)
                .put("person", person)
                .put("keyId", keyId)
                .put("publicKey", publicKey)
                .build();
    }
}
