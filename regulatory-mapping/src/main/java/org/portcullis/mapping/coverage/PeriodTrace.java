package org.portcullis.mapping.coverage;

import java.util.List;

/**
 * Tells what a journal shows of a control in a period, for the last steps of a trace: decisions, and the people in them.
 *
 * <p>Implementations MUST give the same answer each time. Whoever reads journals implements it; without a journal there is {@link #NONE}.
 */
@FunctionalInterface
public interface PeriodTrace {

    /** Knows of no journal. */
    PeriodTrace NONE = (policy, control) -> List.of();

    /**
     * Tells about a control, once for each text of its policy that decided in the period, in the order in which these were put in force.
     *
     * @param policy the policy's name, whatever its version
     */
    List<ControlTrace> of(String policy, String control);
}
