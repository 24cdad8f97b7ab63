package org.portcullis.compiler.words;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;

/**
 * The words of one sentence, without comments: from its first word to its full stop, or to where the next sentence begins.
 *
 * @param kind the words that name the kind of declaration, for example `hard limit`; empty if they name none
 * @param id the id that the sentence declares, if it declares one
 * @param words at least one
 */
public record SentenceWords(String kind, Optional<Word> id, List<Word> words) {
    public SentenceWords {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a sentence has at least one word");
        }
    }

    /** From the first word to the end of the last. */
    public Span span() {
        return words.get(0).span().to(words.get(words.size() - 1).span());
    }

    /** What people call the sentence: its id, else the first text in it, else nothing. */
    public Optional<Word> name() {
        return id.or(() -> words.stream()
                .skip(1)
                .limit(1)
                .filter(word -> word.kind() == WordKind.TEXT)
                .findFirst());
    }
}
