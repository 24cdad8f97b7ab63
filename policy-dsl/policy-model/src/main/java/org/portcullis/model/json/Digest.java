package org.portcullis.model.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Is a SHA-256 digest in the spelling that evidence uses: {@code sha256:} and 64 lower-case hexadecimal digits.
 *
 * <p>A class and not a record because it is often compared and seldom read: one that comes from a hash is spelled when
 * somebody asks for its spelling.
 */
public final class Digest {

    private static final String PREFIX = "sha256:";

    private static final int BYTES = 32;

    /** Is copied for every digest, because looking for the algorithm takes as long as a short entry; never fed itself. */
    private static final MessageDigest FRESH = fresh();

    private final byte[] hash;

    /** The spelling, once somebody asked; threads that ask at the same time find the same. */
    private @Nullable String value;

    /** Refuses any other spelling with an {@link IllegalArgumentException}. */
    public Digest(String value) {
        this.hash = new byte[BYTES];
        this.value = value;
        if (!isSpelledRight(value, hash)) {
            throw new IllegalArgumentException("`" + value + "` is not `sha256:` and 64 hexadecimal digits");
        }
    }

    private Digest(byte[] hash) {
        if (hash.length != BYTES) {
            throw new IllegalArgumentException("a hash of " + hash.length + " bytes is none of SHA-256");
        }
        this.hash = hash;
    }

    /** Digests bytes. */
    public static Digest of(byte[] bytes) {
        return new Digest(sha256().digest(bytes));
    }

    /** Digests one byte and then others, as the leaves of a Merkle tree are (RFC 6962, section 2.1). */
    public static Digest of(byte first, byte[] others) {
        MessageDigest sha256 = sha256();
        sha256.update(first);
        return new Digest(sha256.digest(others));
    }

    /** Digests the canonical bytes of a value. */
    public static Digest of(Json value) {
        return of(CanonicalJson.bytes(value));
    }

    /** Spells a hash of 32 bytes that was computed elsewhere. */
    public static Digest ofHash(byte[] hash) {
        return new Digest(hash.clone());
    }

    /** Gives {@code sha256:} and the digits. */
    public String value() {
        String spelled = value;
        if (spelled == null) {
            spelled = PREFIX + HexFormat.of().formatHex(hash);
            value = spelled;
        }
        return spelled;
    }

    /** Gives the 32 bytes, as a copy. */
    public byte[] hash() {
        return hash.clone();
    }

    /** Gives the hexadecimal digits without the prefix. */
    public String hex() {
        return value().substring(PREFIX.length());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && Arrays.equals(hash, digest.hash);
    }

    @Override
    public int hashCode() {
        return (hash[0] & 0xFF) << 24 | (hash[1] & 0xFF) << 16 | (hash[2] & 0xFF) << 8 | (hash[3] & 0xFF);
    }

    @Override
    public String toString() {
        return value();
    }

    /** Looks at each character, because the journal spells a digest for every entry and a pattern takes ten times as long. */
    private static boolean isSpelledRight(String value, byte[] hash) {
        if (value.length() != PREFIX.length() + 2 * BYTES || !value.startsWith(PREFIX)) {
            return false;
        }
        for (int i = 0; i < BYTES; i++) {
            int high = digit(value.charAt(PREFIX.length() + 2 * i));
            int low = digit(value.charAt(PREFIX.length() + 2 * i + 1));
            if (high < 0 || low < 0) {
                return false;
            }
            hash[i] = (byte) (high << 4 | low);
        }
        return true;
    }

    private static int digit(char unit) {
        if (unit >= '0' && unit <= '9') {
            return unit - '0';
        }
        return unit >= 'a' && unit <= 'f' ? unit - 'a' + 10 : -1;
    }

    private static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException slower) {
            return fresh();
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
