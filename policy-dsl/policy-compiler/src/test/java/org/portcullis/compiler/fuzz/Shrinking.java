package org.portcullis.compiler.fuzz;

import java.util.function.Predicate;

/** Takes away from a text what a failure does not need. */
final class Shrinking {
    private Shrinking() {}

    /** The smallest text found that still fails. */
    static String of(String text, Predicate<String> fails) {
        String smallest = text;
        for (int step = Math.max(1, text.length() / 2); step >= 1; step = step == 1 ? 0 : Math.max(1, step / 2)) {
            for (int at = 0; at + step <= smallest.length(); ) {
                String shorter = smallest.substring(0, at) + smallest.substring(at + step);
                if (fails.test(shorter)) {
                    smallest = shorter;
                } else {
                    at += step;
                }
            }
        }
        return smallest;
    }
}
