/**
 * The evaluator port and the reference evaluator, which says what the language means.
 *
 * <p>Start at {@link org.portcullis.engine.evaluate.Evaluator}. Back-ends implement it and are compared with {@link
 * org.portcullis.engine.evaluate.ReferenceEvaluator}; all that they share is {@link org.portcullis.engine.evaluate.Obligation}.
 */
@NullMarked
package org.portcullis.engine.evaluate;

import org.jspecify.annotations.NullMarked;
