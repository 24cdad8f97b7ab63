package org.portcullis.report.evidence;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.citation.Citation;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.obligation.Judgement;
import org.portcullis.report.obligation.Obligation;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of obligations: what had to hold of everything that happened, and whether it did. */
final class ObligationSheet {

    static final String NAME = "Obligations";

    private static final String INSTANCES = "Instances";

    private ObligationSheet() {}

    static Planned of(ProvisionCatalogue catalogue, Grounds grounds) {
        Survey survey = grounds.survey();
        List<Judgement> judgements = survey.judgements();
        long decided = judgements.stream()
                .filter(each -> each.obligation() == Obligation.RECORDS_WHOLE)
                .mapToLong(Judgement::instances)
                .sum();
        return grounds.traced(
                sheet(catalogue, grounds.request(), judgements),
                "every entry up to the checkpoint, shown once to each predicate; in the order of the obligations",
                Obligation.values().length,
                new Tested(
                        decided >= survey.decisions(),
                        decided + " records judged; " + survey.decisions() + " decisions in the period"));
    }

    private static TableSheet sheet(ProvisionCatalogue catalogue, EvidenceRequest request, List<Judgement> judgements) {
        return new TableSheet(
                NAME,
                "Obligations: what had to hold of everything that happened in the period",
                List.of(
                        "Each obligation is a predicate that is asked of every instance. MET: it held of all. PARTIAL: it did not hold of some, which are"
                                + " named. NOT EVIDENCED: a policy of the period asks for it and there was no instance. NOT APPLICABLE: no policy of the"
                                + " period has what it is about.",
                        "An instance belongs to the period in which it began; what came of it is read from all entries up to the checkpoint. Verdicts are"
                                + " about evidence; whether the law was kept is for people to say."),
                request.notice(),
                List.of(
                        Column.of("Obligation", 22, "the obligation's id"),
                        Column.of("What must be so", 28, "the obligation in one sentence"),
                        Column.of("Verdict", 18, "what the journal shows of it"),
                        Column.of("Because", 34, "the figures that decided, and the first exception in words"),
                        Column.of(INSTANCES, 9, "how often the predicate was asked in the period"),
                        Column.of("Held", 7, "how often it held"),
                        Column.of(
                                "Exceptions",
                                22,
                                "journal entries that show where it did not hold, the first ones by themselves"),
                        Column.of(
                                "Evidence",
                                22,
                                "journal entries that show where it held, the first ones by themselves"),
                        Column.of("Provisions", 22, "the provisions that it answers to, in our reading"),
                        Column.onScreen("Predicate", 70, "what exactly was asked of each instance"),
                        Column.onScreen("Scope", 40, "what the instances are"),
                        Column.onScreen(
                                "Not in the catalogue", 22, "provisions named here that the catalogue does not have")),
                1,
                Optional.empty(),
                Rows.of(judgements.stream().map(each -> row(catalogue, each)).toList()));
    }

    private static Row row(ProvisionCatalogue catalogue, Judgement judgement) {
        Obligation obligation = judgement.obligation();
        return Row.of(
                Cell.code(obligation.id()),
                Cell.of(obligation.title()),
                ClauseSheet.verdict(judgement.verdict()),
                Cell.of(judgement.because()),
                Cell.of(judgement.instances()),
                Cell.of(judgement.held()),
                Cell.of(judgement.exceptions()),
                Cell.of(judgement.evidence()),
                Cell.of(words(obligation.provisions())),
                Cell.of(obligation.predicate()),
                Cell.of(obligation.population()),
                Cell.of(words(obligation.provisions().stream()
                        .filter(provision -> !catalogue.knows(provision))
                        .toList())));
    }

    private static String words(List<Citation> citations) {
        return citations.stream().map(Citation::toString).collect(Collectors.joining(", "));
    }
}
