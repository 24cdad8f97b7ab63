package org.portcullis.compiler.syntax;

import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.value.Value;

/** `early warning at 70% of the limit to role "…"`; the value need not be a percentage. */
public record EarlyWarningSyntax(Located<Value> at, Located<String> to, Span span) implements Syntax {}
