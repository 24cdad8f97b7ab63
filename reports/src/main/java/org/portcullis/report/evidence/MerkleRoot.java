package org.portcullis.report.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.model.json.Digest;

/** Computes the root of RFC 6962, section 2.1, over leaf hashes that come one after the other. Mutable; one thread. */
final class MerkleRoot {

    private static final byte NODE = 1;

    /** The roots of complete subtrees, largest first, one for each set bit of the size. */
    private final List<byte[]> peaks = new ArrayList<>();

    private long size;

    void add(Digest leafHash) {
        byte[] hash = leafHash.hash();
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = node(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        size++;
    }

    /** Gives the root so far; that of no leaves is the hash of nothing. */
    Digest value() {
        if (peaks.isEmpty()) {
            return Digest.of(new byte[0]);
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return Digest.ofHash(root);
    }

    private static byte[] node(byte[] left, byte[] right) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(NODE);
            sha256.update(left);
            sha256.update(right);
            return sha256.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
