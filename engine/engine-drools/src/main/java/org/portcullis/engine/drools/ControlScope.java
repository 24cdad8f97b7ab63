package org.portcullis.engine.drools;

import java.util.List;
import org.portcullis.model.condition.Condition;

/**
 * Is all controls of one applicability, at some place of the network.
 *
 * @param rest what is left to ask of the applicability at that place
 */
record ControlScope(Condition rest, List<ControlLeaf> leaves) {
    ControlScope {
        leaves = List.copyOf(leaves);
    }

    /** The scope below the place where a text is known. */
    ControlScope given(FactTest.Key known) {
        return new ControlScope(Residual.of(rest, known), leaves);
    }
}
