package org.portcullis.model.json;

/** Is thrown when bytes are not JSON of the profile; fix the bytes and read again. */
public final class IllFormedJson extends Exception {

    private static final long serialVersionUID = 1L;

    private final int offset;

    IllFormedJson(String reason, int offset) {
        super(reason + " at byte " + offset);
        this.offset = offset;
    }

    /** Gives the offset in bytes, from zero, at which reading stopped. */
    public int offset() {
        return offset;
    }
}
