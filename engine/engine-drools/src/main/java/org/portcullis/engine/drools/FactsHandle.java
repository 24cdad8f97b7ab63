package org.portcullis.engine.drools;

import org.drools.core.common.DefaultFactHandle;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.fact.Facts;

/** Carries the facts and the sink of one evaluation through the network; mutable, used again and again by the one thread that owns it. */
final class FactsHandle extends DefaultFactHandle {
    private static final long serialVersionUID = 1L;

    private transient @Nullable Facts facts;
    private transient @Nullable FindingSink sink;

    boolean isFree() {
        return facts == null;
    }

    void take(Facts of, FindingSink into) {
        facts = of;
        sink = into;
    }

    /** Lets go of what the evaluation was about, so that an idle thread keeps nothing alive. */
    void release() {
        facts = null;
        sink = null;
    }

    Facts facts() {
        Facts current = facts;
        if (current == null) {
            throw new IllegalStateException("the handle carries no facts");
        }
        return current;
    }

    FindingSink sink() {
        FindingSink current = sink;
        if (current == null) {
            throw new IllegalStateException("the handle carries no sink");
        }
        return current;
    }

    @Override
    public Object getObject() {
        return facts();
    }
}
