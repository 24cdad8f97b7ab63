package org.portcullis.compiler.syntax;

import org.portcullis.compiler.diagnostic.Span;

/** A word, name, date or value together with the place where it was written; text in quotes has lost the quotes, and its span keeps them. */
public record Located<T>(T value, Span span) implements Syntax {}
