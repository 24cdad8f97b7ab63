package org.portcullis.journal.anchor;

/** Is thrown for the answer of a timestamp authority that does not hold. */
public final class RefusedTimestamp extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedTimestamp(String reason) {
        super(reason);
    }

    RefusedTimestamp(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Gives the reason, one lower-case sentence. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
