package org.portcullis.engine.work;

/** How far an order is. */
public enum OrderPhase {
    /** It waits for its release, and keeps its headroom. */
    HELD("held"),
    /** The gateway let it through; it is not with an algo yet. */
    RELEASED("released"),
    /** An algo works it. */
    WORKING("working"),
    /** All of it was executed. */
    EXECUTED("executed"),
    /** It was refused: at the decision, or on arrival in the algo. */
    REFUSED("refused"),
    /** What was left of it is gone. */
    ENDED("ended");

    private final String word;

    OrderPhase(String word) {
        this.word = word;
    }

    /** The phase as people read it. */
    public String word() {
        return word;
    }

    /** Whether something of it may still be executed. */
    public boolean isOut() {
        return this == RELEASED || this == WORKING;
    }
}
