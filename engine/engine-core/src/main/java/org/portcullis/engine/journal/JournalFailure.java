package org.portcullis.engine.journal;

/** Is thrown when evidence could not be written or read; what it was to record MUST NOT take effect. */
public final class JournalFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what the caller can do about a failure. */
    public enum Kind {
        /** Nothing was written; the journal goes on. Fix the record and append again. */
        REFUSED,
        /** The journal has stopped for good; the outcome of this append is unknown until it is opened again. */
        STOPPED,
        /** What lies in the journal is not what was written; do not go on, keep the files and verify them. */
        DAMAGED
    }

    private final Kind kind;

    /** Makes a failure. */
    public JournalFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Makes a failure with its cause. */
    public JournalFailure(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Gives what the caller can do about it. */
    public Kind kind() {
        return kind;
    }
}
