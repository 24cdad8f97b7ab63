package org.portcullis.compiler.diagnostic;

import java.util.List;

/**
 * What would cure a mistake: in words, and as edits where the edit is obvious.
 *
 * @param help one sentence in the form of {@link Diagnostic#help}
 * @param fixes edits of which any one cures the mistake, and among several only a person can choose; may be empty
 */
public record Cure(String help, List<Fix> fixes) {
    public Cure {
        fixes = List.copyOf(fixes);
    }

    /** A cure that is left to people. */
    public static Cure of(String help) {
        return new Cure(help, List.of());
    }

    /** A cure that one edit brings about. */
    public static Cure of(String help, Fix fix) {
        return new Cure(help, List.of(fix));
    }
}
