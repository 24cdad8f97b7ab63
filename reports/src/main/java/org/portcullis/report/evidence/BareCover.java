package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.Refuted;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.PageSheet.Line;

/** Makes the only page of a workbook whose journal has no entry that can be used. */
final class BareCover {

    private BareCover() {}

    static PageSheet of(EvidenceRequest request, Refuted why, Reservations reservations) {
        List<Line> lines = new ArrayList<>();
        request.notice().ifPresent(notice -> lines.add(Line.warning(notice)));
        lines.add(Line.pair("Entity", Cell.of(request.entity())));
        lines.add(Line.pair("Desk", Cell.of(request.desk())));
        lines.add(Line.pair("Journal", Cell.of(request.journal().origin())));
        lines.add(Line.pair("Checkpoint", Cell.of(CoverPage.checkpoint(request))));
        lines.add(Line.pair("Key beside it", Cell.code(request.journal().keyFingerprint())));
        lines.add(Line.pair("Requested by", Cell.of(request.requestedBy())));
        lines.add(Line.pair("Generated (UTC)", Cell.of(request.generatedAt() + " by " + request.generator())));
        lines.add(Line.pair("How to verify", Cell.code(request.verifyCommand())));
        lines.add(Line.space());
        lines.add(Line.heading("Verdict: does this workbook agree with the journal?"));
        lines.add(Line.gridHead("Test", "Result", "Figures"));
        lines.add(Line.gridRow(
                Cell.of("The journal verifies"),
                Cells.stop("NOT VERIFIED"),
                Cell.of(why.outcome() + ", " + why.sentence())));
        lines.add(Line.gridRow(
                Cell.of("All of these"),
                Cells.stop("NOT VERIFIED"),
                Cell.of("there is nothing here to rely on before the cause is known")));
        return reservations.on(new PageSheet(CoverPage.NAME, CoverPage.TITLE, CoverPage.WIDTHS, lines));
    }
}
