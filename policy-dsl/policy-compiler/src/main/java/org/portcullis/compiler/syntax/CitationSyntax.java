package org.portcullis.compiler.syntax;

import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;

/**
 * `FCA-MAR "7A.3.2R(2)"` with `because "…"` behind it or not; the parts are as written and need not name anything that exists.
 *
 * @param because why the control answers to it, where that was written
 */
public record CitationSyntax(
        Located<String> corpus, Located<String> provision, Optional<Located<String>> because, Span span)
        implements Syntax {}
