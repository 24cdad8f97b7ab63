package org.portcullis.compiler.format.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a sentence that begins a line.
 *
 * @param from its first word
 * @param to the word after its last one
 * @param labelled how many of its words are padded to the column in which the text of each clause begins
 * @param indent the column of its first line
 * @param field the width of that column; 0 where clauses are not padded
 * @param hang the column of its further lines
 */
record Clause(int from, int to, int labelled, int indent, int field, int hang) {
    static final int INDENT = 2;

    private static final int FIELD = 9;
    private static final int HEADER_FIELD = 12;

    /** The clauses of a sentence in their order, its full stop left out; the first one names what is declared. */
    static List<Clause> all(CanonicalSentence sentence) {
        List<Clause> clauses = new ArrayList<>();
        int stop = sentence.size() - 1;
        int from = 0;
        String within = "";
        boolean free = false;
        for (int at = 1; at < stop; at++) {
            Optional<String> begun = ClauseStart.at(sentence, at, within);
            if (begun.isPresent() || endsHeadline(sentence, at)) {
                clauses.add(of(sentence, from, at, within, free));
                from = at;
                within = begun.orElse("");
                free = begun.isEmpty();
            }
        }
        clauses.add(of(sentence, from, stop, within, free));
        return clauses;
    }

    /** After `means` and after a colon the rest of the sentence begins. */
    private static boolean endsHeadline(CanonicalSentence sentence, int at) {
        String before = sentence.text(at - 1);
        return before.equals(":") || (before.equals("means") && sentence.kind().equals("scope"));
    }

    private static Clause of(CanonicalSentence sentence, int from, int to, String label, boolean free) {
        if (from == 0) {
            return new Clause(from, to, 0, 0, 0, INDENT);
        }
        if (free) {
            return new Clause(from, to, 0, INDENT, 0, sentence.kind().equals("scope") ? INDENT : 2 * INDENT);
        }
        int labelled = label.split(" ", -1).length;
        int field = switch (sentence.kind()) {
            case "policy" -> HEADER_FIELD;
            case "test" -> 0;
            default -> FIELD;
        };
        return new Clause(from, to, labelled, INDENT, field, INDENT + (field == 0 ? label.length() + 1 : field));
    }

    /** What stands before the words that may be laid out: the blanks of the margin, and the padded label. */
    String prefix(CanonicalSentence sentence) {
        StringBuilder prefix = new StringBuilder(" ".repeat(indent));
        if (labelled > 0) {
            prefix.append(sentence.written(from, from + labelled));
            prefix.append(" ".repeat(Math.max(1, indent + field - prefix.length())));
        }
        return prefix.toString();
    }

    /** The column of a further line that begins with the word. */
    int hang(CanonicalSentence sentence, int at) {
        return hang + INDENT * sentence.depth(at);
    }
}
