/**
 * The documents that an editor has open, and what is known of each version of them.
 *
 * <p>Start at {@link org.portcullis.languageserver.document.OpenDocuments}. Only the language server may depend on it.
 */
@NullMarked
package org.portcullis.languageserver.document;

import org.jspecify.annotations.NullMarked;
