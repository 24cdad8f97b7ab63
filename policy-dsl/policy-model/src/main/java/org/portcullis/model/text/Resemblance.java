package org.portcullis.model.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known word that somebody probably meant.
 *
 * <p>Distance is the number of letters inserted, left out, replaced or swapped with a neighbour (Damerau–Levenshtein, restricted to one swap per place). Case
 * costs nothing, hence `usd` finds `USD`.
 */
public final class Resemblance {
    private static final int MAX_LENGTH = 80;
    private static final int MAX_CANDIDATES = 10_000;

    private Resemblance() {}

    /**
     * The nearest candidate that is near enough: one letter apart for short words, at most three for long ones.
     *
     * <p>Of equally near candidates the first in the order of the collection is found.
     */
    public static Optional<String> closest(String wrong, Collection<String> candidates) {
        if (wrong.isEmpty() || wrong.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String folded = wrong.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int nearest = tolerance(wrong.length()) + 1;
        int looked = 0;
        for (String candidate : candidates) {
            if (looked++ == MAX_CANDIDATES) {
                break;
            }
            int distance = distance(folded, candidate.toLowerCase(Locale.ROOT), nearest - 1);
            if (distance < nearest && !candidate.equals(wrong)) {
                nearest = distance;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    /** The cure for a misspelt word: a question that names the closest candidate, else {@code otherwise}. */
    public static String didYouMean(String wrong, Collection<String> candidates, String otherwise) {
        return closest(wrong, candidates)
                .map(word -> "did you mean " + ShownText.quoted(word) + "?")
                .orElse(otherwise);
    }

    /** The distance of two words, or any number above {@code max} if it is above {@code max}. */
    public static int distance(String left, String right, int max) {
        if (Math.abs(left.length() - right.length()) > max
                || left.length() > MAX_LENGTH
                || right.length() > MAX_LENGTH) {
            return max + 1;
        }
        int[] beforeLast = new int[right.length() + 1];
        int[] last = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[right.length()];
    }

    private static int tolerance(int length) {
        return Math.min(3, Math.max(1, length / 4));
    }
}
