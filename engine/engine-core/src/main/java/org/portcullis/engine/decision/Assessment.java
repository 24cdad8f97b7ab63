package org.portcullis.engine.decision;

import java.util.List;
import org.portcullis.model.control.Control;

/**
 * What the controls of one stage say of one basket and its lines; a {@link Decision} without the submission that it is about.
 *
 * @param effect the join over the basket and all lines
 * @param basketEffect the join of the findings that stop or hold the whole basket
 * @param inFlight the join of what is done to what is working, over the basket and all lines
 * @param lines what happens to each line; empty where facts of a basket alone were assessed
 * @param findings as in {@link Decision}
 * @param groups as in {@link Decision}
 * @param asked how many controls the stage and tiers have; 0 where none was evaluated, since the policy is not in force or the evaluation failed
 * @param tallies as in {@link Decision}; what was asked and has none applied to no line
 * @param holds as in {@link Decision}
 */
public record Assessment(
        Effect effect,
        Effect basketEffect,
        InFlightEffect inFlight,
        List<LineDecision> lines,
        List<Finding> findings,
        List<FindingGroup> groups,
        int asked,
        List<ControlTally> tallies,
        List<Control> holds) {
    public Assessment {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        groups = List.copyOf(groups);
        tallies = List.copyOf(tallies);
        holds = List.copyOf(holds);
    }
}
