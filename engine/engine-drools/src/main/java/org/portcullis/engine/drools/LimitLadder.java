package org.portcullis.engine.drools;

import java.util.List;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Comparator;

/**
 * Asks all conditions that compare one fact in one way with different constants, the one that is met first before the others.
 *
 * <p>INVARIANT: the limits are sorted so that a fact which keeps within one limit keeps within all that follow; so the first one that is kept answers
 * for the rest. The differential test covers it.
 */
final class LimitLadder implements BreachTest {
    private final FactReading fact;
    private final Comparator comparator;
    private final long[] limits;
    private final int[] controls;

    LimitLadder(LadderRung.Rail rail, List<LadderRung> rungs) {
        fact = rail.fact();
        comparator = rail.comparator();
        List<LadderRung> sorted = LadderRung.sorted(rail, rungs);
        limits = sorted.stream().mapToLong(LadderRung::limit).toArray();
        controls = sorted.stream().mapToInt(LadderRung::control).toArray();
    }

    @Override
    public void report(Facts facts, FindingSink sink) {
        if (!fact.isKnown(facts)) {
            LadderRung.reportUnknown(controls, sink);
            return;
        }
        long value = fact.micros(facts);
        for (int i = 0; i < limits.length && comparator.holds(Long.compare(value, limits[i])); i++) {
            sink.finding(controls[i], Verdict.BREACHED);
        }
    }
}
