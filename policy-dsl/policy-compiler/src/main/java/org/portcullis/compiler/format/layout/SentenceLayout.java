package org.portcullis.compiler.format.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays out one sentence with the comments within it.
 *
 * <p>A comment breaks the line at its place. It never stands before a sign that sticks to the word before it: it then moves behind the sign, or before an
 * opening parenthesis. Mutable; used inside one method.
 */
final class SentenceLayout {
    private static final String BEFORE_COMMENT = "  ";

    private final CanonicalSentence sentence;
    private final List<InnerComment> comments;
    private final List<String> lines = new ArrayList<>();
    private Optional<String> behind;
    private int laid;

    private SentenceLayout(SourceSentence source, CanonicalSentence sentence) {
        this.sentence = sentence;
        this.comments = placed(source, sentence);
        this.behind = source.behind();
    }

    /** The lines of the sentence, without line ends. */
    static List<String> lines(SourceSentence source, CanonicalSentence sentence) {
        return new SentenceLayout(source, sentence).lines();
    }

    private static List<InnerComment> placed(SourceSentence source, CanonicalSentence sentence) {
        if (source.within().isEmpty()) {
            return List.of();
        }
        int[] places = Alignment.of(source.words(), sentence);
        List<InnerComment> placed = new ArrayList<>();
        for (InnerComment comment : source.within()) {
            placed.add(comment.movedTo(free(sentence, places[comment.before()])));
        }
        return placed;
    }

    /** The nearest place that has a blank; the place before the full stop counts as one. */
    private static int free(CanonicalSentence sentence, int place) {
        int stop = sentence.size() - 1;
        int at = Math.max(1, Math.min(place, stop));
        if (sentence.text(at - 1).equals("(")) {
            while (at > 1 && !sentence.spaced(at)) {
                at--;
            }
        }
        while (at < stop && !sentence.spaced(at)) {
            at++;
        }
        return at;
    }

    private List<String> lines() {
        int stop = sentence.size() - 1;
        boolean commentEndsIt = comments.size() > 0
                && comments.get(comments.size() - 1).before() == stop
                && !comments.get(comments.size() - 1).ownLine()
                && behind.isEmpty()
                && comments.stream().filter(comment -> comment.before() == stop).count() == 1;
        if (commentEndsIt) {
            behind = Optional.of(comments.get(comments.size() - 1).text());
        }
        List<InnerComment> inner = commentEndsIt ? comments.subList(0, comments.size() - 1) : comments;
        if (inner.isEmpty() && fitsOnOneLine()) {
            lines.add(sentence.written(0, stop));
        } else {
            Clause.all(sentence).forEach(clause -> lay(clause, inner));
        }
        boolean stopIsAlone = !inner.isEmpty() && inner.get(inner.size() - 1).before() == stop;
        if (stopIsAlone) {
            write(inner, stop, Clause.INDENT);
            lines.add(" ".repeat(Clause.INDENT));
        }
        append(sentence.text(stop));
        behind.ifPresent(comment -> append(BEFORE_COMMENT + comment));
        return lines;
    }

    /** Whether the sentence has no clauses that want lines of their own, and is short. */
    private boolean fitsOnOneLine() {
        List<Clause> clauses = Clause.all(sentence);
        boolean undivided =
                clauses.size() == 1 || (clauses.size() == 2 && sentence.kind().equals("scope"));
        return undivided && sentence.width(0, sentence.size()) <= LineBreaks.WIDTH;
    }

    private void lay(Clause clause, List<InnerComment> inner) {
        int from = clause.from();
        write(inner, from, clause.indent());
        String prefix = clause.prefix(sentence);
        int begun = from;
        for (int at = from + 1; at <= clause.to(); at++) {
            if (at == clause.to() || isNext(inner, at)) {
                addLines(clause, begun, at, prefix);
                if (at < clause.to()) {
                    write(inner, at, clause.hang(sentence, at));
                }
                prefix = " ".repeat(clause.hang(sentence, Math.min(at, clause.to() - 1)));
                begun = at;
            }
        }
    }

    /** Adds the words; of a label that a comment cuts off from its text, nothing is padded. */
    private void addLines(Clause clause, int from, int to, String prefix) {
        boolean begins = from == clause.from();
        int text = begins ? from + clause.labelled() : from;
        if (text < to) {
            lines.addAll(LineBreaks.lines(sentence, clause, text, to, prefix));
        } else {
            lines.add(" ".repeat(begins ? clause.indent() : prefix.length()) + sentence.written(from, to));
        }
    }

    private boolean isNext(List<InnerComment> inner, int at) {
        return laid < inner.size() && inner.get(laid).before() == at;
    }

    /** Writes the comments of one place: the first at the end of the line if it stood there, the others on their own lines. */
    private void write(List<InnerComment> inner, int at, int indent) {
        boolean first = true;
        while (isNext(inner, at)) {
            InnerComment comment = inner.get(laid++);
            if (first && !comment.ownLine()) {
                append(BEFORE_COMMENT + comment.text());
            } else {
                lines.add(" ".repeat(indent) + comment.text());
            }
            first = false;
        }
    }

    private void append(String end) {
        int last = lines.size() - 1;
        lines.set(last, lines.get(last) + end);
    }
}
