/**
 * The language server: what editors ask about policies, answered over the Language Server Protocol.
 *
 * <p>Start at {@link org.portcullis.languageserver.LanguageServerSession}. Only the command line may depend on it.
 */
@NullMarked
package org.portcullis.languageserver;

import org.jspecify.annotations.NullMarked;
