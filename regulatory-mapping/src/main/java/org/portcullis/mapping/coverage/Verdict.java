package org.portcullis.mapping.coverage;

/**
 * Says what a journal shows of a provision. A verdict is about evidence; whether the law was kept is for people to say.
 */
public enum Verdict {
    /** Every control that cites the provision or a part of it was evaluated, and every part is met. */
    MET("MET"),
    /** Something was evaluated and something is missing. */
    PARTIAL("PARTIAL"),
    /** No control cites the provision or a part of it, or none that does was evaluated. */
    NOT_EVIDENCED("NOT EVIDENCED"),
    /** Somebody excluded the provision, or it was not in force in the period. */
    NOT_APPLICABLE("NOT APPLICABLE");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** Gives the verdict as sheets print it. */
    public String words() {
        return words;
    }
}
