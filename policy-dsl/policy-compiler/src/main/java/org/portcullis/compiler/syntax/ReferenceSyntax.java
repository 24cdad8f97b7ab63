package org.portcullis.compiler.syntax;

import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;

/**
 * `market.adv over 20 trading days`, `sum of order.notional per order.desk per trading day`: an attribute as written, which need not be known.
 *
 * @param overTradingDays at least 1
 * @param derivation how it is computed over time; empty means the attribute itself
 */
public record ReferenceSyntax(
        Located<String> path,
        Optional<Located<Integer>> overTradingDays,
        Optional<DerivationSyntax> derivation,
        Span span)
        implements Syntax {

    /** An attribute itself. */
    public ReferenceSyntax(Located<String> path, Optional<Located<Integer>> overTradingDays, Span span) {
        this(path, overTradingDays, Optional.empty(), span);
    }
}
