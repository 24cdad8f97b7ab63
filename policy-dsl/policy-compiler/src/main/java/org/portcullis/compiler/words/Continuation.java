package org.portcullis.compiler.words;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.compiler.diagnostic.Span;

/**
 * What could stand at a place of a text that somebody is writing.
 *
 * @param before the words of the sentence before the place; none at the beginning of a sentence
 * @param begun what was typed of the word at the place, up to the place; an empty span if nothing was
 * @param kind the kind of text that the place lies in, if it lies in a text or comment
 * @param keywords the words of the language that go on from here, in alphabetical order
 * @param kinds other kinds of words that go on from here
 * @param understood whether the sentence could be read up to here; otherwise keywords and kinds are empty
 */
public record Continuation(
        List<Word> before,
        Span begun,
        Optional<WordKind> kind,
        List<String> keywords,
        Set<WordKind> kinds,
        boolean understood) {
    public Continuation {
        before = List.copyOf(before);
        keywords = List.copyOf(keywords);
        kinds = Set.copyOf(kinds);
    }

    /** The word so many places before; empty where the sentence begins. */
    public Optional<Word> back(int places) {
        int at = before.size() - places;
        return at >= 0 && at < before.size() ? Optional.of(before.get(at)) : Optional.empty();
    }
}
