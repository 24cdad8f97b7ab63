package org.portcullis.compiler.format.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds where the lines of a clause end that does not fit on one.
 *
 * <p>Conditions joined by `and` or `or` begin a line each. Everything else is broken where it hurts least: after commas, before the words that join, and never
 * between a number and its unit unless nothing else is left. Mutable; used inside one method.
 */
final class LineBreaks {
    /** The columns of a line; one word that is longer stands on a longer line. */
    static final int WIDTH = 100;

    private static final long LINE = 2;
    private static final long TOO_WIDE = 1_000;
    private static final long DEEPER = 3;
    private static final long AFTER_IF = 6;
    private static final long WITHIN_LIST = 3;
    private static final long WITHIN_ITEM = 8;
    private static final long APART = 12;
    private static final long TORN = 30;

    private static final Set<String> JOINING = Set.of("and", "or");
    private static final Set<String> COUNTED = Set.of("open", "held", "executed", "rejected");
    private static final Set<String> COMPARING = Set.of("is", "over");
    private static final Set<String> MEASURING = Set.of("(", "not", "change", "count", "sum");

    /** What it costs to begin a line with the word. */
    private static final Map<String, Long> BEFORE = Map.ofEntries(
            Map.entry("given", 0L),
            Map.entry("expect", 0L),
            Map.entry("where", 2L),
            Map.entry("and", 1L),
            Map.entry("or", 5L),
            Map.entry("if", 7L),
            Map.entry("counting", 3L),
            Map.entry("per", 6L),
            Map.entry("since", 6L),
            Map.entry("in", 5L),
            Map.entry("by", 5L),
            Map.entry("with", 5L),
            Map.entry("within", 3L),
            Map.entry("excluding", 3L),
            Map.entry("is", 4L),
            Map.entry("has", 5L),
            Map.entry("can", 1L),
            Map.entry("of", 9L));

    private final CanonicalSentence sentence;
    private final Clause clause;
    private final List<String> lines = new ArrayList<>();

    private LineBreaks(CanonicalSentence sentence, Clause clause) {
        this.sentence = sentence;
        this.clause = clause;
    }

    /** The lines of the words, the first one after the prefix. */
    static List<String> lines(CanonicalSentence sentence, Clause clause, int from, int to, String prefix) {
        LineBreaks breaks = new LineBreaks(sentence, clause);
        breaks.lay(from, to, prefix);
        return breaks.lines;
    }

    private void lay(int from, int to, String prefix) {
        if (prefix.length() + sentence.width(from, to) + stopWidth(to) <= WIDTH) {
            lines.add(prefix + sentence.written(from, to));
            return;
        }
        List<Integer> joints = outermostJoints(from, to);
        if (joints.isEmpty()) {
            fill(from, to, prefix);
            return;
        }
        int begun = from;
        String begin = prefix;
        for (int joint : joints) {
            lay(begun, joint, begin);
            begun = joint;
            begin = margin(joint);
        }
        lay(begun, to, begin);
    }

    /** Where the conditions begin that are joined inside the fewest parentheses. */
    private List<Integer> outermostJoints(int from, int to) {
        List<Integer> joints = new ArrayList<>();
        int outermost = Integer.MAX_VALUE;
        for (int at = from + 1; at < to; at++) {
            if (joinsConditions(at, to) && sentence.depth(at) <= outermost) {
                if (sentence.depth(at) < outermost) {
                    joints.clear();
                    outermost = sentence.depth(at);
                }
                joints.add(at);
            }
        }
        return joints;
    }

    private boolean joinsConditions(int at, int to) {
        if (!JOINING.contains(sentence.text(at)) || at + 1 == to) {
            return false;
        }
        boolean compares = isPath(at + 1) && at + 2 < to && COMPARING.contains(sentence.text(at + 2));
        return compares || MEASURING.contains(sentence.text(at + 1));
    }

    private boolean isPath(int at) {
        String text = sentence.text(at);
        return text.indexOf('.') > 0 && Character.isLetter(text.charAt(0));
    }

    /** Chooses the cheapest lines, from the last one backwards; of equal ones those that are full earliest. */
    private void fill(int from, int to, String prefix) {
        long[] cost = new long[to - from + 1];
        int[] end = new int[to - from + 1];
        Arrays.fill(end, to);
        for (int at = to - 1; at >= from; at--) {
            int column = at == from ? prefix.length() : clause.hang(sentence, at);
            cost[at - from] = Long.MAX_VALUE;
            int width = column + sentence.text(at).length();
            for (int next = at + 1; next <= to; next++) {
                width += next == to ? stopWidth(to) : 0;
                if (next == to || sentence.spaced(next)) {
                    if (width > WIDTH && cost[at - from] < Long.MAX_VALUE) {
                        break;
                    }
                    long total = LINE
                            + TOO_WIDE * Math.max(0, width - WIDTH)
                            + (next == to ? 0 : costBefore(next) + cost[next - from]);
                    if (total <= cost[at - from]) {
                        cost[at - from] = total;
                        end[at - from] = next;
                    }
                }
                width += next == to ? 0 : sentence.words().get(next).width();
            }
        }
        String begin = prefix;
        for (int at = from; at < to; at = end[at - from]) {
            lines.add(begin + sentence.written(at, end[at - from]));
            begin = end[at - from] < to ? margin(end[at - from]) : "";
        }
    }

    /** The full stop is no word of a clause, and stands on the last line of the last one. */
    private int stopWidth(int to) {
        return to == sentence.size() - 1 ? 1 : 0;
    }

    /** A case is a clause of several lists. */
    private boolean inCase() {
        return sentence.text(clause.from()).equals("case");
    }

    private String margin(int at) {
        return " ".repeat(clause.hang(sentence, at));
    }

    private long costBefore(int at) {
        return costOutsideParentheses(at) + DEEPER * sentence.depth(at);
    }

    private long costOutsideParentheses(int at) {
        String before = sentence.text(at - 1);
        if (before.equals(",")) {
            return COUNTED.contains(sentence.text(at)) ? WITHIN_ITEM : inCase() ? WITHIN_LIST : 0;
        }
        if (JOINING.contains(sentence.text(at)) && isPath(at - 1) && isPath(at + 1)) {
            return WITHIN_ITEM;
        }
        if (before.equals("if")) {
            return AFTER_IF;
        }
        return isTorn(before, sentence.text(at)) ? TORN : BEFORE.getOrDefault(sentence.text(at), APART);
    }

    /** Whether two words are one thing: a number and its unit, a role and its name, a corpus and its provision. */
    private static boolean isTorn(String before, String word) {
        char first = before.charAt(0);
        boolean named = Character.isUpperCase(first) || before.equals("role") || before.equals("table");
        boolean number = first >= '0' && first <= '9';
        boolean name = named && (word.startsWith("\"") || Character.isDigit(word.charAt(0)));
        return number || name || before.equals("per") || before.equals("scope");
    }
}
