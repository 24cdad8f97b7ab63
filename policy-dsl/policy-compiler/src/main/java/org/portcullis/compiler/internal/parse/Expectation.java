package org.portcullis.compiler.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portcullis.compiler.internal.parse.generated.PolicyLexer;

/** Says in people's words what could have stood at a place. */
final class Expectation {
    private static final int MAX_WORDS = 5;

    private static final List<Group> GROUPS = List.of(
            new Group("a comparison such as `is more than`", Set.of(PolicyLexer.IS)),
            new Group(
                    "a comparison such as `more than`",
                    Set.of(PolicyLexer.MORE_, PolicyLexer.LESS, PolicyLexer.AT, PolicyLexer.NOT)),
            new Group(
                    "a value with its unit, or an attribute such as `order.notional`",
                    Set.of(PolicyLexer.STRING, PolicyLexer.CAPS, PolicyLexer.NUMBER, PolicyLexer.PATH)),
            new Group("a value with its unit", Set.of(PolicyLexer.STRING, PolicyLexer.CAPS, PolicyLexer.NUMBER)),
            new Group(
                    "a condition such as `order.notional is more than USD 1 million`",
                    Set.of(PolicyLexer.PATH, PolicyLexer.OPENING, PolicyLexer.NOT)),
            new Group("a unit such as `shares`", Set.of(PolicyLexer.SHARES, PolicyLexer.MINUTES)),
            new Group("a time unit such as `minutes`", Set.of(PolicyLexer.MINUTES, PolicyLexer.SECONDS)),
            new Group("a unit such as `shares`", Set.of(PolicyLexer.SHARES, PolicyLexer.CONTRACTS)),
            new Group(
                    "an outcome such as `block`",
                    Set.of(
                            PolicyLexer.RELEASE,
                            PolicyLexer.NOTE,
                            PolicyLexer.WARN,
                            PolicyLexer.HOLD,
                            PolicyLexer.BLOCK,
                            PolicyLexer.CONTINUE,
                            PolicyLexer.SUSPEND,
                            PolicyLexer.CANCEL,
                            PolicyLexer.KILL)),
            new Group(
                    "a subject such as `orders`",
                    Set.of(
                            PolicyLexer.ORDERS,
                            PolicyLexer.BASKETS,
                            PolicyLexer.EXECUTIONS,
                            PolicyLexer.MESSAGES,
                            PolicyLexer.STRATEGIES)));

    /** Words that a group stands for although a sentence is understood without them. */
    private static final Set<Integer> UNITS = Set.of(
            PolicyLexer.SHARES,
            PolicyLexer.SHARE,
            PolicyLexer.CONTRACTS,
            PolicyLexer.CONTRACT,
            PolicyLexer.ORDERS,
            PolicyLexer.ORDER,
            PolicyLexer.MESSAGES,
            PolicyLexer.MESSAGE,
            PolicyLexer.WARNINGS,
            PolicyLexer.WARNING,
            PolicyLexer.EXECUTIONS,
            PolicyLexer.EXECUTION,
            PolicyLexer.WORD,
            PolicyLexer.PERCENT,
            PolicyLexer.BPS,
            PolicyLexer.MS,
            PolicyLexer.SECONDS,
            PolicyLexer.SECOND,
            PolicyLexer.MINUTES,
            PolicyLexer.MINUTE,
            PolicyLexer.HOURS,
            PolicyLexer.HOUR,
            PolicyLexer.DAYS,
            PolicyLexer.DAY,
            PolicyLexer.TRADING);

    private static final Set<Integer> SCALES = Set.of(PolicyLexer.THOUSAND, PolicyLexer.MILLION, PolicyLexer.BILLION);

    /** Words that are described together where all of {@code signs} are possible. */
    private record Group(String phrase, Set<Integer> signs) {}

    private Expectation() {}

    /** For example `` `excluding`, `each` or `within` ``. */
    static String phrase(SortedSet<Integer> expected) {
        SortedSet<Integer> left = new TreeSet<>(expected);
        left.removeAll(SCALES);
        if (left.isEmpty()) {
            left.addAll(expected);
        }
        if (left.contains(PolicyLexer.MORE_)) {
            // These belong to the comparison.
            left.remove(PolicyLexer.ONE);
            left.remove(PolicyLexer.MISSING);
        }
        if (left.contains(PolicyLexer.IS)) {
            left.remove(PolicyLexer.OVER);
        }
        List<String> phrases = new ArrayList<>();
        for (Group group : GROUPS) {
            if (left.containsAll(group.signs)) {
                phrases.add(group.phrase);
                left.removeAll(group.signs);
                if (group.phrase.contains("unit such")) {
                    left.removeAll(UNITS);
                }
            }
        }
        left.stream().map(Expectation::word).forEach(phrases::add);
        return oneOf(phrases);
    }

    /** The expected keywords as they are written. */
    static List<String> keywords(SortedSet<Integer> expected) {
        return expected.stream()
                .map(PolicyLexer.VOCABULARY::getLiteralName)
                .filter(literal -> literal != null && Character.isLetter(literal.charAt(1)))
                .map(literal -> literal.substring(1, literal.length() - 1))
                .collect(Collectors.toUnmodifiableList());
    }

    private static String word(int type) {
        return switch (type) {
            case PolicyLexer.ID -> "an id such as `LDN-WAVE-NOTIONAL`";
            case PolicyLexer.STRING -> "a text in quotation marks";
            case PolicyLexer.NUMBER -> "a number";
            case PolicyLexer.DATE -> "a date such as `2026-11-01`";
            case PolicyLexer.PATH -> "an attribute such as `order.notional`";
            case PolicyLexer.CAPS -> "a name in capital letters such as `USD`";
            case PolicyLexer.REGION -> "a time zone such as `Europe/London`";
            case PolicyLexer.WORD -> "a word";
            case PolicyLexer.STOP -> "a full stop";
            case PolicyLexer.COMMA -> "a comma";
            default -> "`" + literal(type) + "`";
        };
    }

    private static String literal(int type) {
        String quoted = PolicyLexer.VOCABULARY.getLiteralName(type);
        return quoted == null ? PolicyLexer.VOCABULARY.getDisplayName(type) : quoted.substring(1, quoted.length() - 1);
    }

    private static String oneOf(List<String> phrases) {
        if (phrases.isEmpty()) {
            return "nothing";
        }
        if (phrases.size() == 1) {
            return phrases.get(0);
        }
        if (phrases.size() > MAX_WORDS) {
            return String.join(", ", phrases.subList(0, MAX_WORDS)) + " or something else";
        }
        int last = phrases.size() - 1;
        return String.join(", ", phrases.subList(0, last)) + " or " + phrases.get(last);
    }
}
