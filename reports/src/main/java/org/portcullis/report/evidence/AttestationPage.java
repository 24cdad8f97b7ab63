package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.PageSheet.Line;

/** Makes the page that three functions sign; it is always made unsigned. */
final class AttestationPage {

    static final String NAME = "Attestation";

    private AttestationPage() {}

    static PageSheet of(EvidenceRequest request, Survey survey, List<Traced> traced) {
        List<Line> lines = new ArrayList<>();
        lines.add(
                Line.warning(
                        "UNSIGNED. This page was prepared by a program. It attests nothing until the people named below have filled and signed it."));
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
        lines.add(Line.space());
        part(
                lines,
                "1. Risk management function: drafts",
                "We have drafted this evidence from the journal named above. We have read the clause matrix with its gaps, the control register with"
                        + " the reviews that are due, and the warnings that were acknowledged, and have told compliance of the deficiencies that we"
                        + " found. Deficiencies and what is done about them:",
                "Deficiencies");
        part(
                lines,
                "2. Internal audit: audits",
                "We have verified the journal with the stand-alone verifier and a key from another source than this workbook, have compared the digests"
                        + " below with our own, and have tested the sheets as follows. Work done and exceptions found:",
                "Work and exceptions");
        lines.add(Line.newPage());
        part(
                lines,
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

    private static void part(List<Line> lines, String heading, String statement, String open) {
        lines.add(Line.heading(heading));
        lines.add(Line.pair("Statement prepared", Cell.of(statement)));
        lines.add(Line.pair(open, new Cell.Input()));
        lines.add(Line.gridRow(Cell.of("Name"), new Cell.Input(), Cell.of("Function (SM&CR)"), new Cell.Input()));
        lines.add(Line.gridRow(Cell.of("Date"), new Cell.Input(), Cell.of("Signature"), new Cell.Input()));
        lines.add(Line.gridRow(
                Cell.of("Digest of the file as read"), new Cell.Input(), Cell.of("State"), Cells.stop("UNSIGNED")));
        lines.add(Line.space());
    }
}
