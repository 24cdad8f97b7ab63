package org.portcullis.witness;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is the verifier key of a log that a witness serves: {@code name+hash+base64(0x01 || key)}. Its name is the log's origin.
 *
 * @param name the name of the key and the origin of the log's checkpoints
 * @param keyBase64 the base64 of the algorithm byte 0x01 and the 32 bytes of the key
 */
public record LogKey(String name, String keyBase64) {

    private static final byte ED25519 = 1;
    private static final Pattern FORM = Pattern.compile("([^\\s+\\p{Cntrl}]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");

    /** Reads a verifier key; {@link IllegalArgumentException} when it is none or its hash is not that of its parts. */
    public static LogKey read(String line) {
        Matcher form = FORM.matcher(line.strip());
        if (form.matches()) {
            byte[] marked = Base64.getDecoder().decode(form.group(3));
            byte[] keyId = HexFormat.of().parseHex(form.group(2));
            boolean consistent = marked.length == Ed25519.KEY_BYTES + 1
                    && marked[0] == ED25519
                    && Arrays.equals(keyId, Hashes.keyId(form.group(1), marked));
            if (consistent) {
                return new LogKey(form.group(1), form.group(3));
            }
        }
        throw new IllegalArgumentException(
                "`" + line.strip() + "` is not a verifier key; take the one line of the journal's `journal.vkey`");
    }

    /** Tells whether one of the signatures is of this key and holds. */
    boolean signed(SignedCheckpoint checkpoint) {
        byte[] marked = Base64.getDecoder().decode(keyBase64);
        byte[] keyId = Hashes.keyId(name, marked);
        byte[] publicKey = Arrays.copyOfRange(marked, 1, marked.length);
        return checkpoint.signatures().stream()
                .filter(signature -> signature.isOf(name, keyId))
                .anyMatch(signature -> Ed25519.accepts(publicKey, checkpoint.signed(), signature.bytes()));
    }
}
