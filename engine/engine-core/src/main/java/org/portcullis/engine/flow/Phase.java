package org.portcullis.engine.flow;

/** Where a submission is in its life. */
public enum Phase {
    /** It came in and no decision is recorded; it never goes on. */
    RECEIVED("received"),
    /** No line of it goes on. */
    BLOCKED("blocked"),
    /** It waits for acknowledgements, approvals or both. */
    WAITING("waiting"),
    /** A token is out and not used yet. */
    RELEASED("released"),
    /** The gateway let it through. */
    GONE("gone"),
    /** An approver rejected it. */
    REJECTED("rejected"),
    /** Its hold's time limit passed. */
    EXPIRED("expired"),
    /** Its warnings were not acknowledged in time. */
    UNACKNOWLEDGED("unacknowledged"),
    /** Its requester took it back. */
    WITHDRAWN("withdrawn"),
    /** The basket was submitted again. */
    SUPERSEDED("superseded"),
    /** Its token was not presented in time. */
    NOT_PRESENTED("not presented"),
    /** A kill switch was pulled while it waited. */
    KILLED("killed");

    private final String word;

    Phase(String word) {
        this.word = word;
    }

    /** The phase as people read it. */
    public String word() {
        return word;
    }

    /** Whether people or time decided against it, or something newer took its place. */
    boolean isAgainst() {
        return switch (this) {
            case REJECTED, EXPIRED, UNACKNOWLEDGED, WITHDRAWN, SUPERSEDED, KILLED -> true;
            case RECEIVED, BLOCKED, WAITING, RELEASED, GONE, NOT_PRESENTED -> false;
        };
    }

    /** Whether something may still come of it. */
    public boolean isOpen() {
        return this == WAITING || this == RELEASED;
    }
}
