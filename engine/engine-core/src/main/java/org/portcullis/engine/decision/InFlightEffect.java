package org.portcullis.engine.decision;

/**
 * What a finding does to what is already working: a lattice of its own, since nothing that works can be blocked or held, and the join of two is the larger.
 *
 * <p>It stands beside {@link Effect} and is joined apart from it: an escalation may suspend what works while what comes in is only noted.
 */
public enum InFlightEffect {
    CONTINUE("continue"),
    SUSPEND("suspend"),
    CANCEL("cancel"),
    KILL("kill");

    private final String word;

    InFlightEffect(String word) {
        this.word = word;
    }

    /** The effect as policies write it. */
    public String word() {
        return word;
    }

    /** The stricter of the two. */
    public InFlightEffect join(InFlightEffect other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
