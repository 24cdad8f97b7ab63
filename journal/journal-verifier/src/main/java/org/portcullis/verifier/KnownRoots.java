package org.portcullis.verifier;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes down the root of the tree at the sizes at which somebody holds a signed one, while the tree grows. Mutable, for one
 * examination.
 */
final class KnownRoots {

    /** The sizes that are still ahead, and those whose root is known; an empty array stands for one that is not. */
    private final SortedMap<Long, byte[]> roots = new TreeMap<>();

    private long next = Long.MAX_VALUE;

    /** Asks for the root at a size, before the tree has grown over it. */
    void ask(long size) {
        if (size > 0) {
            roots.put(size, new byte[0]);
            next = roots.firstKey();
        }
    }

    /** Is told of every size that the tree reaches. */
    void reached(Tree tree) {
        if (tree.size() == next) {
            roots.put(next, tree.root());
            next = roots.tailMap(next + 1).entrySet().stream()
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Long.MAX_VALUE);
        }
    }

    /** Tells whether a signed root is that of the tree at its size; an empty tree has no root to compare. */
    boolean has(SignedRoot signed) {
        byte[] root = roots.getOrDefault(signed.size(), new byte[0]);
        return signed.size() == 0 || (root.length > 0 && signed.isRoot(root));
    }
}
