package org.portcullis.model.control;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.Value;

/**
 * What releases a hold: every quorum met by different people within the time limit; otherwise it is rejected.
 *
 * @param quorums all must be met; one person counts once, whichever roles that person has
 * @param retyped the amount that each approver types, if any
 * @param estimated the amount that each approver estimates before seeing the submitter's, if any
 * @param within the time from the hold's begin after which it is rejected
 */
public record HoldTerms(
        List<Quorum> quorums,
        List<Exclusion> exclusions,
        boolean reasonRequired,
        Optional<Reference> retyped,
        Optional<Reference> estimated,
        Value.TimeSpan within,
        List<EscalationStep> escalation) {
    public HoldTerms {
        quorums = List.copyOf(quorums);
        exclusions = List.copyOf(exclusions);
        escalation = List.copyOf(escalation);
        if (quorums.isEmpty()) {
            throw new IllegalArgumentException("a hold needs at least one quorum");
        }
        if (within.micros() <= 0) {
            throw new IllegalArgumentException("a hold's time limit is positive");
        }
    }

    /** Terms without an estimate. */
    public HoldTerms(
            List<Quorum> quorums,
            List<Exclusion> exclusions,
            boolean reasonRequired,
            Optional<Reference> retyped,
            Value.TimeSpan within,
            List<EscalationStep> escalation) {
        this(quorums, exclusions, reasonRequired, retyped, Optional.empty(), within, escalation);
    }

    /** How many people must sign in all. */
    public int peopleNeeded() {
        return quorums.stream().mapToInt(Quorum::needed).sum();
    }

    /** Tells a role when the hold has waited so long. */
    public record EscalationStep(Value.TimeSpan after, Role to) {}
}
