/**
 * A policy text as a list of words: what tools need that work on text which is not finished.
 *
 * <p>Start at {@code org.portcullis.compiler.PolicyWords}. Nothing here depends on what kinds of declarations there are, so a new kind changes nothing. The
 * compiler and its tools may use it.
 */
@NullMarked
package org.portcullis.compiler.words;

import org.jspecify.annotations.NullMarked;
