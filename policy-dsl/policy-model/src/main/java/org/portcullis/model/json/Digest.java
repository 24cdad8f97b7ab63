package org.portcullis.model.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Is a SHA-256 digest in the spelling that evidence uses.
 *
 * @param value {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record Digest(String value) {

    private static final String PREFIX = "sha256:";

    private static final Pattern SPELLING = Pattern.compile("sha256:[0-9a-f]{64}");

    /** Refuses any other spelling with an {@link IllegalArgumentException}. */
    public Digest {
        if (!SPELLING.matcher(value).matches()) {
            throw new IllegalArgumentException("`" + value + "` is not `sha256:` and 64 hexadecimal digits");
        }
    }

    /** Digests bytes. */
    public static Digest of(byte[] bytes) {
        return ofHash(sha256().digest(bytes));
    }

    /** Digests the canonical bytes of a value. */
    public static Digest of(Json value) {
        return of(CanonicalJson.bytes(value));
    }

    /** Spells a hash of 32 bytes that was computed elsewhere. */
    public static Digest ofHash(byte[] hash) {
        return new Digest(PREFIX + HexFormat.of().formatHex(hash));
    }

    /** Gives the 32 bytes, as a copy. */
    public byte[] hash() {
        return HexFormat.of().parseHex(value.substring(PREFIX.length()));
    }

    /** Gives the hexadecimal digits without the prefix. */
    public String hex() {
        return value.substring(PREFIX.length());
    }

    @Override
    public String toString() {
        return value;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
