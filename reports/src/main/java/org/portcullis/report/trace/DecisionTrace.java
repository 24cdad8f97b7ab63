package org.portcullis.report.trace;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.mapping.coverage.ControlTrace.Acted;

/**
 * Is one decision with the controls that were evaluated in it.
 *
 * @param entry the number of its entry
 * @param submission the engine's id of what was decided
 * @param basket as the order system named it
 * @param policy the policy's name and version
 * @param fingerprint the pack's
 * @param outcome what was decided, as the journal writes it
 * @param evaluated the ids of the controls that were evaluated, in the order of the decision
 * @param fired what those that fired came to, by their id
 * @param people who acted about the submission, in the order of their first entry
 */
public record DecisionTrace(
        long entry,
        String submission,
        String basket,
        Instant at,
        String policy,
        String fingerprint,
        String outcome,
        List<String> evaluated,
        SortedMap<String, String> fired,
        List<Acted> people) {

    /** Copies the collections. */
    public DecisionTrace {
        evaluated = List.copyOf(evaluated);
        fired = new TreeMap<>(fired);
        people = List.copyOf(people);
    }

    /** Gives what controls came to, by their id; a copy. */
    @Override
    public SortedMap<String, String> fired() {
        return new TreeMap<>(fired);
    }
}
