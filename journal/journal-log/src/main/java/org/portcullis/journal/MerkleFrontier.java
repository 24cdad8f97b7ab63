package org.portcullis.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.model.json.Digest;

/**
 * Grows the tree of RFC 6962, section 2.1, and keeps only its right edge: the roots of the perfect subtrees, largest
 * first. Mutable, for one thread.
 */
final class MerkleFrontier {

    private final MessageDigest sha256 = sha256();
    private final List<byte[]> subtrees = new ArrayList<>();
    private long size;

    /** Adds the leaf hash of the next entry. */
    void append(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long bits = size; (bits & 1) == 1; bits >>= 1) {
            hash = node(sha256, subtrees.remove(subtrees.size() - 1), hash);
        }
        subtrees.add(hash);
        size++;
    }

    /** Gives the root over all entries so far. */
    Digest root() {
        if (subtrees.isEmpty()) {
            return Digest.of(new byte[0]);
        }
        byte[] hash = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            hash = node(sha256, subtrees.get(i), hash);
        }
        return Digest.ofHash(hash);
    }

    long size() {
        return size;
    }

    /** Gives the hash of an inner node: SHA-256(0x01 || left || right). */
    static byte[] node(MessageDigest sha256, byte[] left, byte[] right) {
        sha256.update((byte) 1);
        sha256.update(left);
        return sha256.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
