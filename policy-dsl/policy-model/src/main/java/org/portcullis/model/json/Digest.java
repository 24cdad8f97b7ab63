package org.portcullis.model.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Is a SHA-256 digest in the spelling that evidence uses.
 *
 * @param value {@code sha256:} and 64 lower-case hexadecimal digits
 */
public record Digest(String value) {

    private static final String PREFIX = "sha256:";

    private static final int DIGITS = 64;

    /** Refuses any other spelling with an {@link IllegalArgumentException}. */
    public Digest {
        if (!isSpelledRight(value)) {
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

    /** Looks at each character, because the journal spells a digest for every entry and a pattern takes ten times as long. */
    private static boolean isSpelledRight(String value) {
        boolean right = value.startsWith(PREFIX) && value.length() == PREFIX.length() + DIGITS;
        for (int i = PREFIX.length(); right && i < value.length(); i++) {
            char digit = value.charAt(i);
            right = (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
        }
        return right;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
