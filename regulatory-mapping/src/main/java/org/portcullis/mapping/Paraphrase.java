package org.portcullis.mapping;

import java.util.Optional;

/**
 * Is a provision's content in our own words; it MUST NOT be printed as a quotation.
 *
 * @param text one or a few sentences without quotation marks, at most {@value #MAX_LENGTH} characters
 */
public record Paraphrase(String text) {

    /** The longest paraphrase, in characters. */
    public static final int MAX_LENGTH = 399;

    private static final String QUOTATION_MARKS =
            "\"`\u201C\u201D\u201E\u201F\u2018\u201A\u201B\u00AB\u00BB\u2039\u203A";

    /** Refuses text that {@link #objection} objects to. */
    public Paraphrase {
        Optional<String> objection = objection(text);
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
    }

    /** Says why the text cannot be a paraphrase, or nothing when it can; apostrophes are fine. */
    public static Optional<String> objection(String text) {
        if (text.isBlank()) {
            return Optional.of("the paraphrase is empty");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of("the paraphrase has " + text.length() + " characters and the maximum is " + MAX_LENGTH);
        }
        boolean quotes = text.chars().anyMatch(c -> QUOTATION_MARKS.indexOf(c) >= 0);
        return quotes ? Optional.of("the paraphrase holds a quotation mark") : Optional.empty();
    }
}
