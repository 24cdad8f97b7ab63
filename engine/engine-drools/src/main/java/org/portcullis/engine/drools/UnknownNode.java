package org.portcullis.engine.drools;

import java.util.List;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;

/** Reports that it is unknown whether the controls of one applicability apply. */
final class UnknownNode extends ReportNode {
    private static final long serialVersionUID = 1L;

    private final int[] controls;

    UnknownNode(int nodeId, List<ControlLeaf> leaves) {
        super(nodeId);
        this.controls = leaves.stream().mapToInt(ControlLeaf::control).toArray();
    }

    @Override
    void report(Facts facts, FindingSink sink) {
        for (int control : controls) {
            sink.finding(control, Verdict.APPLICABILITY_UNKNOWN);
        }
    }
}
