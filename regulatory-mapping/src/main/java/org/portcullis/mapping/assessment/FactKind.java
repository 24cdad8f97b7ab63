package org.portcullis.mapping.assessment;

/** Names a fact of the journal and its policies that belongs to an answer; facts help people and decide no state. */
public enum FactKind {
    /** Who owns the controls. */
    OWNERS("owners"),
    /** When the controls were reviewed and are due again. */
    REVIEWS("reviews"),
    /** Which kinds of limits there are. */
    LIMITS("limits"),
    /** Who may submit. */
    GRANTS("grants"),
    /** Who signs, and how many signatures were given. */
    APPROVALS("approvals"),
    /** Who is told, and how many alerts were raised and acknowledged. */
    ALERTS("alerts"),
    /** What acts on working orders. */
    IN_FLIGHT("in-flight"),
    /** Which kill switches there are and how often they were used. */
    KILL_SWITCHES("kill-switches"),
    /** Which policies were put in force, and whether people signed. */
    POLICIES("policies"),
    /** Which signing keys were enrolled, rotated and revoked. */
    KEYS("keys"),
    /** How much was decided. */
    DECISIONS("decisions"),
    /** The busiest day and minute of the period. */
    VOLUME("volume"),
    /** Whether the record is whole. */
    RECORDS("records");

    private final String word;

    FactKind(String word) {
        this.word = word;
    }

    /** Gives the word used in files. */
    public String word() {
        return word;
    }
}
