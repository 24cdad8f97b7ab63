package org.portcullis.compiler.syntax;

import org.portcullis.compiler.diagnostic.Span;

/** `FCA-MAR "7A.3.2R(2)"`; the parts are as written and need not name anything that exists. */
public record CitationSyntax(Located<String> corpus, Located<String> provision, Span span) implements Syntax {}
