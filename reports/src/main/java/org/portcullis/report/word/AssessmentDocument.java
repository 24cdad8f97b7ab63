package org.portcullis.report.word;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.assessment.SelfAssessment;
import org.portcullis.report.assessment.SelfAssessment.Answer;
import org.portcullis.report.assessment.SelfAssessment.Asked;
import org.portcullis.report.assessment.SelfAssessment.Section;
import org.portcullis.report.assessment.SelfAssessment.State;
import org.portcullis.report.excel.FixedZip;
import org.portcullis.report.sheet.Tone;

/**
 * Writes a self-assessment as an Office Open XML document (ISO/IEC 29500) without macros and without links to the outside.
 *
 * <p>Equal assessments give equal bytes on one JDK: the dates inside are the request's.
 */
public final class AssessmentDocument {

    private final SelfAssessment assessment;
    private final Paper paper;

    private AssessmentDocument(SelfAssessment assessment, XWPFDocument document) {
        this.assessment = assessment;
        this.paper = new Paper(document);
    }

    /**
     * Writes the document; the stream stays open.
     *
     * @throws IOException when the stream or the temporary file cannot be written
     */
    public static void write(SelfAssessment assessment, OutputStream out) throws IOException {
        Path draft = Files.createTempFile("portcullis-assessment-", ".docx");
        try {
            try (XWPFDocument document = new XWPFDocument();
                    OutputStream file = Files.newOutputStream(draft)) {
                date(document, assessment.request());
                new AssessmentDocument(assessment, document).fill();
                document.write(file);
            }
            FixedZip.copy(draft, out);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void date(XWPFDocument document, EvidenceRequest request) {
        POIXMLProperties.CoreProperties core = document.getProperties().getCoreProperties();
        String at = request.generatedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        try {
            core.setCreated(at);
            core.setModified(at);
        } catch (InvalidFormatException notADate) {
            throw new IllegalArgumentException("`" + at + "` cannot be the date of a document", notADate);
        }
        core.setCreator(request.generator());
        core.setLastModifiedByUser(request.generator());
        core.setTitle("Self-assessment under RTS 6 Article 9, " + request.entity());
    }

    private void fill() {
        EvidenceRequest request = assessment.request();
        paper.footer(request.entity() + ", " + request.firstDay() + " to " + request.lastDay() + ". Not signed.");
        cover(request);
        for (Section section : assessment.sections()) {
            paper.heading(section.heading() + ": " + section.subject());
            section.answers().forEach(this::answer);
        }
    }

    private void cover(EvidenceRequest request) {
        paper.title(assessment.title());
        paper.text(assessment.about());
        paper.warning(
                "NOT SIGNED. This draft was prepared by a program. It says nothing for the firm until people have answered its questions, the risk"
                        + " function has drafted, internal audit has audited and senior management has approved it.");
        request.notice().ifPresent(paper::warning);
        Grid about = paper.grid(2800, 6800);
        about.pair("Entity", request.entity());
        about.pair("Desk", request.desk());
        about.pair("Period (UTC)", "from " + request.from() + " to " + request.to() + ", the end not included");
        about.pair("Journal", request.journal().origin());
        about.pair(
                "Checkpoint",
                request.journal().size() + " entries, root "
                        + request.journal().root().value());
        about.pair("Key that signed it", request.journal().keyFingerprint());
        about.pair("Assurance", request.journal().assurance());
        about.pair("Requested by", request.requestedBy());
        about.pair("Generated (UTC)", request.generatedAt() + " by " + request.generator());
        about.pair("Sheets named here", "are those of the evidence workbook of the same journal, desk and period");
        paper.heading("How far it is answered");
        Grid counts = paper.grid(2800, 6800);
        for (State state : State.values()) {
            counts.pair(
                    marked(state),
                    assessment.count(state) + " of " + assessment.answers().size() + " provisions");
        }
        assessment.notes().forEach(paper::note);
        paper.heading("Signatures");
        Grid signatures = paper.grid(2800, 2800, 4000);
        signatures.head("Function", "Name and date", "Signature");
        signatures.row("Risk function: drafts", "", "");
        signatures.row("Internal audit: audits", "", "");
        signatures.row("Senior management: approves", "", "");
        paper.newPage();
    }

    private void answer(Answer answer) {
        paper.subheading(answer.provision());
        Grid grid = paper.grid(2000, 7600);
        grid.pair("Asked (" + answer.mark() + ")", answer.asked());
        grid.pair("State", marked(answer.state()));
        grid.pair("Because", answer.because());
        answer.evidence().forEach(shown -> grid.pair("Sheet " + shown.sheet(), shown.text()));
        for (Asked question : answer.questions()) {
            grid.pair("Question " + question.number(), question.text());
            grid.pair("Who should answer", question.who());
            grid.input("Owner and answer", 4);
        }
    }

    /** Gives the state with the sign that tells it apart without colour, as in the workbook. */
    private static String marked(State state) {
        return sign(state.tone()) + state.words();
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case GOOD -> "\u25CF ";
            case ATTENTION -> "\u25B2 ";
            case STOP -> "\u25A0 ";
            case GAP -> "\u25A1 ";
            case NEUTRAL -> "\u25CB ";
        };
    }
}
