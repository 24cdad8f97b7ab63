package org.portcullis.compiler.syntax;

import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;

/** `from 2026-12-01 until 2027-12-01`; the days may stand in the wrong order. */
public record PeriodSyntax(Located<LocalDate> from, Optional<Located<LocalDate>> until, Span span) implements Syntax {}
