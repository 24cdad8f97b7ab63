/**
 * Sets the catalogue against the controls of a policy pack and the evidence of a journal: which provision has which
 * control, and what the journal shows of it.
 *
 * <p>Start at {@link org.portcullis.mapping.coverage.ClauseMatrix}. Pure functions over records of this package, so that
 * reports and the command line can fill them from a pack and a journal of any origin.
 */
@NullMarked
package org.portcullis.mapping.coverage;

import org.jspecify.annotations.NullMarked;
