package org.portcullis.verifier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Computes the root of a tree of which only the leaves of a range are at hand: what lies to the left and to the right comes as the roots of the
 * largest perfect subtrees. Mutable, for one examination.
 */
final class CompactRange {

    private final Deque<Perfect> subtrees = new ArrayDeque<>();
    private long position;

    /** A perfect subtree: its root, which nobody changes, and the power of two of its leaves. */
    private static final class Perfect {

        private final byte[] root;
        private final int height;

        Perfect(byte[] root, int height) {
            this.root = root;
            this.height = height;
        }
    }

    /** Says how many subtrees cover the first leaves of a tree. */
    static int coveringFirst(long leaves) {
        return Long.bitCount(leaves);
    }

    /** Says how many subtrees cover the leaves from one position to the end of the tree. */
    static int coveringRest(long from, long size) {
        int count = 0;
        for (long at = from; at < size; at += 1L << heightAt(at, size)) {
            count++;
        }
        return count;
    }

    /** Begins with the subtrees over the first leaves, largest first; there are {@link #coveringFirst} of them. */
    void addFirst(long leaves, List<byte[]> roots) {
        long rest = leaves;
        for (byte[] root : roots) {
            int height = Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
            add(root, height);
            rest -= 1L << height;
        }
    }

    /** Adds the next leaf. */
    void addLeaf(byte[] leafHash) {
        add(leafHash, 0);
    }

    /** Adds the next subtree on the way to the end of the tree. */
    void addTowards(long size, byte[] root) {
        add(root, heightAt(position, size));
    }

    /** Gives the root over all leaves so far; there is at least one. */
    byte[] root() {
        Iterator<Perfect> fromRight = subtrees.iterator();
        byte[] root = fromRight.next().root;
        while (fromRight.hasNext()) {
            root = Sha256.node(fromRight.next().root, root);
        }
        return root;
    }

    /** Gives how many leaves lie to the left of the next one. */
    long position() {
        return position;
    }

    private void add(byte[] root, int height) {
        Perfect added = new Perfect(root, height);
        position += 1L << height;
        while (!subtrees.isEmpty() && subtrees.peek().height == added.height) {
            added = new Perfect(Sha256.node(subtrees.pop().root, added.root), added.height + 1);
        }
        subtrees.push(added);
    }

    /** The largest perfect subtree that begins at a position and ends within the tree. */
    private static int heightAt(long position, long size) {
        int aligned = position == 0 ? Long.SIZE - 2 : Long.numberOfTrailingZeros(position);
        int fitting = Long.SIZE - 1 - Long.numberOfLeadingZeros(size - position);
        return Math.min(aligned, fitting);
    }
}
