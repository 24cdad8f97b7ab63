package org.portcullis.mapping.assessment;

/** Says how far a journal of decisions can answer to a provision by itself, in our reading of the provision. */
public enum JournalReach {
    /** What is asked for is what the journal records, of the orders that reach the engine. */
    WHOLE("whole"),
    /** The journal shows a part, and people have to say the rest. */
    PART("part"),
    /** The journal may hold facts that help; the answer is people's. */
    NONE("none");

    private final String word;

    JournalReach(String word) {
        this.word = word;
    }

    /** Gives the word used in files. */
    public String word() {
        return word;
    }
}
