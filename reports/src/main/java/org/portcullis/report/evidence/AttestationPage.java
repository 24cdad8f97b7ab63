package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portcullis.engine.attestation.Attestation;
import org.portcullis.engine.attestation.AttestationRole;
import org.portcullis.engine.attestation.AttestationStatement;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.PageSheet.Line;

/** Makes the page that three functions sign, with what the journal holds of their signatures. */
final class AttestationPage {

    static final String NAME = "Attestation";

    private final EvidenceRequest request;
    private final AttestationStanding standing;
    private final UnaryOperator<String> shown;
    private final List<Line> lines = new ArrayList<>();

    private AttestationPage(EvidenceRequest request, AttestationStanding standing, UnaryOperator<String> shown) {
        this.request = request;
        this.standing = standing;
        this.shown = shown;
    }

    /** Makes the page; people and their words are given as they are to be read. */
    static PageSheet of(
            EvidenceRequest request,
            Survey survey,
            List<Traced> traced,
            AttestationStanding standing,
            UnaryOperator<String> shown) {
        return new AttestationPage(request, standing, shown).page(survey, traced);
    }

    private PageSheet page(Survey survey, List<Traced> traced) {
        head();
        request.notice().ifPresent(notice -> lines.add(Line.warning(notice)));
        lines.add(Line.heading("What is attested to"));
        lines.add(Line.pair("Entity and desk", Cell.of(request.entity() + "; " + request.desk())));
        lines.add(Line.pair("Period (UTC)", Cell.of("from " + request.from() + " to " + request.to())));
        lines.add(Line.pair(
                "Journal",
                Cell.of(request.journal().origin() + ", " + request.journal().size() + " entries")));
        lines.add(Line.pair(
                "Root of the checkpoint", Cell.code(request.journal().root().value())));
        lines.add(Line.pair("Policy packs", Cell.of(CoverPage.packNames(survey))));
        standing.attestation().ifPresent(attestation -> attested(attestation.statement()));
        lines.add(Line.space());
        part(
                AttestationRole.DRAFTS,
                "1. Risk management function: drafts",
                "We have drafted this evidence from the journal named above. We have read the clause matrix with its gaps, the control register with"
                        + " the reviews that are due, and the warnings that were acknowledged, and have told compliance of the deficiencies that we"
                        + " found. Deficiencies and what is done about them:",
                "Deficiencies");
        part(
                AttestationRole.AUDITS,
                "2. Internal audit: audits",
                "We have verified the journal with the stand-alone verifier and a key from another source than this workbook, have compared the digests"
                        + " below with our own, and have tested the sheets as follows. Work done and exceptions found:",
                "Work and exceptions");
        lines.add(Line.newPage());
        part(
                AttestationRole.APPROVES,
                "3. Senior manager: approves",
                "I have considered the draft and the audit, understand the controls that I rely on, and approve this assessment within my"
                        + " responsibilities. Conditions and dates:",
                "Conditions");
        lines.add(Line.heading("Digests of the sheets at the time of writing"));
        for (Traced each : traced) {
            lines.add(Line.pair(
                    each.sheet().name(),
                    Cell.code(each.adds().digest().value() + ", " + each.adds().rows() + " rows")));
        }
        lines.add(Line.note(
                "Whoever signs states the digest of this file as it was read; a file cannot hold its own. The order of drafting, auditing and"
                        + " approving follows Article 9 of RTS 6 as paraphrased in the clause matrix. The function is the one in the person's statement of"
                        + " responsibilities under the Senior Managers and Certification Regime."));
        return new PageSheet(NAME, "Attestation", List.of(28, 44, 22, 44), lines);
    }

    private void head() {
        if (standing.attestation().isEmpty()) {
            lines.add(
                    Line.warning(
                            "UNSIGNED. This page was prepared by a program. It attests nothing until the people named below have filled and signed it."));
            return;
        }
        String outdated = String.join("; ", standing.outdated());
        if (!standing.isSigned()) {
            lines.add(Line.warning("UNSIGNED. The journal has a statement that not all three functions have signed."
                    + (outdated.isEmpty() ? "" : " It is outdated besides: " + outdated + ".")));
        } else if (!outdated.isEmpty()) {
            lines.add(Line.warning(
                    "OUTDATED. The attestation in the journal does not speak for this workbook: " + outdated + "."));
        } else {
            lines.add(Line.pair("State", Cells.good("SIGNED")));
            lines.add(Line.note(
                    "Three people have signed the statement below with keys of their own. Their signatures are entries of the journal and were checked"
                            + " again for this page."));
        }
    }

