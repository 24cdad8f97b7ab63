package org.portcullis.witness;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/** Checks that one tree extends another: RFC 9162, section 2.1.4.2. */
final class Consistency {

    private static final byte[] NODE = {1};

    private Consistency() {}

    /**
     * Is what was signed about a tree.
     *
     * @param size the number of its leaves
     * @param rootBase64 the base64 of its RFC 6962 root, 32 bytes
     */
    record Tree(long size, String rootBase64) {

        byte[] root() {
            return Base64.getDecoder().decode(rootBase64);
        }
    }

    /** Tells whether the proof shows that the new tree begins with the old one. An empty tree needs an empty proof. */
    static boolean holds(Tree old, Tree grown, List<byte[]> proof) {
        boolean wellFormed = old.size() >= 0
                && old.root().length == Hashes.BYTES
                && grown.root().length == Hashes.BYTES
                && proof.stream().allMatch(hash -> hash.length == Hashes.BYTES);
        if (!wellFormed || grown.size() < old.size()) {
            return false;
        }
        if (old.size() == 0) {
            return proof.isEmpty()
                    && same(old.root(), Hashes.sha256())
                    && (grown.size() > 0 || same(grown.root(), old.root()));
        }
        if (old.size() == grown.size()) {
            return proof.isEmpty() && same(old.root(), grown.root());
        }
        return !proof.isEmpty() && leadsToBoth(old, grown, proof);
    }

    private static boolean leadsToBoth(Tree old, Tree grown, List<byte[]> proof) {
        long first = old.size() - 1;
        long last = grown.size() - 1;
        while ((first & 1) == 1) {
            first >>= 1;
            last >>= 1;
        }
        // The root of a perfect old tree is not repeated in the proof.
        boolean perfect = (old.size() & (old.size() - 1)) == 0;
        byte[] oldRoot = perfect ? old.root() : proof.get(0);
        byte[] newRoot = oldRoot;
        for (byte[] hash : proof.subList(perfect ? 0 : 1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == last) {
                oldRoot = Hashes.sha256(NODE, hash, oldRoot);
                newRoot = Hashes.sha256(NODE, hash, newRoot);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                newRoot = Hashes.sha256(NODE, newRoot, hash);
            }
            first >>= 1;
            last >>= 1;
        }
        return last == 0 && same(oldRoot, old.root()) && same(newRoot, grown.root());
    }

    private static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
