package org.portcullis.compiler.diagnostic;

import java.util.Collection;
import java.util.Optional;
import org.portcullis.model.text.Resemblance;

/** Asks whether a misspelt word was meant to be a known one. */
public final class Spelling {
    private Spelling() {}

    /** The nearest candidate that is near enough, as {@link Resemblance#closest} finds it. */
    public static Optional<String> closest(String wrong, Collection<String> candidates) {
        return Resemblance.closest(wrong, candidates);
    }

    /** The cure for a misspelt word: a question that names the closest candidate, else {@code otherwise}. */
    public static String didYouMean(String wrong, Collection<String> candidates, String otherwise) {
        return Resemblance.didYouMean(wrong, candidates, otherwise);
    }

    /**
     * The cure for a misspelt word: a question that names the closest candidate with the edit that writes it, else {@code otherwise}.
     *
     * @param where the word itself, without quotation marks or braces around it
     */
    public static Cure cure(String wrong, Span where, Collection<String> candidates, String otherwise) {
        return closest(wrong, candidates)
                .map(word -> Cure.of("did you mean " + UserText.quoted(word) + "?", Fix.write(where, word)))
                .orElseGet(() -> Cure.of(otherwise));
    }

    /** The distance of two words, or any number above {@code max} if it is above {@code max}. */
    public static int distance(String left, String right, int max) {
        return Resemblance.distance(left, right, max);
    }
}
