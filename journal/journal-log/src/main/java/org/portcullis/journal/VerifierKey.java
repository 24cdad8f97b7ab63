package org.portcullis.journal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Digest;

/**
 * Is the public half of a journal's key in the spelling of C2SP signed notes: {@code name+hash+base64(0x01 || key)}.
 *
 * @param name the name of the key and of the journal, without white space and without {@code +}
 * @param keyHash the first four bytes of SHA-256(name || LF || 0x01 || key) as eight hexadecimal digits
 * @param keyBase64 the base64 of the algorithm byte 0x01 and the 32 bytes of the key
 */
public record VerifierKey(String name, String keyHash, String keyBase64) {

    private static final byte ED25519 = 1;
    private static final Pattern FORM = Pattern.compile("([^\\s+\\p{Cntrl}]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");
    private static final Pattern NAME = Pattern.compile("[^\\s+\\p{Cntrl}]+");

    /** Refuses ill-formed names with an {@link IllegalArgumentException}. */
    public VerifierKey {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("journal name `" + name + "` is empty or has white space or `+`");
        }
    }

    /**
     * Reads a verifier key.
     *
     * @throws IllegalArgumentException when it is none, or its hash is not that of its parts
     */
    public static VerifierKey read(String line) {
        Matcher form = FORM.matcher(line.strip());
        if (form.matches()) {
            byte[] marked = Base64.getDecoder().decode(form.group(3));
            VerifierKey key = of(form.group(1), Arrays.copyOfRange(marked, 1, marked.length));
            if (key.line().equals(line.strip())) {
                return key;
            }
        }
        throw new IllegalArgumentException("`" + line.strip() + "` is not the verifier key of a journal");
    }

    /** Gives the verifier key of a signer. */
    public static VerifierKey of(Signer signer) {
        return of(signer.keyId(), signer.publicKey());
    }

    private static VerifierKey of(String name, byte[] publicKey) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        key.write(ED25519);
        key.writeBytes(publicKey);
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        hashed.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        hashed.writeBytes(key.toByteArray());
        byte[] hash = Arrays.copyOf(Digest.of(hashed.toByteArray()).hash(), 4);
        return new VerifierKey(
                name, HexFormat.of().formatHex(hash), Base64.getEncoder().encodeToString(key.toByteArray()));
    }

    /** Gives the one line that verifiers take. */
    public String line() {
        return name + "+" + keyHash + "+" + keyBase64;
    }

    /** Gives the 32 bytes of the key. */
    public byte[] publicKey() {
        byte[] marked = Base64.getDecoder().decode(keyBase64);
        return Arrays.copyOfRange(marked, 1, marked.length);
    }

    /** Gives the four bytes that mark a signature of this key. */
    byte[] keyHashBytes() {
        return HexFormat.of().parseHex(keyHash);
    }
}
