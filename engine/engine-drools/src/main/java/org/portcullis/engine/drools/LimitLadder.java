package org.portcullis.engine.drools;

import java.util.List;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;

/**
 * Asks all conditions that compare one fact in one way with different constants, the one that is met first before the others.
 *
 * <p>INVARIANT: the limits are sorted so that a fact which keeps within one limit keeps within all that follow; so the first one that is kept answers
 * for the rest. The differential test covers it.
 */
final class LimitLadder {
    private final FactReading fact;
    private final boolean whenMore;
    private final boolean whenSame;
    private final long[] limits;
    private final int[] controls;

    LimitLadder(LadderRung.Rail rail, List<LadderRung> rungs) {
        fact = rail.fact();
        whenMore = rail.comparator().holds(1);
        whenSame = rail.comparator().holds(0);
        List<LadderRung> sorted = LadderRung.sorted(rail, rungs);
        limits = sorted.stream().mapToLong(LadderRung::limit).toArray();
        controls = sorted.stream().mapToInt(LadderRung::control).toArray();
    }

    /** Reports each control whose condition is true or unknown. */
    void report(Facts facts, FindingSink sink) {
        if (!fact.isKnown(facts)) {
            LadderRung.reportUnknown(controls, sink);
            return;
        }
        long value = fact.micros(facts);
        for (int i = 0; i < limits.length && holds(value, limits[i]); i++) {
            sink.finding(controls[i], Verdict.BREACHED);
        }
    }

    /** Ladders have an order: the comparator is none of `is` and `is not`. */
    private boolean holds(long value, long limit) {
        return value == limit ? whenSame : value > limit == whenMore;
    }
}
