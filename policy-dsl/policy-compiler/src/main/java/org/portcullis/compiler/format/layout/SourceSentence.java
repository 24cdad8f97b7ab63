package org.portcullis.compiler.format.layout;

import java.util.List;
import java.util.Optional;

/**
 * A sentence as it was written, with the comments around it.
 *
 * @param above the comments between the sentence before and this one
 * @param apart whether an empty line stands directly above its first word
 * @param words up to its full stop
 * @param within the comments before its full stop
 * @param behind the comment on the line of its full stop
 */
record SourceSentence(
        List<CommentLine> above,
        boolean apart,
        List<String> words,
        List<InnerComment> within,
        Optional<String> behind) {
    SourceSentence {
        above = List.copyOf(above);
        words = List.copyOf(words);
        within = List.copyOf(within);
    }

    SourceSentence withBehind(String comment) {
        return new SourceSentence(above, apart, words, within, Optional.of(comment));
    }
}
