package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.assessment.Questionnaire;
import org.portcullis.mapping.load.QuestionnaireLoader;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.Refuted;
import org.portcullis.report.assessment.SelfAssessment;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.sheet.AnnexText;
import org.portcullis.report.sheet.RowTaker;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.SheetDigest;
import org.portcullis.report.sheet.TableSheet;

/**
 * Derives all sheets from a journal, which is read twice: for what became of everything, and for the rows.
 *
 * <p>Memory grows with the number of submissions, holds, alerts, policies and keys, not with the number of orders. The journal MUST NOT lose entries
 * between this call and the writing of the workbook; it may grow, since only the entries that the checkpoint covers are read.
 */
public final class EvidenceSheets {

    private final Reading reading;
    private final ProvisionCatalogue catalogue;
    private final EvidenceRequest request;
    private final Survey survey;
    private final ShownRows shown;
    private final Grounds grounds;

    private EvidenceSheets(
            Reading reading, ProvisionCatalogue catalogue, EvidenceRequest request, Survey survey, ShownRows shown) {
        this.shown = shown;
        this.reading = reading;
        this.catalogue = catalogue;
        this.request = request;
        this.survey = survey;
        this.grounds = new Grounds(reading, request, survey, shown);
    }

    /**
     * Reads the journal and gives the sheets; rows of large tables are read again when they are written.
     *
     * @param check admits the signatures of accepted votes
     * @throws JournalFailure when an entry cannot be read
     */
    public static Evidence of(
            EntrySource source, ProvisionCatalogue catalogue, EvidenceRequest request, SignatureCheck check)
            throws JournalFailure {
        return of(source, catalogue, request, check, UnaryOperator.identity(), RowTaker.none());
    }

    /**
     * Reads the journal and gives the sheets, with their texts as people are to read them; everything is checked on the texts of the journal itself.
     *
     * @param shown gives for each text what stands in the sheet, for example names in place of pseudonyms; MUST give the same for the same
     * @param taker takes the rows of the tables that are made of entries, while the journal is read for them
     * @throws JournalFailure when an entry cannot be read
     */
    public static Evidence of(
            EntrySource source,
            ProvisionCatalogue catalogue,
            EvidenceRequest request,
            SignatureCheck check,
            UnaryOperator<String> shown,
            RowTaker taker)
            throws JournalFailure {
        Reading reading = new Reading(source, request.journal().size());
        Survey survey = Survey.of(reading, request, check);
        return new EvidenceSheets(reading, catalogue, request, survey, new ShownRows(shown)).evidence(taker);
    }

    /**
     * Reads the journal and fills in the self-assessment of RTS 6 Article 9, with the texts that the workbook's sheet has.
     *
     * @param shown gives for each text what stands in the document; MUST give the same for the same
     * @throws JournalFailure when an entry cannot be read
     */
    public static SelfAssessment assessment(
            EntrySource source,
            ProvisionCatalogue catalogue,
            EvidenceRequest request,
            SignatureCheck check,
            UnaryOperator<String> shown)
            throws JournalFailure {
        Reading reading = new Reading(source, request.journal().size());
        Survey survey = Survey.of(reading, request, check);
        EvidenceSheets sheets = new EvidenceSheets(reading, catalogue, request, survey, new ShownRows(shown));
        return sheets.answered(QuestionnaireLoader.rts6(), new ClauseSheet(catalogue, request, survey));
    }

