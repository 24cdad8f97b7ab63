package org.portcullis.engine.drools;

import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.ControlId;

/**
 * Is one control at the end of its path.
 *
 * @param control the control's index in the pack
 * @param breach the condition that {@code test} asks
 */
record ControlLeaf(int control, ControlId id, Condition breach, FactTest test) implements BreachTest {
    @Override
    public void report(Facts facts, FindingSink sink) {
        int truth = test.truth(facts);
        if (truth != Kleene.FALSE) {
            sink.finding(control, truth == Kleene.TRUE ? Verdict.BREACHED : Verdict.CONDITION_UNKNOWN);
        }
    }
}
