package org.portcullis.mapping.coverage;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Asks what the journal of a period shows of a pack's controls.
 *
 * @param from the first day of the period
 * @param to the last day of the period, included
 * @param controls the controls of the pack in their order, ids unique
 * @param evidence what the journal shows, at most one record to a control; a control without one was not evaluated
 * @param exclusions provisions that do not apply, at most one to a provision
 */
public record CoverageQuestion(
        LocalDate from,
        LocalDate to,
        List<CitingControl> controls,
        List<ControlEvidence> evidence,
        List<Exclusion> exclusions) {

    /** Copies the lists and refuses repeats and a period that ends before it begins. */
    public CoverageQuestion {
        controls = List.copyOf(controls);
        evidence = List.copyOf(evidence);
        exclusions = List.copyOf(exclusions);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the period ends on " + to + ", before it begins on " + from);
        }
        requireUnique(controls, CitingControl::id, "control");
        requireUnique(evidence, ControlEvidence::controlId, "evidence of control");
        requireUnique(exclusions, Exclusion::citation, "exclusion of");
    }

    private static <T, K> void requireUnique(List<T> rows, Function<T, K> key, String what) {
        Set<K> seen = new HashSet<>();
        for (T row : rows) {
            if (!seen.add(key.apply(row))) {
                throw new IllegalArgumentException(what + " `" + key.apply(row) + "` is there twice");
            }
        }
    }
}
