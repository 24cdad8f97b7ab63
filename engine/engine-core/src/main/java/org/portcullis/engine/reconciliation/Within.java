package org.portcullis.engine.reconciliation;

/**
 * Says which occurrences of an alert lie in a period: they follow those before it and precede those after it.
 *
 * @param before how many occurred before the period
 * @param count how many occurred in it
 */
record Within(int before, int count) {
    /** Of an alert that has not occurred. */
    static final Within NONE = new Within(0, 0);

    /** With one occurrence more. */
    Within then(boolean inPeriod) {
        if (inPeriod) {
            return new Within(before, count + 1);
        }
        // What comes after the period leaves the counts as they are.
        return count == 0 ? new Within(before + 1, 0) : this;
    }

    /** How many of the first occurrences, so many of them, lie in the period. */
    int among(int first) {
        return Math.max(0, Math.min(count, first - before));
    }
}
