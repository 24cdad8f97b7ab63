package org.portcullis.report.evidence;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.engine.attestation.AttestationStatement.Gaps;
import org.portcullis.engine.attestation.AttestationStatement.OpenObligation;
import org.portcullis.engine.attestation.AttestationStatement.OverdueReview;
import org.portcullis.engine.attestation.AttestationStatement.Policy;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.Verdict;
import org.portcullis.model.json.Digest;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.obligation.Judgement;
import org.portcullis.report.reading.Reading;

/** Finds what is open in the evidence of a period, by the same reading as the sheets of its workbook. */
public final class OpenMatters {

    private OpenMatters() {}

    /**
     * Makes the statement that people attest to.
     *
     * @param request what the workbook was asked for
     * @param workbook the digest of the workbook file
     * @param deficiencies what the drafter says besides
     * @return empty where the journal does not have the entries that the request's checkpoint speaks of
     * @throws JournalFailure when an entry cannot be read
     */
    public static Optional<AttestationStatement> statement(
            EntrySource journal,
            ProvisionCatalogue catalogue,
            EvidenceRequest request,
            SignatureCheck check,
            Digest workbook,
            String deficiencies)
            throws JournalFailure {
        Survey survey = Survey.of(new Reading(journal, request.journal().size()), request, check);
        if (!survey.isComplete()) {
            return Optional.empty();
        }
        return Optional.of(new AttestationStatement(
                request.entity(),
                request.desk(),
                request.from(),
                request.to(),
                request.journal().origin(),
                request.journal().size(),
                request.journal().root(),
                workbook,
                policies(survey),
                obligations(survey),
                gaps(new ClauseSheet(catalogue, request, survey)),
                reviews(survey, request.lastDay().toString()),
                deficiencies));
    }

    static List<Policy> policies(Survey survey) {
        return survey.packs().stream()
                .map(pack ->
                        new Policy(pack.label(), pack.activated().fingerprint().value()))
                .toList();
    }

    private static List<OpenObligation> obligations(Survey survey) {
        return survey.judgements().stream()
                .filter(each -> each.verdict() == Verdict.PARTIAL || each.verdict() == Verdict.NOT_EVIDENCED)
                .map(OpenMatters::open)
                .toList();
    }

    private static OpenObligation open(Judgement judgement) {
        return new OpenObligation(
                judgement.obligation().id(),
                judgement.obligation().title(),
                judgement.verdict().words(),
                judgement.because(),
                judgement.exceptions());
    }

    /** Lists what the workbook lists: the provisions of its profile, and not the whole catalogue. */
    private static List<Gaps> gaps(ClauseSheet clauses) {
        return clauses.judged().stream()
                .map(judged -> new Gaps(
                        judged.pack().label(),
                        judged.listed().stream()
                                .filter(clause -> clause.verdict() == Verdict.NOT_EVIDENCED)
                                .map(clause -> clause.provision().citation().toString())
                                .toList()))
                .filter(each -> !each.provisions().isEmpty())
                .toList();
    }

    private static List<OverdueReview> reviews(Survey survey, String lastDay) {
        return survey.packs().stream()
                .flatMap(pack -> pack.controls().stream()
                        .filter(control -> !control.reviewDue().isEmpty()
                                && control.reviewDue().compareTo(lastDay) <= 0)
                        .map(control -> new OverdueReview(
                                pack.label(), control.id(), control.reviewDue(), pack.entryOf(control))))
                .toList();
    }
}
