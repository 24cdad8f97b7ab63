package org.portcullis.compiler.syntax;

import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;

/**
 * `market.adv over 20 trading days`: an attribute as written, which need not be known.
 *
 * @param overTradingDays at least 1
 */
public record ReferenceSyntax(Located<String> path, Optional<Located<Integer>> overTradingDays, Span span)
        implements Syntax {}
