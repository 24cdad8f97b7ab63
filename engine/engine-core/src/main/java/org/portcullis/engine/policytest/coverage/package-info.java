/**
 * Measures what a policy's tests show of its controls, and builds the tests that are missing.
 *
 * <p>Start at {@link org.portcullis.engine.policytest.coverage.Coverage}, then {@link org.portcullis.engine.policytest.coverage.MissingTests}. What a test
 * shows is read from the evaluation, never from its text. The command line depends on it; the order path does not.
 */
@NullMarked
package org.portcullis.engine.policytest.coverage;

import org.jspecify.annotations.NullMarked;
