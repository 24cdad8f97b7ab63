package org.portcullis.engine.drools;

import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.control.ControlId;

/** Is the leaf of one control: reports that its condition is true or unknown. */
final class ControlLeaf extends ReportNode {
    private static final long serialVersionUID = 1L;

    private final ControlId name;
    private final int control;
    // Never serialized: the network is built in memory and stays there.
    private final transient FactTest breached;

    ControlLeaf(int nodeId, ControlId name, int control, FactTest breached) {
        super(nodeId);
        this.name = name;
        this.control = control;
        this.breached = breached;
    }

    /** The control whose leaf this is. */
    ControlId name() {
        return name;
    }

    @Override
    void report(Facts facts, FindingSink sink) {
        sink.finding(control, breached.passes(facts) ? Verdict.BREACHED : Verdict.CONDITION_UNKNOWN);
    }
}
