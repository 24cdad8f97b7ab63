/**
 * From policy text to the checked policy pack.
 *
 * <p>Start at {@link org.portcullis.compiler.PolicyCompiler}. Tools, tests and the application use it; the engine never does, since it runs the pack.
 */
@NullMarked
package org.portcullis.compiler;

import org.jspecify.annotations.NullMarked;
