package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.ClauseMatrix;
import org.portcullis.mapping.coverage.Verdict;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.Refuted;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.PageSheet.Line;
import org.portcullis.report.sheet.Sheet;

/** Makes the page on which an auditor begins. */
final class CoverPage {

    static final String NAME = "Cover";
    static final String TITLE = "Evidence workbook: controls of order flow";
    static final List<Integer> WIDTHS = List.of(40, 20, 14, 15, 21, 17, 27);

    private final EvidenceRequest request;
    private final Survey survey;
    private final ClauseSheet clauses;
    private final List<Traced> traced;
    private final Reservations reservations;
    private final List<Line> lines = new ArrayList<>();

    CoverPage(
            EvidenceRequest request,
            Survey survey,
            ClauseSheet clauses,
            List<Traced> traced,
            Reservations reservations) {
        this.request = request;
        this.survey = survey;
        this.clauses = clauses;
        this.traced = List.copyOf(traced);
        this.reservations = reservations;
    }

    PageSheet page(ProvisionCatalogue catalogue, List<? extends Sheet> others) {
        request.notice().ifPresent(notice -> lines.add(Line.warning(notice)));
        about(catalogue);
        verdicts();
        money();
        provisions();
        packs();
        contents(others);
        return reservations.on(new PageSheet(NAME, TITLE, WIDTHS, lines));
    }

    private void about(ProvisionCatalogue catalogue) {
        lines.add(Line.pair("Entity", Cell.of(request.entity())));
        lines.add(Line.pair("Desk", Cell.of(request.desk())));
        lines.add(Line.pair(
                "Period (UTC)", Cell.of("from " + request.from() + " to " + request.to() + ", the end not included")));
        lines.add(Line.pair("Framework", Cell.of(catalogue.title() + ": " + String.join(", ", catalogue.ruleBooks()))));
        lines.add(Line.pair(
                "Profile",
                Cell.of(request.profile().title() + " (" + request.profile().name() + "): "
                        + request.profile().rows().size() + " provisions for "
                        + request.profile().appliesTo())));
        lines.add(Line.pair("Journal", Cell.of(request.journal().origin())));
        lines.add(Line.pair("Checkpoint", Cell.of(checkpoint(request))));
        lines.add(Line.pair("Key that signed it", Cell.code(request.journal().keyFingerprint())));
        lines.add(Line.pair("Assurance", Cell.of(request.journal().assurance())));
        request.policies().forEach(policy -> lines.add(Line.pair("Policy handed over", Cell.of(policy.words()))));
        lines.add(Line.pair("Requested by", Cell.of(request.requestedBy())));
        lines.add(Line.pair("Generated (UTC)", Cell.of(request.generatedAt() + " by " + request.generator())));
        lines.add(Line.pair("How to verify", Cell.code(request.verifyCommand())));
        lines.add(
                Line.note(
                        "Everything in this workbook is derived from the journal named here and can be derived again by whoever has it. It is evidence"
                                + " of what the engine recorded: it cannot show activity that never reached the engine, and it is no legal opinion."));
        lines.add(Line.space());
    }

    static String checkpoint(EvidenceRequest request) {
        return request.refuted().map(Refuted::checkpointRead).orElse(true)
                ? "from entry 0 to a size of " + request.journal().size() + " entries, root "
                        + request.journal().root().value()
                : "none can be read; " + request.journal().size() + " entries can";
    }

    private void verdicts() {
        boolean complete = survey.isComplete();
        boolean decisions = survey.wholeDecisions() == survey.decisions() && survey.withoutPack() == 0;
        boolean votes = survey.votes() == survey.validVotes();
        long agreeing = traced.stream().filter(Traced::passed).count();
        boolean sheets = agreeing == traced.size();
        boolean all =
                complete && decisions && votes && sheets && reservations.all().isEmpty();
        lines.add(Line.heading("Verdict: does this workbook agree with the journal?"));
        lines.add(Line.gridHead("Test", "Result", "Figures"));
        reservations.rows(request).forEach(lines::add);
        lines.add(Line.gridRow(
                Cell.of("The entries are those of the checkpoint"),
                complete ? Cells.good("YES") : Cells.stop("NO"),
                Cell.of(survey.entries() + " entries read, " + survey.gaps() + " gaps in their indices, "
                        + survey.brokenLinks()
                        + " broken links; root over them "
                        + (survey.root().equals(request.journal().root()) ? "equals" : "differs from")
                        + " the root of the checkpoint")));
        lines.add(Line.gridRow(
                Cell.of("Every decision is whole and by a known policy"),
                decisions ? Cells.good("YES") : Cells.stop("NO"),
                Cell.of(survey.wholeDecisions() + " of " + survey.decisions() + " decisions have all their parts, "
                        + survey.withoutPack() + " by a policy that the journal does not show in force")));
        lines.add(Line.gridRow(
                Cell.of("Every accepted vote is signed by the approver's own key"),
                votes ? Cells.good("YES") : Cells.stop("NO"),
                Cell.of(survey.validVotes() + " of " + survey.votes() + " signatures hold")));
        lines.add(Line.gridRow(
                Cell.of("Every sheet has the rows and sums of the journal"),
                sheets ? Cells.good("YES") : Cells.stop("NO"),
                Cell.of(agreeing + " of " + traced.size() + " sheets; see Provenance")));
        lines.add(Line.gridRow(
                Cell.of("The checkpoint is signed by the journal's key"),
                Cells.neutral("NOT CHECKED HERE"),
                Cell.of("run the command above; it uses none of the code that made this workbook")));
        lines.add(Line.gridRow(
                Cell.of("All of these"),
                all ? Cells.good("AGREES") : Cells.stop(reservations.title().orElse("DOES NOT AGREE")),
                Cell.of(
                        all
                                ? "the sheets say what the journal says"
                                : "do not rely on the sheets before the cause is known")));
        lines.add(Line.space());
    }

