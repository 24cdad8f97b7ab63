package org.portcullis.compiler.internal.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;

/** Cuts a text into words and the words into sentences. */
final class Words {
    /** The most words of one file; a policy of ten thousand controls has fewer. */
    static final int MAX_WORDS = 1_000_000;

    private Words() {}

    /** The words and comments; none if there are too many. */
    static List<Token> withComments(SourceText source) {
        PolicyLexer lexer = new PolicyLexer(new Utf16Characters(source));
        lexer.removeErrorListeners();
        List<Token> words = new ArrayList<>();
        for (Token word = lexer.nextToken(); word.getType() != Token.EOF; word = lexer.nextToken()) {
            if (words.size() == MAX_WORDS) {
                return List.of();
            }
            words.add(word);
        }
        return words;
    }

    /** The words without comments; empty if there are too many, which is then reported. */
    static List<Token> of(SourceText source, Diagnostics diagnostics) {
        PolicyLexer lexer = new PolicyLexer(new Utf16Characters(source));
        // The lexer accepts every character, so it never has an error to tell.
        lexer.removeErrorListeners();
        List<Token> words = new ArrayList<>();
        for (Token word = lexer.nextToken(); word.getType() != Token.EOF; word = lexer.nextToken()) {
            if (word.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            if (words.size() == MAX_WORDS) {
                diagnostics.report(
                        DiagnosticCode.FILE_TOO_LARGE,
                        Spans.of(word),
                        String.format(java.util.Locale.ROOT, "the file has more than %,d words", MAX_WORDS),
                        "divide it into several policies");
                return List.of();
            }
            words.add(word);
        }
        return words;
    }

    /** The words sentence by sentence; a sentence ends after its full stop, or where the next one begins. */
    static List<Sentence> sentences(List<Token> words) {
        List<Sentence> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < words.size(); at++) {
            if (at > start && Sentence.beginsAt(words, at)) {
                sentences.add(new Sentence(List.copyOf(words.subList(start, at))));
                start = at;
            }
            if (words.get(at).getType() == PolicyLexer.STOP) {
                sentences.add(new Sentence(List.copyOf(words.subList(start, at + 1))));
                start = at + 1;
            }
        }
        if (start < words.size()) {
            sentences.add(new Sentence(List.copyOf(words.subList(start, words.size()))));
        }
        return sentences;
    }
}
