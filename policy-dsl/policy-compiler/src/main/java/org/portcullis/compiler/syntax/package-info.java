/**
 * The syntax tree of a policy: what was written, with the place of every part.
 *
 * <p>Start at {@link org.portcullis.compiler.syntax.PolicySyntax}. The parser builds the tree, the checks and the lowering read it; nothing outside the compiler
 * and its tools depends on it.
 */
@NullMarked
package org.portcullis.compiler.syntax;

import org.jspecify.annotations.NullMarked;
