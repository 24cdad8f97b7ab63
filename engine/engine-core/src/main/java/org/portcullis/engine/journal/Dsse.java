package org.portcullis.engine.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;

/**
 * Writes and reads DSSE envelopes (Dead Simple Signing Envelope, protocol version 1.0.2): a person's own signature over a
 * statement together with its media type.
 *
 * <p>The envelope is {@code {payload, payloadType, signatures: [{keyid, sig}]}} with base64 of RFC 4648 section 4; here it
 * has exactly one signature.
 */
public final class Dsse {

    private Dsse() {}

    /** Signs the canonical bytes of a statement and gives the envelope. */
    public static JsonObject sign(String payloadType, JsonObject statement, Signer signer) {
        byte[] payload = CanonicalJson.bytes(statement);
        byte[] signature = signer.sign(preAuthentication(payloadType, payload));
        JsonObject signed = JsonObject.of("keyid", signer.keyId(), "sig", base64(signature));
        return JsonObject.builder()
                .put("payload", base64(payload))
                .put("payloadType", payloadType)
                .put("signatures", JsonArray.of(signed))
                .build();
    }

    /** Gives the bytes that are signed: {@code DSSEv1 SP length SP type SP length SP payload}. */
    public static byte[] preAuthentication(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("DSSEv1 " + type.length + " " + payloadType + " " + payload.length + " ")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[head.length + payload.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(payload, 0, whole, head.length, payload.length);
        return whole;
    }

    /** Gives the payload bytes when the envelope's one signature is admitted for the key, and nothing otherwise. */
    public static Optional<byte[]> open(JsonObject envelope, byte[] publicKey, SignatureCheck check) {
        try {
            List<JsonObject> signatures = envelope.array("signatures").objects();
            if (signatures.size() != 1) {
                return Optional.empty();
            }
            byte[] payload = Base64.getDecoder().decode(envelope.text("payload"));
            byte[] signature = Base64.getDecoder().decode(signatures.get(0).text("sig"));
            byte[] message = preAuthentication(envelope.text("payloadType"), payload);
            return check.accepts(publicKey, message, signature) ? Optional.of(payload) : Optional.empty();
        } catch (JsonMismatch | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Gives the key id that the envelope's one signature names, or nothing. */
    public static Optional<String> keyId(JsonObject envelope) {
        try {
            List<JsonObject> signatures = envelope.array("signatures").objects();
            return signatures.size() == 1 ? Optional.of(signatures.get(0).text("keyid")) : Optional.empty();
        } catch (JsonMismatch malformed) {
            return Optional.empty();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
