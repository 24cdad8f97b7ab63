package org.portcullis.engine.decision;

import java.util.Arrays;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.model.control.ControlId;

/**
 * Counts how often each control was asked in one assessment; owned by one thread, which uses it again and again.
 *
 * <p>INVARIANT: while nobody uses it, all counts are zero. Counts and clearing cost what was counted, whatever the size of the pack.
 */
final class Tallies {
    private static final int KINDS = 4;
    private static final int APPLIED = 0;
    private static final int BREACHED = 1;
    private static final int CONDITION_UNKNOWN = 2;
    private static final int APPLICABILITY_UNKNOWN = 3;

    private final int[] counts;
    private int[] touched = new int[64];
    private int size;
    private boolean taken;

    Tallies(int controls) {
        counts = new int[Math.multiplyExact(KINDS, controls)];
    }

    boolean isFree() {
        return !taken;
    }

    void take() {
        taken = true;
    }

    /** Forgets everything. */
    void release() {
        for (int i = 0; i < size; i++) {
            int first = KINDS * touched[i];
            Arrays.fill(counts, first, first + KINDS, 0);
        }
        size = 0;
        taken = false;
    }

    void applied(int control) {
        count(control, APPLIED);
    }

    void raised(int control, Verdict verdict) {
        switch (verdict) {
            case BREACHED -> count(control, BREACHED);
            case CONDITION_UNKNOWN -> count(control, CONDITION_UNKNOWN);
            case APPLICABILITY_UNKNOWN -> count(control, APPLICABILITY_UNKNOWN);
            case EARLY -> {
                // Nearly breached is satisfied still.
            }
            case NOT_APPLICABLE, SATISFIED -> throw new IllegalArgumentException("there is no finding of " + verdict);
        }
    }

    /** The controls that were counted, those first whose rank is lowest. */
    int[] sortedBy(int[] rank) {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ((long) rank[touched[i]] << Integer.SIZE) | touched[i];
        }
        Arrays.sort(keys);
        int[] sorted = new int[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }

    /** Whether all there is to say of a control is that it applied once and was satisfied. */
    boolean isSatisfiedOnce(int control) {
        int first = KINDS * control;
        return counts[first] == 1
                && (counts[first + BREACHED]
                                | counts[first + CONDITION_UNKNOWN]
                                | counts[first + APPLICABILITY_UNKNOWN])
                        == 0;
    }

    /** The counts of one control that was asked so many times. */
    ControlTally of(int control, ControlId id, int asked) {
        int first = KINDS * control;
        int applied = counts[first];
        int breached = counts[first + BREACHED];
        int conditionUnknown = counts[first + CONDITION_UNKNOWN];
        int applicabilityUnknown = counts[first + APPLICABILITY_UNKNOWN];
        return new ControlTally(
                id,
                asked - applied - applicabilityUnknown,
                applied - breached - conditionUnknown,
                breached,
                conditionUnknown + applicabilityUnknown);
    }

    private void count(int control, int kind) {
        int first = KINDS * control;
        if ((counts[first] | counts[first + 1] | counts[first + 2] | counts[first + 3]) == 0) {
            if (size == touched.length) {
                touched = Arrays.copyOf(touched, 2 * size);
            }
            touched[size++] = control;
        }
        counts[first + kind]++;
    }
}
