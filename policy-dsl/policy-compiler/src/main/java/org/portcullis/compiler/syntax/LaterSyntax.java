package org.portcullis.compiler.syntax;

import org.portcullis.compiler.diagnostic.Span;

/**
 * A construct that the grammar knows and this version of the language does not evaluate; it never compiles.
 *
 * @param construct the words that name it, for example `early warning`
 * @param text what was written, with single spaces
 */
public record LaterSyntax(String construct, String text, Span span) implements Syntax {}
