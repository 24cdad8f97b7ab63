package org.portcullis.compiler.syntax;

import java.time.LocalDate;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.value.Value;

/** `review every 90 days, last on 2026-11-01`. */
public record ReviewSyntax(Located<Value.TimeSpan> every, Located<LocalDate> lastOn, Span span) implements Syntax {}
