package org.portcullis.engine.drools;

import org.portcullis.engine.fact.Facts;

/** Is a condition as a closure over the facts; allocates nothing, is safe for use by many threads. */
@FunctionalInterface
interface CompiledCondition {
    /** One of {@link Kleene}'s three values. */
    int truth(Facts facts);

    /** Makes closures of conditions. */
    @FunctionalInterface
    interface Compiler {
        /**
         * Compiles a condition.
         *
         * @throws IllegalArgumentException if the condition compares what cannot be compared
         */
        CompiledCondition compile(org.portcullis.model.condition.Condition condition);
    }
}
