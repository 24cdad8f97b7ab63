package org.portcullis.mapping.coverage;

/** Says whether the controls of policies answer to a provision at a place; whether the law is kept is for people to say. */
public enum Coverage {
    /** An enforced control cites the provision, applies whatever else is the case, and a test shows it at work. */
    COVERED("COVERED"),
    /** Something answers to the provision and something is missing. */
    PARTIAL("PARTIAL"),
    /** Nothing answers to the provision. */
    GAP("GAP"),
    /** Somebody excluded the provision, it is not in force, or it binds somebody else. */
    NOT_APPLICABLE("NOT APPLICABLE");

    private final String words;

    Coverage(String words) {
        this.words = words;
    }

    /** Gives the verdict as reports print it. */
    public String words() {
        return words;
    }
}
