package org.portcullis.engine.drools;

import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.LeftInputAdapterNode;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.fact.Facts;

/** Ends a path of the network: takes the place of the node through which Drools would fill its agenda. */
abstract class ReportNode extends LeftInputAdapterNode {
    private static final long serialVersionUID = 1L;

    ReportNode(int nodeId) {
        this.id = nodeId;
        this.hashcode = nodeId;
    }

    /** Reports what passing the path's tests means. */
    abstract void report(Facts facts, FindingSink sink);

    @Override
    public final void assertObject(InternalFactHandle handle, PropagationContext context, ReteEvaluator evaluator) {
        FactsHandle facts = (FactsHandle) handle;
        report(facts.facts(), facts.sink());
    }

    // Drools keeps the hash code, which is the node id, in its base class.
    @Override
    public final boolean equals(Object other) {
        return this == other;
    }
}
