package org.portcullis.compiler.internal.parse;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.words.Continuation;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;
import org.portcullis.compiler.words.WordKind;

/** Reads words and sentences for tools, and says what could stand at a place. */
public final class WordReader {
    private WordReader() {}

    /** Every word and comment in the order of the text. */
    public static List<Word> words(SourceText source) {
        return Words.withComments(source).stream().map(WordReader::word).toList();
    }

    /** The sentences in the order of the text, without comments. */
    public static List<SentenceWords> sentences(SourceText source) {
        List<Token> words = Words.of(source, new Diagnostics());
        return words.isEmpty()
                ? List.of()
                : Words.sentences(words).stream().map(WordReader::sentence).toList();
    }

    /** The words of the language in alphabetical order. */
    public static List<String> keywords() {
        return Expectation.keywords(new TreeSet<>(IntStream.rangeClosed(1, PolicyLexer.VOCABULARY.getMaxTokenType())
                        .boxed()
                        .toList()))
                .stream()
                .sorted()
                .toList();
    }

    /** What could stand at the offset, which lies within the text. */
    public static Continuation continuation(SourceText source, int offset) {
        int start = offset;
        while (start > 0 && isPartOfWord(source.text().charAt(start - 1))) {
            start--;
        }
        List<Token> words = Words.withComments(source);
        Optional<Token> around =
                words.stream().filter(word -> surrounds(word, offset)).findFirst();
        int begin = around.map(word -> word.getStartIndex() + 1).orElse(start);
        List<Token> before = words.stream()
                .filter(word -> word.getChannel() == Token.DEFAULT_CHANNEL)
                .filter(word -> Spans.of(word).end() <= begin
                        && around.filter(word::equals).isEmpty())
                .toList();
        return continuation(unfinished(before), new Span(begin, offset), around.map(word -> kind(word.getType())));
    }

    private static Continuation continuation(List<Token> before, Span begun, Optional<WordKind> around) {
        List<Word> words = before.stream().map(WordReader::word).toList();
        Optional<SortedSet<Integer>> expected = expected(before, begun.start());
        if (expected.isEmpty() || around.filter(WordKind.COMMENT::equals).isPresent()) {
            return new Continuation(words, begun, around, List.of(), Set.of(), expected.isPresent());
        }
        Set<WordKind> kinds = EnumSet.noneOf(WordKind.class);
        expected.get().forEach(type -> kinds.add(kind(type)));
        kinds.remove(WordKind.KEYWORD);
        return new Continuation(
                words,
                begun,
                around,
                Expectation.keywords(expected.get()).stream().sorted().toList(),
                kinds,
                true);
    }

    /** The words of the sentence that has not ended yet. */
    private static List<Token> unfinished(List<Token> before) {
        if (before.isEmpty() || before.get(before.size() - 1).getType() == PolicyLexer.STOP) {
            return List.of();
        }
        List<Sentence> sentences = Words.sentences(before);
        return sentences.get(sentences.size() - 1).words();
    }

    /** The token types that could follow; empty if the words cannot be read that far. */
    private static Optional<SortedSet<Integer>> expected(List<Token> words, int offset) {
        List<Token> tokens = new ArrayList<>(words);
        CommonToken end = new CommonToken(Token.EOF, "");
        end.setStartIndex(offset);
        end.setStopIndex(offset - 1);
        tokens.add(end);
        PolicyParser parser = new PolicyParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        FirstMistake strategy = new FirstMistake();
        parser.setErrorHandler(strategy);
        try {
            parser.sentence();
            return Optional.empty();
        } catch (ParseCancellationException cut) {
            if (cut.getCause() instanceof RecognitionException mistake) {
                FirstMistake.Found found = strategy.found(parser, mistake);
                int before = words.isEmpty()
                        ? Token.EOF
                        : words.get(words.size() - 1).getType();
                return found.word().getType() == Token.EOF
                        ? Optional.of(Misreading.possible(found.expected(), before))
                        : Optional.empty();
            }
            throw cut;
        }
    }

    /** Whether the offset lies in a text or comment, where no word of the language is written. */
    private static boolean surrounds(Token word, int offset) {
        Span span = Spans.of(word);
        return switch (word.getType()) {
            case PolicyLexer.STRING -> span.start() < offset && offset < span.end();
            case PolicyLexer.UNCLOSED -> span.start() < offset && offset <= span.end();
            case PolicyLexer.COMMENT -> span.start() + 1 < offset && offset <= span.end();
            default -> false;
        };
    }

    private static boolean isPartOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '/';
    }

    private static SentenceWords sentence(Sentence sentence) {
        Optional<Word> id = sentence.id()
                .flatMap(declared -> sentence.words().stream()
                        .filter(word -> Spans.of(word).equals(declared.span()))
                        .findFirst())
                .map(WordReader::word);
        return new SentenceWords(
                sentence.kind(),
                id,
                sentence.words().stream().map(WordReader::word).toList());
    }

    private static Word word(Token token) {
        return new Word(kind(token.getType()), token.getText(), Spans.of(token));
    }

    private static WordKind kind(int type) {
        return switch (type) {
            case PolicyLexer.ID -> WordKind.ID;
            case PolicyLexer.CAPS -> WordKind.CAPITALS;
            case PolicyLexer.PATH -> WordKind.ATTRIBUTE;
            case PolicyLexer.NUMBER -> WordKind.NUMBER;
            case PolicyLexer.DATE -> WordKind.DATE;
            case PolicyLexer.STRING -> WordKind.TEXT;
            case PolicyLexer.UNCLOSED -> WordKind.UNCLOSED_TEXT;
            case PolicyLexer.REGION -> WordKind.REGION;
            case PolicyLexer.WORD -> WordKind.UNKNOWN_WORD;
            case PolicyLexer.COMMENT -> WordKind.COMMENT;
            case PolicyLexer.SIGN, PolicyLexer.UNKNOWN -> WordKind.UNKNOWN_SIGN;
            case PolicyLexer.COMMA,
                    PolicyLexer.COLON,
                    PolicyLexer.OPENING,
                    PolicyLexer.CLOSING,
                    PolicyLexer.PERCENT,
                    PolicyLexer.STOP -> WordKind.PUNCTUATION;
            default -> WordKind.KEYWORD;
        };
    }
}
