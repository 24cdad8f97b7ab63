package org.portcullis.compiler.format.layout;

/**
 * A comment within a sentence.
 *
 * @param before the number of words of the sentence that stand before it, at least one
 * @param ownLine whether no word stands before it on its line
 */
record InnerComment(int before, String text, boolean ownLine) {
    InnerComment {
        if (before < 1) {
            throw new IllegalArgumentException("a comment within a sentence follows a word, not " + before);
        }
    }

    InnerComment movedTo(int other) {
        return new InnerComment(other, text, ownLine);
    }
}
