/**
 * Decisions: what the controls of a stage say of a submission, joined in a lattice, grouped and explained.
 *
 * <p>Start at {@link org.portcullis.engine.decision.Assessor}; {@link org.portcullis.engine.decision.Decision} is its answer and {@link
 * org.portcullis.engine.decision.ControlTrace} says of every control why. Whoever submits, records or reports may depend on it.
 */
@NullMarked
package org.portcullis.engine.decision;

import org.jspecify.annotations.NullMarked;
