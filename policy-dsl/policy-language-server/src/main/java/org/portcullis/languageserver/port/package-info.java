/**
 * What the language server asks of its surroundings: compiler settings, an evaluator, the text of provisions.
 *
 * <p>Start at {@link org.portcullis.languageserver.port.ServerPorts}. Whoever starts a server implements the ports.
 */
@NullMarked
package org.portcullis.languageserver.port;

import org.jspecify.annotations.NullMarked;
