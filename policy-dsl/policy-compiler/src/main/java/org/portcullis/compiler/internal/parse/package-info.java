/**
 * From the text of a policy to its syntax tree. The only package that knows ANTLR.
 *
 * <p>Start at {@link org.portcullis.compiler.internal.parse.PolicyReader}. Nothing outside the compiler may use it.
 */
@NullMarked
package org.portcullis.compiler.internal.parse;

import org.jspecify.annotations.NullMarked;
