package org.portcullis.engine.drools;

import java.util.List;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.fact.Facts;

/** Reports that the controls of one applicability apply. */
final class AppliedNode extends ReportNode {
    private static final long serialVersionUID = 1L;

    private final int[] controls;

    AppliedNode(int nodeId, List<Integer> controls) {
        super(nodeId);
        this.controls = controls.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    void report(Facts facts, FindingSink sink) {
        sink.appliedAll(controls);
    }
}
