package org.portcullis.verifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Computes roots as RFC 6962, section 2.1, defines them, from leaves that arrive one after the other. Mutable, for one
 * examination.
 */
final class Tree {

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

    private long size;

    void add(byte[] leafHash) {
        Perfect added = new Perfect(new Hash(leafHash), 1);
        while (!subtrees.isEmpty() && subtrees.peek().leaves() == added.leaves()) {
            Perfect left = subtrees.pop();
            added = new Perfect(
                    new Hash(Sha256.node(left.root().bytes, added.root().bytes)), left.leaves() + added.leaves());
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

    long size() {
        return size;
    }
}
