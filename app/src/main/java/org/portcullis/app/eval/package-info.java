/**
 * Asks a policy about one order or basket that a file states attribute by attribute, and tells the whole answer.
 *
 * <p>Start at {@link org.portcullis.app.eval.OrderFile}, which reads the file, and {@link org.portcullis.app.eval.Answer}. The format is described in `docs/eval.md`.
 */
@NullMarked
package org.portcullis.app.eval;

import org.jspecify.annotations.NullMarked;