    private Evidence evidence(RowTaker taker) throws JournalFailure {
        ClauseSheet clauses = new ClauseSheet(catalogue, request, survey);
        Reservations reservations = Reservations.of(request, survey);
        PlannedTable decisions = decisions();
        SampleRows sample = new SampleRows(request, survey.decisions());
        decisions.alsoTo(sample::see);
        List<Planned> planned = List.of(
                Planned.of(clauses(clauses)),
                ObligationSheet.of(catalogue, grounds),
                Planned.of(register()),
                LimitRows.of(grounds),
                ParityRows.of(grounds),
                decisions,
                orders(),
                blocks(),
                warnings(),
                approvals(),
                EscalationRows.of(grounds),
                AlertRouting.of(grounds),
                InFlightRows.of(grounds),
                SwitchRows.of(grounds),
                ExceptionRows.of(grounds),
                DataQualityRows.of(grounds),
                AccessRows.of(grounds),
                KeyRows.of(grounds),
                ChainRows.of(grounds),
                ReviewRows.of(grounds),
                EffectRows.of(grounds),
                sample,
                Planned.of(assessment(clauses)));
        JournalPass pass = new JournalPass();
        AnnexBook annex = new AnnexBook();
        for (Planned each : planned) {
            each.join(pass, table -> annex.rowsOf(table.name()).andThen(taker.rowsOf(reservations.on(table))));
        }
        pass.read(reading);
        List<Traced> traced =
                planned.stream().map(Planned::traced).map(reservations::on).toList();
        AttestationStanding standing = AttestationStanding.of(survey.attestations(), reading.source(), request, survey);
        Layout layout = new Layout(clauses, reservations, standing);
        List<Traced> all = new ArrayList<>(traced);
        // What the annex is listed on has it last, so that no other text there moves when it is added.
        all.add(reservations.on(annex.traced(layout.sheets(traced))));
        return new Evidence(request, layout.sheets(all), reservations.all());
    }

    /** Lays out all sheets around the traced ones. */
    private final class Layout {
        private final ClauseSheet clauses;
        private final Reservations reservations;
        private final AttestationStanding standing;

        Layout(ClauseSheet clauses, Reservations reservations, AttestationStanding standing) {
            this.clauses = clauses;
            this.reservations = reservations;
            this.standing = standing;
        }

        List<Sheet> sheets(List<Traced> traced) throws JournalFailure {
            List<TableSheet> tables = new ArrayList<>();
            tables.add(new ProvenanceSheet(request, traced, reservations).sheet());
            traced.forEach(each -> tables.add(each.sheet()));
            List<Sheet> others = new ArrayList<>(tables);
            int annexes = (int) tables.stream()
                    .filter(table -> table.name().equals(AnnexText.SHEET))
                    .count();
            List<Sheet> pages = List.of(
                    reservations.on(ChartsPage.of(traced, grounds)),
                    reservations.on(AttestationPage.of(request, survey, traced, standing, shown.shown())));
            others.addAll(others.size() - annexes, pages);
            others.add(reservations.on(DictionarySheet.of(tables)));
            List<Sheet> all = new ArrayList<>();
            all.add(new CoverPage(request, survey, clauses, traced, reservations).page(catalogue, others));
            all.addAll(others);
            return all;
        }
    }

    /**
     * Gives the cover alone, of a journal that does not verify and of which no entry can be used.
     *
     * @throws IllegalArgumentException when the request does not say why the journal does not verify
     */
    public static Evidence coverOf(EvidenceRequest request) {
        Refuted why = request.refuted()
                .orElseThrow(() -> new IllegalArgumentException("a journal that verifies has more than a cover"));
        Reservations reservations = Reservations.of(why);
        return new Evidence(request, List.of(BareCover.of(request, why, reservations)), reservations.all());
    }

    private Traced assessment(ClauseSheet clauses) throws JournalFailure {
        Questionnaire questionnaire = QuestionnaireLoader.rts6();
        long expected = questionnaire.items().stream()
                .filter(item -> catalogue.find(item.provision()).isPresent())
                .count();
        return AssessmentSheet.of(grounds, answered(questionnaire, clauses), expected);
    }

    private SelfAssessment answered(Questionnaire questionnaire, ClauseSheet clauses) {
        return AssessmentAnswers.of(questionnaire, catalogue, request, survey, clauses, shown.shown());
    }

