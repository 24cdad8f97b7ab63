package org.portcullis.report.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lays a control's canonical sentence out as people write policies: each clause on a line of its own.
 *
 * <p>The words stay the same in the same order; a sentence with clauses that are not known here has longer lines and nothing else.
 */
public final class SentenceLayout {

    /**
     * One line of a sentence.
     *
     * @param opener the words with which the clause begins, such as `cites` or `up to`; all of the first line, which names the control
     * @param rest the words after them
     */
    public record Line(List<Word> opener, List<Word> rest) {
        public Line {
            opener = List.copyOf(opener);
            rest = List.copyOf(rest);
        }

        /** All words of the line. */
        public List<Word> words() {
            List<Word> words = new ArrayList<>(opener);
            words.addAll(rest);
            return words;
        }

        /** The words that begin the clause, as one text. */
        public String openerText() {
            return text(opener);
        }

        /** The words after the opener as one text. */
        public String restText() {
            return text(rest);
        }
    }

    /** The words at which a clause begins; one of each breaks the line, the first outside parentheses. */
    private static final List<List<String>> CLAUSES = List.of(
            List.of("cites"),
            List.of("owner"),
            List.of("review"),
            List.of("effective"),
            List.of("rollout"),
            List.of("applies"),
            List.of("lets"),
            List.of("submit"),
            List.of("up", "to"),
            List.of("pulled", "by"),
            List.of("cancels", "all"),
            List.of("block", "the"),
            List.of("warn", "the"),
            List.of("hold", "the"),
            List.of("suspend", "the"),
            List.of("cancel", "the"),
            List.of("kill", "the"),
            List.of("tell", "role"),
            List.of("if", "more"),
            List.of("early", "warning"),
            List.of("exceptional", "release"),
            List.of("acknowledged"),
            List.of("until"),
            List.of("excluding"),
            List.of("each"),
            List.of("within"),
            List.of("escalating"),
            List.of("re-enabled", "by"),
            List.of("grouped", "by"),
            List.of("alerts", "are"),
            List.of("missing", "data"),
            List.of("say"));

    private static final Pattern DATE = Pattern.compile("\\d+-\\d+-\\d+");
    private static final Pattern TOKEN = Pattern.compile("(?<text>\"[^\"]*\"?)"
            + "|(?<date>\\d+-\\d+-\\d+)"
            + "|(?<number>\\d+(?:[.,]\\d+)*(?: (?:thousand|million|billion)\\b)?%?)"
            + "|(?<attribute>[a-z][A-Za-z0-9_]*(?:\\.[a-z][A-Za-z0-9_]*)+)"
            + "|(?<id>[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+)"
            + "|(?<currency>[A-Z]{3}(?= \\d))"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_-]*)"
            + "|(?<sign>\\S)");

    private SentenceLayout() {}

    /** Lays a sentence out; a blank one has no lines. */
    public static List<Line> of(String sentence) {
        List<Word> words = words(sentence);
        List<Line> lines = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            depth += word.text().equals("(") ? 1 : word.text().equals(")") ? -1 : 0;
            if (at > 0 && depth == 0 && beginsClause(words, at) && begun.add(word.text())) {
                lines.add(line(words.subList(start, at), lines.isEmpty()));
                start = at;
            }
        }
        if (start < words.size()) {
            lines.add(line(words.subList(start, words.size()), lines.isEmpty()));
        }
        return List.copyOf(lines);
    }

    /** The words of a text in the policy language. */
    public static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find()) {
            words.add(new Word(kind(matcher), matcher.group(), matcher.start() > end));
            end = matcher.end();
        }
        return words;
    }

    private static Word.Kind kind(Matcher matcher) {
        if (matcher.group("text") != null) {
            return Word.Kind.TEXT;
        }
        if (matcher.group("attribute") != null) {
            return Word.Kind.ATTRIBUTE;
        }
        if (matcher.group("id") != null) {
            return Word.Kind.ID;
        }
        if (matcher.group("sign") != null) {
            return Word.Kind.SIGN;
        }
        return matcher.group("word") != null ? Word.Kind.LANGUAGE : Word.Kind.NUMBER;
    }

    private static boolean beginsClause(List<Word> words, int at) {
        Word before = words.get(at - 1);
        // `effective from D until D` and `… unacknowledged tell role …` go on; a clause never follows `and` or a comma.
        boolean goesOn = before.text().equals("and")
                || before.text().equals(",")
                || before.text().equals("unacknowledged")
                || (words.get(at).text().equals("until")
                        && DATE.matcher(before.text()).matches());
        return !goesOn && CLAUSES.stream().anyMatch(clause -> standsAt(clause, words, at));
    }

    private static boolean standsAt(List<String> clause, List<Word> words, int at) {
        if (at + clause.size() > words.size()) {
            return false;
        }
        for (int each = 0; each < clause.size(); each++) {
            Word word = words.get(at + each);
            if (word.kind() != Word.Kind.LANGUAGE || !word.text().equals(clause.get(each))) {
                return false;
            }
        }
        return true;
    }

    private static Line line(List<Word> words, boolean first) {
        int opener = first ? words.size() : standsAt(List.of("up", "to"), words, 0) ? 2 : 1;
        return new Line(words.subList(0, opener), words.subList(opener, words.size()));
    }

    private static String text(List<Word> words) {
        StringBuilder text = new StringBuilder();
        words.forEach(word ->
                text.append(word.spaced() && text.length() > 0 ? " " : "").append(word.text()));
        return text.toString();
    }
}
