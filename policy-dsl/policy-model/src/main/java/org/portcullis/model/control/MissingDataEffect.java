package org.portcullis.model.control;

/** What an unknown answer does: it blocks unless the policy says that it holds. There is no third choice. */
public enum MissingDataEffect {
    BLOCKS("blocks"),
    HOLDS("holds");

    private final String word;

    MissingDataEffect(String word) {
        this.word = word;
    }

    /** The effect as policies write it. */
    public String word() {
        return word;
    }
}
