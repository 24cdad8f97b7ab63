package org.portcullis.verifier;

import java.util.Optional;

/** Is one frame of a segment, as far as it can be told without the frames before it. */
sealed interface Frame {

    /** Gives the offset of the frame in its file. */
    long offset();

    /**
     * Is an entry of the format.
     *
     * @param tokenHolds whether it is a release token whose signature was found to hold ahead of its turn
     */
    record Entry(long offset, Scanned scanned, Leaf leaf, boolean tokenHolds) implements Frame {}

    /**
     * Is a note.
     *
     * @param root what it states
     * @param holds whether its signature by the journal's key holds; absent when nobody has checked it yet
     */
    record Root(long offset, SignedRoot root, Optional<Boolean> holds) implements Frame {}

    /** Is what does not hold. */
    record Broken(long offset, Rejection rejection) implements Frame {}

    /** Holds the hash of a leaf; nobody changes the array. */
    final class Leaf {

        private final byte[] hash;

        Leaf(byte[] hash) {
            this.hash = hash;
        }

        byte[] hash() {
            return hash;
        }
    }
}
