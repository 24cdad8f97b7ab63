package org.portcullis.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.value.Value;

/**
 * The answer to one submission at one stage; a function of the submission, the facts, the pack and the instant, and of nothing else.
 *
 * @param packFingerprint which policy decided
 * @param effect the join over the basket and all lines
 * @param basketEffect the join of the findings that stop or hold the whole basket
 * @param inFlight the join of what is done to what is working, over the basket and all lines
 * @param lines what happens to each line, in the order of the submission
 * @param findings every finding, blocks first, then holds, then warnings, each with the largest money first; superseded ones included
 * @param groups the findings that count, grouped per control; hard ones never mixed with soft ones
 * @param tallies each control of the stage that applied, or may have, to the basket or any line, passes included; the others applied to nothing
 * @param holds the approvals and floods whose terms hold the release; all must be met
 */
public record Decision(
        Submission submission,
        String submissionDigest,
        String packFingerprint,
        Stage stage,
        Instant at,
        Effect effect,
        Effect basketEffect,
        InFlightEffect inFlight,
        Optional<Value.Money> notional,
        List<LineDecision> lines,
        List<Finding> findings,
        List<FindingGroup> groups,
        List<ControlTally> tallies,
        List<Control> holds) {
    public Decision {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
        groups = List.copyOf(groups);
        tallies = List.copyOf(tallies);
        holds = List.copyOf(holds);
    }

    /** How many findings that count have the effect: the lines that the trader of 2022 would have seen. */
    public long count(Effect wanted) {
        return findings.stream()
                .filter(finding -> finding.counts() && finding.effect() == wanted)
                .count();
    }

    /**
     * Whether every hold can be ended by approvals: each finding that holds comes from one of {@link #holds}.
     *
     * <p>A limit may hold because data is missing; nobody can approve that, so only an amendment with the data ends it. Whoever releases on approvals MUST
     * ask here first.
     */
    public boolean holdsCanBeMet() {
        return findings.stream()
                .filter(finding -> finding.counts() && finding.effect() == Effect.HOLD)
                .allMatch(finding ->
                        holds.stream().anyMatch(control -> finding.control().equals(Optional.of(control.id()))));
    }
}
