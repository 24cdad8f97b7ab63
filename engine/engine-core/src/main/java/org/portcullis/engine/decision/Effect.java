package org.portcullis.engine.decision;

/** What a finding does to an order or basket: a lattice whose join is the larger, so that the order of controls cannot matter. */
public enum Effect {
    RELEASE("release"),
    NOTE("note"),
    WARN("warn"),
    HOLD("hold"),
    BLOCK("block");

    private final String word;

    Effect(String word) {
        this.word = word;
    }

    /** The effect as policies write it. */
    public String word() {
        return word;
    }

    /** The stricter of the two. */
    public Effect join(Effect other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