    private void attested(AttestationStatement statement) {
        lines.add(Line.heading("What was attested to, as the journal has it"));
        lines.add(Line.pair("Entity and desk attested", Cell.of(statement.entity() + "; " + statement.desk())));
        lines.add(Line.pair("Period attested", Cell.of("from " + statement.from() + " to " + statement.to())));
        lines.add(Line.pair(
                "Checkpoint attested",
                Cell.of(statement.size() + " entries, root " + statement.root().value())));
        lines.add(Line.pair("Workbook attested", Cell.code(statement.workbook().value())));
        lines.add(Line.pair("Statement", Cell.code(statement.digest().value())));
        lines.add(Line.pair("Open in it", Cell.of(open(statement))));
        lines.add(Line.note(
                "The workbook attested is an earlier file than this one, which shows its signatures. Whoever has that file compares its digest"
                        + " with the one here: sha256sum FILE."));
    }

    private static String open(AttestationStatement statement) {
        return "obligations not met or not evidenced: "
                + statement.obligations().size()
                + "; provisions without evidence: " + statement.gapCount() + "; reviews overdue: "
                + statement.reviews().size();
    }

    private void part(AttestationRole role, String heading, String said, String open) {
        Optional<Attestation> attestation = standing.attestation();
        Optional<Attestation.Step> step = attestation.flatMap(each -> each.step(role));
        lines.add(Line.heading(heading));
        if (step.isEmpty()) {
            lines.add(Line.pair("Statement prepared", Cell.of(said)));
            unsigned(open);
        } else {
            String text = role == AttestationRole.DRAFTS
                    ? attestation.orElseThrow().statement().deficiencies()
                    : step.get().act().text();
            // What is prepared for paper is not what was signed with a key, and nobody is to be taken to have said it.
            lines.add(Line.pair(
                    "What was signed",
                    Cell.of("This person " + role.word() + " the statement "
                            + step.get().act().statement() + " about the workbook below.")));
            signed(open, text, step.get());
        }
        lines.add(Line.space());
    }

    private void unsigned(String open) {
        lines.add(Line.pair(open, new Cell.Input()));
        lines.add(Line.gridRow(Cell.of("Name"), new Cell.Input(), Cell.of("Function (SM&CR)"), new Cell.Input()));
        lines.add(Line.gridRow(Cell.of("Date"), new Cell.Input(), Cell.of("Signature"), new Cell.Input()));
        lines.add(Line.gridRow(
                Cell.of("Digest of the file as read"), new Cell.Input(), Cell.of("State"), Cells.stop("UNSIGNED")));
    }

    private void signed(String open, String text, Attestation.Step step) {
        lines.add(Line.pair(open, Cell.of(text.isEmpty() ? "none stated" : shown.apply(text))));
        lines.add(Line.gridRow(
                Cell.of("Name"),
                Cell.of(shown.apply(step.act().person())),
                Cell.of("Function (SM&CR)"),
                Cell.of(step.act().function())));
        lines.add(Line.gridRow(
                Cell.of("Date"),
                Cell.of(step.at().toString()),
                Cell.of("Signature"),
                Cell.of((step.holds() ? "VALID" : "NOT VALID: " + step.fault()) + "; key "
                        + step.act().keyId() + ", entry " + step.entry())));
        lines.add(Line.gridRow(
                Cell.of("Digest of the file as read"),
                Cell.code(step.act().workbook().value()),
                Cell.of("State"),
                state(step)));
    }

    private Cell state(Attestation.Step step) {
        if (!step.holds()) {
            return Cells.stop("NOT VALID");
        }
        return standing.outdated().isEmpty() ? Cells.good("SIGNED") : Cells.attention("OUTDATED");
    }
}
