package org.portcullis.mapping.coverage;

import java.util.List;

/**
 * Tells what a journal shows of a control in a period, for the last steps of a trace: decisions, and the people in them.
 *
 * <p>Implementations MUST give entries in ascending order and the same answer each time. Whoever reads journals
 * implements it; without a journal there is {@link #NONE}.
 */
@FunctionalInterface
public interface PeriodTrace {

    /** Knows of no journal. */
    PeriodTrace NONE = (policy, control) -> List.of();

    /** Lists the decisions in which the control of the policy was evaluated. */
    List<Decided> decisions(String policy, String control);

    /**
     * Is one decision in a journal.
     *
     * @param entry the index of its entry
     * @param outcome what was decided, as the journal writes it
     * @param people who acted in it, as the journal names them
     */
    record Decided(long entry, String outcome, List<String> people) {

        /** Copies the people. */
        public Decided {
            people = List.copyOf(people);
        }
    }
}
