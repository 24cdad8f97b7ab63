package org.portcullis.journal;

import java.util.ArrayList;
import java.util.List;

/** Finds the hashes that lead from a leaf to the root: RFC 6962, section 2.1.1. */
final class MerklePath {

    private MerklePath() {}

    /** Gives the hashes, the one beside the leaf first. */
    static List<byte[]> of(List<byte[]> leafHashes, int index) {
        if (leafHashes.size() == 1) {
            return new ArrayList<>();
        }
        int split = Integer.highestOneBit(leafHashes.size() - 1);
        List<byte[]> left = leafHashes.subList(0, split);
        List<byte[]> right = leafHashes.subList(split, leafHashes.size());
        List<byte[]> path = index < split ? of(left, index) : of(right, index - split);
        path.add(root(index < split ? right : left));
        return path;
    }

    private static byte[] root(List<byte[]> leafHashes) {
        MerkleFrontier tree = new MerkleFrontier();
        leafHashes.forEach(tree::append);
        return tree.root().hash();
    }
}
