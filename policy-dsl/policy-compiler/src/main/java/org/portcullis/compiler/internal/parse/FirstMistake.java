package org.portcullis.compiler.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Ends the parse of a sentence at its first mistake and knows what could have stood there.
 *
 * <p>The parser passes over optional parts before it fails at the word after them; this strategy notes where it asked for the next word, so that the optional
 * parts are among what was expected. Mutable; belongs to the thread that reads.
 */
final class FirstMistake extends DefaultErrorStrategy {
    private final List<Place> asked = new ArrayList<>();
    private int askedAt = -1;

    /** Where the parse ended, and the token types that could have stood there. */
    record Found(Token word, SortedSet<Integer> expected) {}

    private record Place(int state, ParserRuleContext rule) {}

    /** What the parser that used this strategy stumbled over. */
    Found found(Parser parser, RecognitionException mistake) {
        Token word = mistake.getOffendingToken();
        IntervalSet expected = new IntervalSet();
        if (mistake instanceof NoViableAltException noChoice && noChoice.getStartToken() != word) {
            for (ATNConfig open : noChoice.getDeadEndConfigs()) {
                expected.addAll(parser.getATN().nextTokens(open.state));
            }
        } else {
            expected.addAll(mistake.getExpectedTokens());
            if (askedAt == word.getTokenIndex()) {
                asked.forEach(place -> expected.addAll(parser.getATN().getExpectedTokens(place.state, place.rule)));
            }
        }
        SortedSet<Integer> types = new TreeSet<>(expected.toSet());
        types.removeIf(type -> type < Token.MIN_USER_TOKEN_TYPE);
        return new Found(word, types);
    }

    @Override
    public void sync(Parser parser) {
        int at = parser.getInputStream().index();
        if (at != askedAt) {
            asked.clear();
            askedAt = at;
        }
        asked.add(new Place(parser.getState(), parser.getContext()));
    }

    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        throw new ParseCancellationException(mistake);
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new ParseCancellationException(new InputMismatchException(parser));
    }
}
