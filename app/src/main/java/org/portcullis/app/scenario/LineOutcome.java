package org.portcullis.app.scenario;

/**
 * What became of one line of the basket.
 *
 * @param state HARD_BLOCKED, REJECTED_BY_ALGO, SUSPENDED or NEVER_SUSPENDED
 * @param suspendedBy MESSAGE_RATE or OTHER; empty for other states
 */
public record LineOutcome(int line, String state, String suspendedBy) {
    /** Whether the line was with an algo. */
    public boolean isWorked() {
        return state.equals("SUSPENDED") || state.equals("NEVER_SUSPENDED");
    }

    /** Whether an algo's own control suspended it. */
    public boolean isSuspended() {
        return state.equals("SUSPENDED");
    }

    /** Whether it was sent to an algo at all. */
    public boolean isSent() {
        return !state.equals("HARD_BLOCKED");
    }
}
