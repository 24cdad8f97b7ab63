/**
 * The canonical spelling of the policy language: the one way to write what a syntax tree says.
 *
 * <p>Start at {@link org.portcullis.compiler.format.CanonicalSpelling}. Every package of the compiler and every tool may use it.
 */
@NullMarked
package org.portcullis.compiler.format;

import org.jspecify.annotations.NullMarked;
