package org.portcullis.verifier;

import java.util.Arrays;
import java.util.Base64;

/**
 * Is one signature line of a C2SP signed note.
 *
 * @param name the name of the key
 * @param markedBase64 the four bytes that mark the key, and the signature
 */
record SignatureLine(String name, String markedBase64) {

    private static final int MARK_BYTES = 4;

    /** Tells whether the line claims to be by a key: its name and its four bytes; others are not ours to judge. */
    boolean claims(NoteKey key) {
        byte[] marked = marked();
        byte[] mark = key.hash();
        return name.equals(key.name())
                && marked.length > MARK_BYTES
                && Arrays.equals(marked, 0, MARK_BYTES, mark, 0, MARK_BYTES);
    }

    /** Tells whether two lines claim to be by the same key. */
    boolean sameKey(SignatureLine other) {
        return name.equals(other.name)
                && Arrays.equals(Arrays.copyOf(marked(), MARK_BYTES), Arrays.copyOf(other.marked(), MARK_BYTES));
    }

    /** Gives the bytes behind the mark. */
    byte[] signature() {
        byte[] marked = marked();
        return Arrays.copyOfRange(marked, Math.min(MARK_BYTES, marked.length), marked.length);
    }

    private byte[] marked() {
        return Base64.getDecoder().decode(markedBase64);
    }
}
