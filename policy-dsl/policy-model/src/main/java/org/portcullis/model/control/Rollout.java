package org.portcullis.model.control;

/**
 * How far a control is rolled out, which is apart from its legal level: a hard limit that is only observed is recorded and stops nothing yet.
 *
 * <p>What a control says is recorded in every state.
 */
public enum Rollout {
    OBSERVE("observe"),
    WARN("warn"),
    ENFORCE("enforce");

    private final String word;

    Rollout(String word) {
        this.word = word;
    }

    /** The state as policies write it. */
    public String word() {
        return word;
    }
}
