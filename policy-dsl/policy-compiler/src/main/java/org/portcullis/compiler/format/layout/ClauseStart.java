package org.portcullis.compiler.format.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words that begin a clause, which stands on a line of its own.
 *
 * <p>The table holds every clause of the language. A word that also has another use is told apart by the word that follows it and by the clause it stands in.
 *
 * @param words one or more, with single blanks
 * @param next what has to follow the words
 * @param outside the clauses within which the words begin none
 */
record ClauseStart(String words, Next next, Set<String> outside) {
    /** Sentences that are one clause, up to the words that {@link Clause} knows. */
    private static final Set<String> UNDIVIDED = Set.of("scope", "duties", "import", "part", "require", "prove");

    /** What follows one of them belongs to what stands before it. */
    private static final Set<String> JOINING = Set.of("and", "or");

    private static final Set<String> ACTIONS = Set.of("block", "warn", "hold", "suspend", "cancel", "tell");

    private static final List<ClauseStart> TABLE = List.of(
            // the header
            clause("language"),
            clause("version"),
            clause("time zone"),
            clause("calendar"),
            clause("changes"),
            clause("currency"),
            clause("market data"),
            clause("reference data"),
            // what controls share
            clause("cites"),
            clause("owner"),
            clause("review"),
            clause("effective"),
            clause("rollout"),
            clause("applies"),
            clause("missing data"),
            clause("say"),
            // grants
            clause("lets"),
            clause("submit"),
            clause("up to"),
            // what a control does
            new ClauseStart("block", Next.TARGET, Set.of("after")),
            new ClauseStart("warn", Next.TARGET, Set.of("after")),
            new ClauseStart("hold", Next.TARGET, Set.of("after")),
            new ClauseStart("suspend", Next.TARGET, Set.of("after")),
            new ClauseStart("cancel", Next.TARGET, Set.of("after")),
            new ClauseStart("tell", Next.ROLE, Set.of("after")),
            new ClauseStart("if", Next.ANYTHING, ACTIONS),
            clause("acknowledged"),
            clause("early warning"),
            clause("exceptional release"),
            clause("re-enabled"),
            clause("grouped"),
            // the terms of a hold
            new ClauseStart("until", Next.NUMBER, Set.of()),
            new ClauseStart("excluding", Next.ANYTHING, Set.of("re-enabled", "exceptional release", "changes")),
            clause("each"),
            new ClauseStart("within", Next.ANYTHING, Set.of("exceptional release")),
            clause("escalating"),
            // escalations and kill switches
            clause("alerts"),
            clause("pulled"),
            clause("cancels"),
            // recalibrations
            new ClauseStart("because", Next.ANYTHING, Set.of("cites")),
            clause("approved"),
            clause("renewed"),
            clause("renewable"),
            // tests
            clause("with cases"),
            clause("case"),
            new ClauseStart("given", Next.ANYTHING, Set.of("case")),
            new ClauseStart("expect", Next.ANYTHING, Set.of("case")));

    /** What follows the words that begin a clause. */
    enum Next {
        ANYTHING,
        NUMBER,
        ROLE,
        TARGET;

        boolean matches(String word) {
            return switch (this) {
                case ANYTHING -> true;
                case NUMBER -> word.chars().allMatch(c -> c >= '0' && c <= '9');
                case ROLE -> word.equals("role");
                case TARGET -> word.equals("the");
            };
        }
    }

    private static ClauseStart clause(String words) {
        return new ClauseStart(words, Next.ANYTHING, Set.of());
    }

    /**
     * The words that begin a clause at a place of a sentence.
     *
     * @param within the words that began the clause in which the place is; empty in the first one
     */
    static Optional<String> at(CanonicalSentence sentence, int at, String within) {
        if (UNDIVIDED.contains(sentence.kind()) || JOINING.contains(sentence.text(at - 1))) {
            return Optional.empty();
        }
        return startsByPlace(sentence, at)
                ? Optional.of(sentence.text(at))
                : TABLE.stream()
                        .filter(start -> start.isAt(sentence, at, within))
                        .findFirst()
                        .map(ClauseStart::words);
    }

    /** Words that are told apart by what stands before them: a stage follows a comma where it is no clause, a step of an escalation follows one. */
    private static boolean startsByPlace(CanonicalSentence sentence, int at) {
        boolean afterComma = sentence.text(at - 1).equals(",");
        return switch (sentence.text(at)) {
            case "when", "while" -> !afterComma;
            case "after" -> afterComma && sentence.kind().equals("escalation");
            case "from" -> sentence.kind().equals("temporary");
            default -> false;
        };
    }

    private boolean isAt(CanonicalSentence sentence, int at, String within) {
        int begun = 0;
        for (String word : words.split(" ", -1)) {
            if (at + begun >= sentence.size() || !sentence.text(at + begun).equals(word)) {
                return false;
            }
            begun++;
        }
        return at + begun < sentence.size() && next.matches(sentence.text(at + begun)) && !outside.contains(within);
    }
}