    private Traced clauses(ClauseSheet clauses) throws JournalFailure {
        long provisions =
                (long) request.profile().rows().size() * survey.packs().size();
        return new Traced(
                clauses.sheet(),
                SheetDigest.of(clauses.sheet()),
                "profile `" + request.profile().name() + "` of catalogue `" + catalogue.title()
                        + "` set against pack.control and decision.tallies of the period, for each policy pack;"
                        + " by policy, then in the order of the profile",
                clauses.clauses() + clauses.furtherControls(),
                Optional.empty(),
                new Tested(
                        clauses.clauses() == provisions,
                        clauses.clauses() + " provisions judged; "
                                + request.profile().rows().size() + " in the profile for each of "
                                + survey.packs().size() + " policies"),
                new Tested(
                        clauses.strayEvidence() == 0,
                        clauses.strayEvidence() + " controls were evaluated that their policy does not have, "
                                + clauses.unresolved() + " citations are not in the catalogue"));
    }

    private Traced register() throws JournalFailure {
        TableSheet sheet = shown.of(ControlRegister.of(request, survey));
        long stated = survey.packs().stream()
                .mapToLong(pack -> pack.activated().controls())
                .sum();
        return new Traced(
                sheet,
                SheetDigest.of(sheet),
                "entries pack.activated and pack.control of the packs that were put in force or decided in the period; by entry",
                stated,
                Optional.empty(),
                new Tested(true, "pack.activated states " + stated + " controls in all"),
                new Tested(
                        survey.withoutPack() == 0,
                        survey.withoutPack() + " decisions name a policy that is not in the register"));
    }

    private PlannedTable decisions() {
        return planned(
                rows().decisions(),
                "entries decision.made of the period with their parts and submission.received; by entry",
                survey.inPeriod(List.of("decision.made")),
                survey.statedNotional(),
                new Tested(
                        survey.wholeDecisions() == survey.decisions(),
                        survey.wholeDecisions() + " of " + survey.decisions()
                                + " decisions have parts with the digest that the decision names; notional against submission.received"));
    }

    private Planned orders() {
        return planned(
                rows().orders(),
                "entries decision.lines of the period, line 1 and up; by decision, then by line",
                survey.statedLines(),
                survey.lineNotional(),
                new Tested(
                        survey.wholeDecisions() == survey.decisions(),
                        "rows against the " + survey.statedLines()
                                + " lines that submission.received states; parts against digests"));
    }

    private Planned blocks() {
        return planned(
                rows().blocks(),
                "findings with effect block in entries decision.lines of the period; by decision, the basket first, then by line",
                survey.statedBlocks(),
                survey.blockNotional(),
                new Tested(
                        survey.wholeDecisions() == survey.decisions(),
                        "rows against the " + survey.statedBlocks()
                                + " blocking findings that decision.made states; parts against" + " digests"));
    }

    private Planned warnings() {
        return planned(
                WarningRows.of(reading, request, survey),
                Grounds.entries(WarningRows.TYPES),
                survey.inPeriod(WarningRows.TYPES),
                BigDecimal.valueOf(survey.cleared()),
                new Tested(
                        survey.sameTexts() == survey.shownTexts(),
                        survey.sameTexts() + " of " + survey.shownTexts()
                                + " texts have the digest that their entry states"));
    }

    private Planned approvals() {
        return planned(
                ApprovalRows.of(reading, request, survey),
                Grounds.entries(ApprovalRows.TYPES),
                survey.inPeriod(ApprovalRows.TYPES),
                survey.releasedNotional(),
                new Tested(
                        survey.validVotes() == survey.votes(),
                        survey.validVotes() + " of " + survey.votes()
                                + " accepted votes are signed by the key that the journal enrolled for the person"));
    }

    private PlannedTable planned(TableSheet sheet, String query, long count, BigDecimal total, Tested accuracy) {
        return new PlannedTable(
                shown.of(sheet),
                new PlannedTable.Against(query, count, Optional.of(total), survey.gapFree(), accuracy));
    }

    private DecisionRows rows() {
        return new DecisionRows(reading, request, survey);
    }
}
