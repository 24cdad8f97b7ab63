/**
 * From the checked syntax tree to the policy pack.
 *
 * <p>Start at {@link org.portcullis.compiler.internal.lower.Lowering}. Nothing outside the compiler may use it.
 */
@NullMarked
package org.portcullis.compiler.internal.lower;

import org.jspecify.annotations.NullMarked;
