package org.portcullis.engine.drools;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
 * @param nearly asks whether an early warning is due, once the control is found not breached; null where it gives none
 */
record ControlLeaf(
        int control,
        ControlId id,
        Condition breach,
        FactTest test,
        @Nullable FactTest nearly) {

    /** The test for an early warning, if the control gives one. */
    Optional<FactTest> early() {
        return Optional.ofNullable(nearly);
    }

    /** Reports each control whose condition is true or unknown. */
    void report(Facts facts, FindingSink sink) {
        int truth = test.truth(facts);
        if (truth != Kleene.FALSE) {
            sink.finding(control, truth == Kleene.TRUE ? Verdict.BREACHED : Verdict.CONDITION_UNKNOWN);
        } else if (nearly != null && nearly.truth(facts) == Kleene.TRUE) {
            sink.finding(control, Verdict.EARLY);
        }
    }
}
