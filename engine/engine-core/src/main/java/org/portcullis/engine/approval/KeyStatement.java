package org.portcullis.engine.approval;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/** Reads what people sign about keys: envelopes of exactly one form, so that nothing is in them that nobody looks at. */
final class KeyStatement {

    /** The most bytes of a payload. */
    static final int MAX_BYTES = 1_200;

    private static final int KEY_BYTES = 32;
    private static final Set<String> ENVELOPE_KEYS = Set.of("payload", "payloadType", "signatures");
    private static final Set<String> SIGNATURE_KEYS = Set.of("keyid", "sig");

    private KeyStatement() {}

    /** The payload, not trusted yet; empty where the envelope or its payload has another form. */
    static Optional<JsonObject> payload(JsonObject envelope, String payloadType) {
        try {
            JsonObject signature = envelope.array("signatures").objects().get(0);
            byte[] payload = decode(envelope.text("payload"));
            boolean sound = envelope.members().keySet().equals(ENVELOPE_KEYS)
                    && envelope.text("payloadType").equals(payloadType)
                    && envelope.array("signatures").items().size() == 1
                    && signature.members().keySet().equals(SIGNATURE_KEYS)
                    && decode(signature.text("sig")).length > 0
                    && payload.length <= MAX_BYTES;
            JsonObject read = JsonReader.readObject(payload);
            return sound && Arrays.equals(CanonicalJson.bytes(read), payload) ? Optional.of(read) : Optional.empty();
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }

    /** Whether the text is base64, in its one spelling, of as many bytes as a key has. */
    static boolean isKey(String base64) {
        try {
            return decode(base64).length == KEY_BYTES;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static byte[] decode(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (!Base64.getEncoder().encodeToString(bytes).equals(base64)) {
            throw new IllegalArgumentException("base64 has one spelling");
        }
        return bytes;
    }
}