    private void money() {
        lines.add(Line.heading("What was decided, and in money"));
        lines.add(Line.gridHead(
                "Policy",
                "Decisions",
                "Of them wholly stopped",
                "Stopped orders",
                "Stopped notional",
                "Released orders",
                "Released notional"));
        long unpriced = 0;
        for (Pack pack : survey.packs()) {
            PolicyTotals.Total total =
                    survey.totals().of(pack.activated().fingerprint().value());
            unpriced += total.unpriced();
            lines.add(Line.gridRow(
                    Cell.of(pack.label() + " (" + pack.activated().currency() + ")"),
                    Cell.of(total.decisions()),
                    Cell.of(total.blocked()),
                    Cell.of(total.stoppedOrders()),
                    new Cell.Amount(total.stopped()),
                    Cell.of(total.releasedOrders()),
                    new Cell.Amount(total.released())));
        }
        if (unpriced > 0) {
            lines.add(Line.note(
                    "Orders without a known notional: " + unpriced + ". They are in the counts and not in the sums."));
        }
        request.notice().ifPresent(notice -> lines.add(Line.note("These amounts: " + notice)));
        lines.add(Line.newPage());
    }

    private void provisions() {
        lines.add(Line.heading("Provisions of the profile, by what the journal shows of them"));
        lines.add(Line.gridHead(
                "Policy",
                "Provisions",
                Verdict.MET.words(),
                Verdict.PARTIAL.words(),
                Verdict.NOT_EVIDENCED.words(),
                Verdict.NOT_APPLICABLE.words(),
                "Cited by no control"));
        for (ClauseSheet.Judged judged : clauses.judged()) {
            lines.add(Line.gridRow(
                    Cell.of(judged.pack().label()),
                    Cell.of(judged.listed().size()),
                    Cell.of(judged.count(Verdict.MET)),
                    Cell.of(judged.count(Verdict.PARTIAL)),
                    Cell.of(judged.count(Verdict.NOT_EVIDENCED)),
                    Cell.of(judged.count(Verdict.NOT_APPLICABLE)),
                    Cell.of(judged.listed().stream()
                            .filter(clause -> clause.controls().isEmpty())
                            .count())));
        }
        if (clauses.judged().isEmpty()) {
            long provisions = request.profile().rows().size();
            lines.add(Line.gridRow(
                    Cell.of("no policy in force"),
                    Cell.of(provisions),
                    Cell.of(0),
                    Cell.of(0),
                    Cell.of(provisions),
                    Cell.of(0),
                    Cell.of(provisions)));
        }
        lines.add(Line.note("What the words mean is printed on the clause matrix. "
                + ClauseMatrix.CAVEAT.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + ClauseMatrix.CAVEAT.substring(1) + "."));
        lines.add(Line.space());
    }

    private void packs() {
        lines.add(Line.heading("Policy packs"));
        lines.add(Line.gridHead("Policy", "Title", "Entry", "Controls", "In force (UTC)", "Effective", "Fingerprint"));
        for (Pack pack : survey.packs()) {
            String until = pack.activated()
                    .effectiveUntil()
                    .map(day -> " until " + day)
                    .orElse("");
            lines.add(Line.gridRow(
                    Cell.of(pack.label()),
                    Cell.of(pack.activated().title()),
                    Cell.of(pack.entry()),
                    Cell.of(pack.controls().size()),
                    new Cell.At(pack.at()),
                    Cell.of("from " + pack.activated().effectiveFrom() + until),
                    Cell.code(pack.activated().fingerprint().value())));
        }
        lines.add(Line.space());
    }

    private void contents(List<? extends Sheet> others) {
        lines.add(Line.heading("Sheets"));
        for (Sheet sheet : others) {
            lines.add(Line.gridRow(new Cell.Link(sheet.name(), sheet.name()), Cell.of(described(sheet))));
        }
    }

    /** Names the packs in one line, for statements. */
    static String packNames(Survey survey) {
        return survey.packs().stream()
                .map(pack -> pack.label() + " (" + pack.activated().fingerprint() + ")")
                .collect(Collectors.joining("; "));
    }

    /** Gives the title without the name, which stands beside it. */
    private static String described(Sheet sheet) {
        String prefix = sheet.name() + ": ";
        return sheet.title().startsWith(prefix) ? sheet.title().substring(prefix.length()) : sheet.title();
    }
}
