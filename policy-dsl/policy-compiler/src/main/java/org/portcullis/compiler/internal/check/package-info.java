/**
 * Checks what a syntax tree says before it is lowered: names, types, meaning, and advice.
 *
 * <p>Start at {@link org.portcullis.compiler.internal.check.Checks}: each family of diagnostics is one class in its list. A tree without errors here can be lowered
 * without an exception. Only the compiler uses this package.
 */
@NullMarked
package org.portcullis.compiler.internal.check;

import org.jspecify.annotations.NullMarked;
