package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes for the tree of RFC 6962, section 2.1. */
final class Sha256 {

    static final int BYTES = 32;

    private Sha256() {}

    static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }

    /** Gives the digest of a text in the spelling of entries. */
    static String spelled(String text) {
        return "sha256:" + HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Gives the hash of a leaf: SHA-256(0x00 || bytes). */
    static byte[] leaf(byte[] bytes) {
        MessageDigest digest = digest();
        digest.update((byte) 0);
        return digest.digest(bytes);
    }

    /** Gives the hash of a leaf that stands in a buffer. */
    static byte[] leaf(byte[] buffer, int from, int length) {
        MessageDigest digest = digest();
        digest.update((byte) 0);
        digest.update(buffer, from, length);
        return digest.digest();
    }

    /** Gives the hash of an inner node: SHA-256(0x01 || left || right). */
    static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = digest();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
