package org.portcullis.compiler.format.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.internal.parse.Lexeme;

/**
 * The sentences of a text that could be read, with the comments between and within them.
 *
 * @param below the comments after the last sentence
 */
record SourceOutline(List<SourceSentence> sentences, List<CommentLine> below) {
    SourceOutline {
        sentences = List.copyOf(sentences);
        below = List.copyOf(below);
    }

    static SourceOutline of(SourceText source) {
        Cut cut = new Cut(source);
        Lexeme.all(source.text()).forEach(cut::add);
        return new SourceOutline(cut.sentences, cut.above);
    }

    static String withoutBlanksAtItsEnd(String comment) {
        int end = comment.length();
        while (comment.charAt(end - 1) == ' ' || comment.charAt(end - 1) == '\t') {
            end--;
        }
        return comment.substring(0, end);
    }

    /** Cuts a text into sentences. Mutable; used inside one method. */
    private static final class Cut {
        private final SourceText source;
        private final List<SourceSentence> sentences = new ArrayList<>();
        private final List<String> words = new ArrayList<>();
        private final List<InnerComment> within = new ArrayList<>();
        private List<CommentLine> above = new ArrayList<>();
        private boolean firstWordApart;
        private int lastLine;

        Cut(SourceText source) {
            this.source = source;
        }

        void add(Lexeme lexeme) {
            int line = source.line(lexeme.span().start());
            boolean apart = lastLine > 0 && line > lastLine + 1;
            if (lexeme.comment()) {
                addComment(withoutBlanksAtItsEnd(lexeme.text()), line == lastLine, apart);
            } else {
                addWord(lexeme, apart);
            }
            lastLine = line;
        }

        private void addComment(String text, boolean followsOnItsLine, boolean apart) {
            if (!words.isEmpty()) {
                within.add(new InnerComment(words.size(), text, !followsOnItsLine));
            } else if (followsOnItsLine) {
                int last = sentences.size() - 1;
                sentences.set(last, sentences.get(last).withBehind(text));
            } else {
                above.add(new CommentLine(text, apart));
            }
        }

        private void addWord(Lexeme word, boolean apart) {
            if (words.isEmpty()) {
                firstWordApart = apart;
            }
            words.add(word.text());
            if (word.isStop()) {
                sentences.add(new SourceSentence(above, firstWordApart, words, within, Optional.empty()));
                above = new ArrayList<>();
                words.clear();
                within.clear();
            }
        }
    }
}
