package org.portcullis.engine.attestation;

import java.util.Arrays;
import java.util.Optional;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/**
 * What one person signs about a statement.
 *
 * @param person the id or the pseudonym of the person who signs
 * @param function the function in which the person acts, for example `SMF24`
 * @param keyId the key that signs
 * @param statement the digest of the statement's canonical bytes
 * @param workbook the digest of the workbook file that the statement is about
 * @param text what the person has to say: findings or conditions, in a journal that keeps pseudonyms as a commitment; empty for nothing
 */
public record AttestationAct(
        AttestationRole role,
        String person,
        String function,
        String keyId,
        Digest statement,
        Digest workbook,
        String text) {

    /** The media type under which people sign. */
    public static final String PAYLOAD_TYPE = "application/vnd.portcullis.attestation+json";

    /** Signs it and gives the envelope. */
    public JsonObject sign(Signer signer) {
        return Dsse.sign(PAYLOAD_TYPE, toJson(), signer);
    }

    /** Whether the envelope says exactly this and is signed with the key. */
    public boolean isSignedBy(JsonObject envelope, byte[] publicKey, SignatureCheck check) {
        boolean meant = envelope.findText("payloadType").equals(Optional.of(PAYLOAD_TYPE))
                && Dsse.keyId(envelope).equals(Optional.of(keyId));
        return meant
                && Dsse.open(envelope, publicKey, check).filter(this::isSaidBy).isPresent();
    }

    private boolean isSaidBy(byte[] payload) {
        try {
            return JsonReader.readObject(payload).equals(toJson())
                    && Arrays.equals(payload, CanonicalJson.bytes(toJson()));
        } catch (IllFormedJson malformed) {
            return false;
        }
    }

    /** The act as it is signed, and as its entry states it. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("role", role.word())
                .put("person", person)
                .put("function", function)
                .put("keyId", keyId)
                .put("statementDigest", statement.value())
                .put("workbookDigest", workbook.value())
                .put("text", text)
                .build();
    }

    /**
     * Reads the members of an act among others.
     *
     * @throws JsonMismatch for missing members
     * @throws IllegalArgumentException for members that are not what they must be
     */
    static AttestationAct fromJson(JsonObject json) {
        return new AttestationAct(
                AttestationRole.ofWord(json.text("role")),
                json.text("person"),
                json.text("function"),
                json.text("keyId"),
                new Digest(json.text("statementDigest")),
                new Digest(json.text("workbookDigest")),
                json.text("text"));
    }
}
