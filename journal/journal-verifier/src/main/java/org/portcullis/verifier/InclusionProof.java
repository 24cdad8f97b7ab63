package org.portcullis.verifier;

import java.util.Arrays;
import java.util.List;

/** Checks that a leaf is in a tree, without the other leaves: RFC 9162, section 2.1.3.2. */
final class InclusionProof {

    private InclusionProof() {}

    /** Names a leaf of a tree: swapped, the two numbers would still be numbers. */
    record Place(long index, long treeSize) {}

    /** Tells whether the hashes lead from the leaf to the root; false for malformed input. */
    static boolean holds(Place place, byte[] leafHash, List<byte[]> path, byte[] root) {
        long fromLeft = place.index();
        long last = place.treeSize() - 1;
        if (fromLeft < 0 || fromLeft > last || leafHash.length != Sha256.BYTES) {
            return false;
        }
        byte[] hash = leafHash;
        for (byte[] step : path) {
            if (last == 0 || step.length != Sha256.BYTES) {
                return false;
            }
            boolean right = (fromLeft & 1) == 1 || fromLeft == last;
            hash = right ? Sha256.node(step, hash) : Sha256.node(hash, step);
            while (right && (fromLeft & 1) == 0 && fromLeft != 0) {
                fromLeft >>= 1;
                last >>= 1;
            }
            fromLeft >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }
}
