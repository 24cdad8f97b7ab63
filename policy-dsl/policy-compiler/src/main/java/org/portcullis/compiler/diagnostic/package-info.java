/**
 * What the compiler has to say about a policy: codes, spans, messages, cures, and how they are printed.
 *
 * <p>Start at {@link org.portcullis.compiler.diagnostic.Diagnostics}, which collects, and {@link org.portcullis.compiler.diagnostic.DiagnosticRenderer}, which
 * prints. Every package of the compiler and every module that shows diagnostics may use it.
 */
@NullMarked
package org.portcullis.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
