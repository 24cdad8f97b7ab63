/**
 * The stand-alone verifier: trusts nothing that the writer says about itself.
 *
 * <p>Start at {@link org.portcullis.verifier.Verifier}; {@link org.portcullis.verifier.VerifierMain} is the runnable jar.
 * Written from {@code docs/journal-format.md} with the JDK alone and without a line of the writer's code, so that a
 * mistake of the writer is not repeated here. Any module may depend on it; it depends on nothing.
 */
@NullMarked
package org.portcullis.verifier;

import org.jspecify.annotations.NullMarked;
