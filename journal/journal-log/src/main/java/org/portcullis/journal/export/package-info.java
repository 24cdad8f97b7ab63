/**
 * Parts of a journal in one file, for people who have nothing but the stand-alone verifier and a key.
 *
 * <p>Start at {@link org.portcullis.journal.export.Export}. The format is described in {@code docs/journal-format.md}; what an auditor does with an export
 * is in {@code docs/auditor.md}. Only {@code app} depends on this package.
 */
@NullMarked
package org.portcullis.journal.export;

import org.jspecify.annotations.NullMarked;
