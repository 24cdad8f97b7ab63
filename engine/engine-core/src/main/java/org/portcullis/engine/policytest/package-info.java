/**
 * Runs the tests that policies carry: given facts, when stage, expect outcome.
 *
 * <p>Start at {@link org.portcullis.engine.policytest.PolicyTests}. The command line and the build of a policy repository depend on it; the order path
 * does not.
 */
@NullMarked
package org.portcullis.engine.policytest;

import org.jspecify.annotations.NullMarked;
