package org.portcullis.compiler.internal.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;

/**
 * One word, sign or comment as it stands in a text.
 *
 * @param text as written, a text with its quotation marks and a comment with its dashes
 * @param comment whether it is a comment, from its dashes to the end of its line
 */
public record Lexeme(String text, Span span, boolean comment) {
    private static final String STOP = ".";

    /** Everything in the text but white space, in its order. */
    public static List<Lexeme> all(String text) {
        PolicyLexer lexer = new PolicyLexer(new Utf16Characters(new SourceText("", text)));
        // The lexer accepts every character, so it never has an error to tell.
        lexer.removeErrorListeners();
        List<Lexeme> lexemes = new ArrayList<>();
        for (Token word = lexer.nextToken(); word.getType() != Token.EOF; word = lexer.nextToken()) {
            lexemes.add(new Lexeme(word.getText(), Spans.of(word), word.getType() == PolicyLexer.COMMENT));
        }
        return lexemes;
    }

    /** Whether it ends a sentence. */
    public boolean isStop() {
        return text.equals(STOP);
    }
}
