package org.portcullis.compiler.format.layout;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.compiler.internal.parse.Lexeme;

/**
 * The words of one sentence in its canonical spelling.
 *
 * @param words from the word that names its kind to its full stop
 */
record CanonicalSentence(List<Word> words) {
    CanonicalSentence {
        words = List.copyOf(words);
    }

    /**
     * A word or a sign.
     *
     * @param spaced whether a blank stands before it
     * @param depth how many parentheses are open before it
     */
    record Word(String text, boolean spaced, int depth) {
        int width() {
            return text.length() + (spaced ? 1 : 0);
        }
    }

    static List<CanonicalSentence> all(String canonical) {
        List<CanonicalSentence> sentences = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        int end = -1;
        int depth = 0;
        for (Lexeme lexeme : Lexeme.all(canonical)) {
            words.add(new Word(lexeme.text(), lexeme.span().start() != end, depth));
            end = lexeme.span().end();
            depth += lexeme.text().equals("(") ? 1 : lexeme.text().equals(")") ? -1 : 0;
            if (lexeme.isStop()) {
                sentences.add(new CanonicalSentence(words));
                words.clear();
                depth = 0;
            }
        }
        return sentences;
    }

    int size() {
        return words.size();
    }

    String text(int at) {
        return words.get(at).text();
    }

    /** The word that names the kind of sentence, or begins its name. */
    String kind() {
        return text(0);
    }

    boolean spaced(int at) {
        return words.get(at).spaced();
    }

    int depth(int at) {
        return words.get(at).depth();
    }

    /** How many columns the words take if the first one begins a line. */
    int width(int from, int to) {
        int width = 0;
        for (int at = from; at < to; at++) {
            width += at == from ? text(at).length() : words.get(at).width();
        }
        return width;
    }

    /** The words with their blanks, the first one without. */
    String written(int from, int to) {
        StringBuilder written = new StringBuilder();
        for (int at = from; at < to; at++) {
            written.append(at > from && spaced(at) ? " " : "").append(text(at));
        }
        return written.toString();
    }
}
