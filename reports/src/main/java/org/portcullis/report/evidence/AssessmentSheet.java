package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.assessment.SelfAssessment;
import org.portcullis.report.assessment.SelfAssessment.Answer;
import org.portcullis.report.assessment.SelfAssessment.Asked;
import org.portcullis.report.assessment.SelfAssessment.Section;
import org.portcullis.report.assessment.SelfAssessment.Shown;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.SheetDigest;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of the self-assessment: a row for each question, and one for each provision without any. */
final class AssessmentSheet {

    static final String NAME = "RTS 6 Art 9";

    private AssessmentSheet() {}

    static Traced of(Grounds grounds, SelfAssessment assessment, long expected) throws JournalFailure {
        TableSheet sheet = sheet(assessment);
        long further = assessment.answers().stream()
                .mapToLong(answer -> Math.max(0, answer.questions().size() - 1L))
                .sum();
        return new Traced(
                sheet,
                SheetDigest.of(sheet),
                "questionnaire of RTS 6 Article 9 set against pack.control, decision.tallies, the obligations and counts of the period; in the"
                        + " order of the articles",
                expected + further,
                Optional.empty(),
                grounds.survey().gapFree(),
                new Tested(
                        assessment.answers().size() == expected,
                        assessment.answers().size() + " provisions answered; " + expected
                                + " of the questionnaire are in the catalogue"));
    }

    private static TableSheet sheet(SelfAssessment assessment) {
        List<Row> rows = new ArrayList<>();
        assessment.sections().forEach(section -> section.answers().forEach(answer -> rows(section, answer, rows)));
        List<String> notes = new ArrayList<>();
        notes.add(assessment.about());
        notes.addAll(assessment.notes());
        return new TableSheet(
                NAME,
                assessment.title(),
                notes,
                assessment.request().notice(),
                List.of(
                        Column.of("Provision", 17, "the provision as policies cite it"),
                        Column.of("What is asked (paraphrase)", 30, "the provision in our own words; not a quotation"),
                        Column.of("Known", 7, "how the paraphrase is known: P, S, D or K"),
                        Column.of("State", 17, "how far the journal answers it"),
                        Column.of(
                                "What journal and policies show",
                                46,
                                "controls, obligations and facts with their entries"),
                        Column.of("Evidence", 15, "the sheet where most of it stands"),
                        Column.of("No", 5, "the number of the question, the same as in the document"),
                        Column.of(
                                "Question for people",
                                42,
                                "what the journal does not answer, and what an answer has to hold"),
                        Column.of("Who should answer", 17, "the role that should answer; a proposal"),
                        Column.of("Owner", 15, "for people: who answers"),
                        Column.of("Answer", 30, "for people: the answer, or where it is"),
                        Column.onScreen("Because", 50, "why it is in its state"),
                        Column.onScreen("Article", 12, "the article or annex"),
                        Column.onScreen("Subject", 30, "what the article is about, in our words"),
                        Column.onScreen("Further evidence", 40, "other sheets where more of it stands")),
                1,
                Optional.empty(),
                Rows.of(rows));
    }

    private static void rows(Section section, Answer answer, List<Row> rows) {
        if (answer.questions().isEmpty()) {
            rows.add(row(section, answer, Optional.empty(), true));
        }
        for (int i = 0; i < answer.questions().size(); i++) {
            rows.add(row(section, answer, Optional.of(answer.questions().get(i)), i == 0));
        }
    }

    private static Row row(Section section, Answer answer, Optional<Asked> asked, boolean first) {
        List<String> sheets =
                answer.evidence().stream().map(Shown::sheet).distinct().toList();
        return Row.of(
                Cell.of(answer.provision()),
                Cell.of(first ? answer.asked() : ""),
                Cell.of(answer.mark()),
                new Cell.Mark(answer.state().tone(), answer.state().words()),
                Cell.of(first ? answer.evidence().stream().map(Shown::text).collect(Collectors.joining("\n")) : ""),
                first && !sheets.isEmpty() ? new Cell.Link(sheets.get(0), sheets.get(0)) : Cells.blank(),
                asked.map(question -> Cell.of(question.number())).orElseGet(Cells::blank),
                Cell.of(asked.map(Asked::text).orElse("")),
                Cell.of(asked.map(Asked::who).orElse("")),
                new Cell.Input(),
                new Cell.Input(),
                Cell.of(answer.because()),
                Cell.of(section.heading()),
                Cell.of(section.subject()),
                Cell.of(sheets.stream().skip(1).collect(Collectors.joining(", "))));
    }
}
