/**
 * The port through which the compiler reads the files that policies name.
 *
 * <p>Start at {@link org.portcullis.compiler.source.FileSource}. Whoever compiles policies implements it.
 */
@NullMarked
package org.portcullis.compiler.source;

import org.jspecify.annotations.NullMarked;
