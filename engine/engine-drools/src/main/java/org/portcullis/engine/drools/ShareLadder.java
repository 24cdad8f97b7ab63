package org.portcullis.engine.drools;

import java.util.List;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.value.Exact;

/**
 * Asks all conditions that compare one fact in one way with different shares of another one, the one that is met first before the others.
 *
 * <p>INVARIANT: as for {@link LimitLadder}, but shares of a negative whole sort the other way round; then every condition is asked.
 */
final class ShareLadder {
    private final FactReading fact;
    private final Comparator comparator;
    private final FactReading whole;
    private final long[] shares;
    private final int[] controls;

    ShareLadder(LadderRung.Rail rail, List<LadderRung> rungs) {
        fact = rail.fact();
        comparator = rail.comparator();
        whole = rail.whole().orElseThrow();
        List<LadderRung> sorted = LadderRung.sorted(rail, rungs);
        shares = sorted.stream().mapToLong(LadderRung::limit).toArray();
        controls = sorted.stream().mapToInt(LadderRung::control).toArray();
    }

    /** Reports each control whose condition is true or unknown. */
    void report(Facts facts, FindingSink sink) {
        if (!fact.isKnown(facts) || !whole.isKnown(facts)) {
            LadderRung.reportUnknown(controls, sink);
            return;
        }
        long value = fact.micros(facts);
        long of = whole.micros(facts);
        for (int i = 0; i < shares.length; i++) {
            if (comparator.holds(Exact.compareProducts(value, Exact.ONE, shares[i], of))) {
                sink.finding(controls[i], Verdict.BREACHED);
            } else if (of >= 0) {
                return;
            }
        }
    }
}
