package org.portcullis.compiler.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.syntax.Located;

/**
 * The words from the beginning of one declaration to its full stop, or to where the next declaration begins.
 *
 * @param words at least one
 */
record Sentence(List<Token> words) {
    private static final int FIRST_WORDS = 4;

    /** Whether a declaration or the header begins at the word: the words that name a kind, followed by what only a declaration puts there. */
    static boolean beginsAt(List<Token> words, int at) {
        return switch (type(words, at)) {
            case PolicyLexer.POLICY,
                    PolicyLexer.TEST,
                    PolicyLexer.REQUIRE,
                    PolicyLexer.PROVE,
                    PolicyLexer.IMPORT,
                    PolicyLexer.PART -> isText(type(words, at + 1));
            case PolicyLexer.GRANT,
                    PolicyLexer.APPROVAL,
                    PolicyLexer.THROTTLE,
                    PolicyLexer.MONITOR,
                    PolicyLexer.ESCALATION -> isName(type(words, at + 1));
            case PolicyLexer.SCOPE -> type(words, at + 2) == PolicyLexer.MEANS;
            case PolicyLexer.HARD, PolicyLexer.SOFT, PolicyLexer.CUMULATIVE ->
                type(words, at + 1) == PolicyLexer.LIMIT && isName(type(words, at + 2));
            case PolicyLexer.ALERT -> type(words, at + 1) == PolicyLexer.FLOOD && isName(type(words, at + 2));
            case PolicyLexer.IN_FLIGHT -> type(words, at + 1) == PolicyLexer.CONTROL && isName(type(words, at + 2));
            case PolicyLexer.KILL -> type(words, at + 1) == PolicyLexer.SWITCH && isName(type(words, at + 2));
            case PolicyLexer.TEMPORARY -> type(words, at + 1) == PolicyLexer.RECALIBRATION;
            case PolicyLexer.DUTIES -> type(words, at + 1) == PolicyLexer.ROLE;
            default -> false;
        };
    }

    /** Whether the first word names a kind of declaration or the header. */
    boolean hasKind() {
        return !kind().isEmpty();
    }

    /** The words that name the kind of declaration, or nothing. */
    String kind() {
        return switch (first().getType()) {
            case PolicyLexer.POLICY,
                    PolicyLexer.SCOPE,
                    PolicyLexer.GRANT,
                    PolicyLexer.APPROVAL,
                    PolicyLexer.TEST,
                    PolicyLexer.THROTTLE,
                    PolicyLexer.MONITOR,
                    PolicyLexer.ESCALATION,
                    PolicyLexer.DUTIES,
                    PolicyLexer.REQUIRE,
                    PolicyLexer.IMPORT,
                    PolicyLexer.PART,
                    PolicyLexer.PROVE -> first().getText();
            case PolicyLexer.HARD -> "hard limit";
            case PolicyLexer.SOFT -> "soft limit";
            case PolicyLexer.ALERT -> "alert flood";
            case PolicyLexer.CUMULATIVE -> "cumulative limit";
            case PolicyLexer.IN_FLIGHT -> "in-flight control";
            case PolicyLexer.KILL -> "kill switch";
            case PolicyLexer.TEMPORARY -> "temporary recalibration";
            default -> "";
        };
    }

    /** The id that the sentence declares, if one stands where it belongs; under an unknown kind, the first id near its beginning. */
    Optional<Located<String>> id() {
        int before = (int) kind().chars().filter(c -> c == ' ').count() + 1;
        return words.stream()
                .skip(hasKind() ? before : 0)
                .limit(hasKind() ? 1 : FIRST_WORDS)
                .filter(word -> word.getType() == PolicyLexer.ID)
                .map(Spans::word)
                .findFirst();
    }

    /** Parses the words as one rule; empty if they do not fit it, which is then reported. */
    <P> Optional<P> parse(Function<PolicyParser, P> rule, Reports reports) {
        List<Token> ended = new ArrayList<>(words);
        ended.add(end());
        // Prediction is SLL wherever that decides, and full LL only where it does not; the grammar leaves it nothing to
        // do.
        PolicyParser parser = new PolicyParser(new CommonTokenStream(new ListTokenSource(ended)));
        parser.removeErrorListeners();
        FirstMistake strategy = new FirstMistake();
        parser.setErrorHandler(strategy);
        try {
            return Optional.of(rule.apply(parser));
        } catch (ParseCancellationException stopped) {
            if (stopped.getCause() instanceof RecognitionException mistake) {
                reports.add(Misreading.explain(this, strategy.found(parser, mistake)));
                return Optional.empty();
            }
            throw stopped;
        }
    }

    private CommonToken end() {
        CommonToken end = new CommonToken(Token.EOF, "");
        end.setStartIndex(Spans.of(last()).end());
        end.setStopIndex(Spans.of(last()).end() - 1);
        return end;
    }

    Token first() {
        return words.get(0);
    }

    Token last() {
        return words.get(words.size() - 1);
    }

    Span span() {
        return Spans.of(first()).to(Spans.of(last()));
    }

    private static int type(List<Token> words, int at) {
        return at < words.size() ? words.get(at).getType() : Token.EOF;
    }

    private static boolean isText(int type) {
        return type == PolicyLexer.STRING || type == PolicyLexer.UNCLOSED;
    }

    private static boolean isName(int type) {
        return type == PolicyLexer.ID || type == PolicyLexer.CAPS || type == PolicyLexer.WORD;
    }
}
