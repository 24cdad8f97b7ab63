/**
 * One class for each thing that an editor asks: completion, hover, rename and so on. Each answers from one analysed version of a document.
 *
 * <p>Start at {@link org.portcullis.languageserver.feature.Completions} for an example. Only the language server may depend on it.
 */
@NullMarked
package org.portcullis.languageserver.feature;

import org.jspecify.annotations.NullMarked;
