package org.portcullis.witness;

/** Is thrown for bytes that are not of the form they should have. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String reason) {
        super(reason);
    }

    /** Gives the reason, one lower-case sentence. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
