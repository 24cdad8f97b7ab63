package org.portcullis.model.control;

/** The stages of an order's life at which controls are evaluated, in order; a later stage never weakens an earlier one. */
public enum Stage {
    ENTERED("when entered"),
    RELEASED("when released"),
    AMENDED("when amended"),
    SENT_TO_ALGO("when sent to an algo"),
    WORKING("while working"),
    EXECUTED("when executed");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    /** The stage as policies write it. */
    public String words() {
        return words;
    }

    /** Whether what was released is already working at the stage: it can no longer be blocked, only suspended, cancelled or killed. */
    public boolean isInFlight() {
        return this == WORKING || this == EXECUTED;
    }
}
