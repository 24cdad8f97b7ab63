package org.portcullis.compiler.internal.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.syntax.Located;

/** Finds the stretch of text that tokens and parsed rules cover. */
final class Spans {
    private Spans() {}

    static Span of(Token token) {
        return new Span(token.getStartIndex(), Math.max(token.getStartIndex(), token.getStopIndex() + 1));
    }

    /** The span of a rule that matched at least one token. */
    static Span of(ParserRuleContext rule) {
        return of(rule.getStart()).to(of(rule.getStop()));
    }

    static Located<String> word(Token token) {
        return new Located<>(token.getText(), of(token));
    }

    /** The text between the quotation marks; the span includes them. */
    static Located<String> unquoted(Token token) {
        String quoted = token.getText();
        return new Located<>(quoted.substring(1, quoted.length() - 1), of(token));
    }
}
