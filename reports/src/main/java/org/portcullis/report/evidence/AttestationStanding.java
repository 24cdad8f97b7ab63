package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.attestation.Attestation;
import org.portcullis.engine.attestation.AttestationHistory;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.EvidenceRequest;

/**
 * Is the statement of the journal that people acted on last, held against what a workbook is about.
 *
 * @param attestation the statement with its acts; empty where the journal has none
 * @param outdated why it does not speak for the workbook; empty where it does
 */
record AttestationStanding(Optional<Attestation> attestation, List<String> outdated) {

    /** Finds it among the entries that the request's checkpoint covers. */
    static AttestationStanding of(
            AttestationHistory history, EntrySource journal, EvidenceRequest request, Survey survey)
            throws JournalFailure {
        Optional<Attestation> latest = history.latest();
        if (latest.isEmpty()) {
            return new AttestationStanding(latest, List.of());
        }
        AttestationStatement statement = latest.get().statement();
        List<String> reasons = new ArrayList<>();
        if (!statement.from().equals(request.from()) || !statement.to().equals(request.to())) {
            reasons.add("it is about the period from " + statement.from() + " to " + statement.to());
        }
        if (!statement.entity().equals(request.entity()) || !statement.desk().equals(request.desk())) {
            reasons.add("it is about " + statement.entity() + "; " + statement.desk());
        }
        if (!new HashSet<>(statement.policies()).equals(new HashSet<>(OpenMatters.policies(survey)))) {
            reasons.add("other policy packs were in force in its evidence");
        }
        AttestationHistory.later(journal, request.journal().size(), statement)
                .ifPresent(later -> reasons.add(later.words()));
        return new AttestationStanding(latest, reasons);
    }

    boolean isSigned() {
        return attestation.filter(Attestation::isSigned).isPresent();
    }
}
