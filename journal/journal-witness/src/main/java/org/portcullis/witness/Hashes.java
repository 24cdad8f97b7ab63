package org.portcullis.witness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Computes SHA-256 with the JDK. */
final class Hashes {

    /** The bytes of a hash. */
    static final int BYTES = 32;

    private static final int KEY_ID_BYTES = 4;

    private Hashes() {}

    /** Gives the SHA-256 of the parts, one behind the other. */
    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** Gives the four bytes that mark signatures of a key: of SHA-256(name || LF || algorithm || key). */
    static byte[] keyId(String name, byte[] markedKey) {
        return Arrays.copyOf(sha256((name + "\n").getBytes(StandardCharsets.UTF_8), markedKey), KEY_ID_BYTES);
    }
}
