package org.portcullis.verifier;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Computes roots as RFC 6962, section 2.1, defines them, from leaves that arrive one after the other. Mutable, for one
 * examination.
 */
final class Tree {

    /** A tile has 2^8 hashes. */
    private static final int TILE_LEVELS = 8;

    /** A perfect subtree: its root and how many leaves it has. */
    private record Perfect(Hash root, long leaves) {}

    /** Holds a hash; nobody changes the array. */
    private static final class Hash {

        private final byte[] bytes;

        Hash(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** The perfect subtrees, smallest and rightmost on top. */
    private final Deque<Perfect> subtrees = new ArrayDeque<>();

    /** The last perfect subtree of 256, 65,536, ... leaves. */
    private final List<Hash> tiles = new ArrayList<>();

    private long size;

    void add(byte[] leafHash) {
        Perfect added = new Perfect(new Hash(leafHash), 1);
        int level = 0;
        while (!subtrees.isEmpty() && subtrees.peek().leaves() == added.leaves()) {
            Perfect left = subtrees.pop();
            added = new Perfect(
                    new Hash(Sha256.node(left.root().bytes, added.root().bytes)), left.leaves() + added.leaves());
            level++;
            if (level % TILE_LEVELS == 0) {
                remember(level / TILE_LEVELS - 1, added.root());
            }
        }
        subtrees.push(added);
        size++;
    }

    /** Gives the root over all leaves; there is at least one. */
    byte[] root() {
        Iterator<Perfect> fromRight = subtrees.iterator();
        byte[] root = fromRight.next().root().bytes;
        while (fromRight.hasNext()) {
            root = Sha256.node(fromRight.next().root().bytes, root);
        }
        return root;
    }

    /** Gives the root over the 256 hashes of a level that were completed last. */
    byte[] tileRoot(int level) {
        return tiles.get(level).bytes;
    }

    private void remember(int level, Hash root) {
        if (tiles.size() == level) {
            tiles.add(root);
        } else {
            tiles.set(level, root);
        }
    }

    long size() {
        return size;
    }
}
