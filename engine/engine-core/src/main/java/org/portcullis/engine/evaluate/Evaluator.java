package org.portcullis.engine.evaluate;

import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;

/**
 * Evaluates the controls of one policy pack.
 *
 * <p>Implementations MUST evaluate every control of the tier and stage (no short circuit), MUST give the same findings as
 * {@code ReferenceEvaluator} for every pack and every facts, MUST be safe for use by many threads, and MUST NOT read anything but the pack and the
 * facts. An exception from {@link #evaluate} makes what the sink took so far worthless: the caller blocks.
 */
public interface Evaluator {

    /** The pack that this evaluator was built from. */
    PolicyPack pack();

    /**
     * Evaluates the controls of {@code tier} that belong to {@code stage} on one order's or basket's facts.
     *
     * @throws EvaluationFailure if a control cannot be evaluated; the caller MUST block
     */
    void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink);

    /** Builds an evaluator for a pack; the only way in which engines are told which evaluator to use. */
    interface Factory {
        /** Builds the evaluator; may be slow, is never called on the order path. */
        Evaluator load(PolicyPack pack);
    }
}
