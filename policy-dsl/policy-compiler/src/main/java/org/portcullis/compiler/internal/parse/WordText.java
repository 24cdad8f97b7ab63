package org.portcullis.compiler.internal.parse;

import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;

/** Writes the words of one sentence again with single spaces, without comments and line breaks. */
final class WordText {
    private final List<? extends Token> sentence;

    WordText(List<? extends Token> sentence) {
        this.sentence = sentence;
    }

    /** The span of so many words from the given one on. */
    Span from(Token first, int count) {
        int last = Math.min(first.getTokenIndex() + count, sentence.size()) - 1;
        return Spans.of(first).to(Spans.of(sentence.get(last)));
    }

    String of(ParserRuleContext rule) {
        StringBuilder text = new StringBuilder();
        int last = rule.getStop().getTokenIndex();
        int before = Token.INVALID_TYPE;
        for (int at = rule.getStart().getTokenIndex(); at <= last; at++) {
            Token word = sentence.get(at);
            if (at > rule.getStart().getTokenIndex() && !sticks(before, word.getType())) {
                text.append(' ');
            }
            text.append(word.getText());
            before = word.getType();
        }
        return text.toString();
    }

    private static boolean sticks(int before, int word) {
        return before == PolicyParser.OPENING
                || switch (word) {
                    case PolicyParser.COMMA,
                            PolicyParser.COLON,
                            PolicyParser.CLOSING,
                            PolicyParser.PERCENT,
                            PolicyParser.STOP -> true;
                    default -> false;
                };
    }
}
