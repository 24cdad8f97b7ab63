package org.portcullis.report.word;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.coverage.Exclusion;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.mapping.load.ProfileLoader;
import org.portcullis.model.citation.Citation;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.FrozenJournal;
import org.portcullis.report.JdkKey;
import org.portcullis.report.SampleRequest;
import org.portcullis.report.assessment.SelfAssessment;
import org.portcullis.report.assessment.SelfAssessment.Answer;
import org.portcullis.report.assessment.SelfAssessment.State;
import org.portcullis.report.evidence.EvidenceSheets;
import org.portcullis.report.evidence.SampleEvidence;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;

/** The sheet and the document of a self-assessment come from one model and say the same. */
class AssessmentDocumentTest {
    private static final String SHEET = "RTS 6 Art 9";
    private static final ProvisionCatalogue CATALOGUE = CatalogueLoader.embedded();
    private static final FrozenJournal JOURNAL = FrozenJournal.morning();

    private static EvidenceRequest request() {
        return SampleRequest.withProfile(
                SampleRequest.of(JOURNAL.entries(), SampleEvidence.root(JOURNAL.entries())),
                ProfileLoader.builtIn(ProfileLoader.DEFAULT, CATALOGUE));
    }

    private static SelfAssessment assessment(EvidenceRequest request) throws JournalFailure {
        return EvidenceSheets.assessment(JOURNAL, CATALOGUE, request, JdkKey.CHECK, text -> text);
    }

    private static Evidence workbook() throws JournalFailure {
        return EvidenceSheets.of(JOURNAL, CATALOGUE, request(), JdkKey.CHECK);
    }

    private static byte[] document(SelfAssessment assessment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AssessmentDocument.write(assessment, out);
        return out.toByteArray();
    }

    private static Answer answer(SelfAssessment assessment, String provision) {
        return assessment.answers().stream()
                .filter(each -> each.provision().equals("UK-RTS6 \"" + provision + "\""))
                .findFirst()
                .orElseThrow();
    }

    /** All texts of the document from top to bottom: of tables the second column, which holds what the model says. */
    private static List<String> texts(byte[] document) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XWPFDocument read = new XWPFDocument(new ByteArrayInputStream(document))) {
            for (IBodyElement element : read.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    texts.add(paragraph.getText());
                } else if (element instanceof XWPFTable table) {
                    for (XWPFTableRow row : table.getRows()) {
                        texts.add(row.getCell(1).getText());
                    }
                }
            }
        }
        return texts;
    }

    @Test
    void sheetAndDocumentHaveTheSameTextsInTheSameOrder() throws Exception {
        List<String> document = texts(document(assessment(request())));
        TableSheet sheet = (TableSheet) SampleEvidence.sheet(workbook(), SHEET);
        List<String> headings =
                sheet.columns().stream().map(column -> column.heading()).toList();
        int at = 0;
        for (Row row : SampleEvidence.rows(sheet)) {
            for (String heading : List.of(
                    "What is asked (paraphrase)",
                    "State",
                    "What journal and policies show",
                    "Question for people",
                    "Who should answer")) {
                String cell = row.cells().get(headings.indexOf(heading)).text();
                boolean further = row.cells().get(1).text().isEmpty();
                if (further && heading.equals("State")) {
                    continue;
                }
                for (String text : cell.isEmpty() ? List.<String>of() : List.of(cell.split("\n"))) {
                    int found = next(document, text, at);
                    assertTrue(found >= 0, "`" + text + "` is not in the document after place " + at);
                    at = found + 1;
                }
            }
        }
    }

    private static int next(List<String> document, String text, int from) {
        for (int i = from; i < document.size(); i++) {
            if (document.get(i).equals(text) || document.get(i).endsWith(" " + text)) {
                return i;
            }
        }
        return -1;
    }

    @Test
    void documentAsksNothingThatTheSheetDoesNot() throws Exception {
        SelfAssessment assessment = assessment(request());
        long asked = assessment.answers().stream()
                .mapToLong(each -> each.questions().size())
                .sum();
        TableSheet sheet = (TableSheet) SampleEvidence.sheet(workbook(), SHEET);
        long numbered = SampleEvidence.rows(sheet).stream()
                .filter(row -> !row.cells().get(6).text().isEmpty())
                .count();
        assertEquals(asked, numbered);
    }

    @Test
    void equalAssessmentsGiveEqualBytes() throws Exception {
        assertArrayEquals(document(assessment(request())), document(assessment(request())));
    }

    @Test
    void coverSaysWhatItIsOfWhichJournalAndThatNobodySigned() throws Exception {
        List<String> texts = texts(document(assessment(request())));
        assertTrue(texts.contains("Sample Markets Ltd"));
        assertTrue(texts.contains("example.org/sample-desk"));
        assertTrue(texts.stream().anyMatch(text -> text.startsWith("NOT SIGNED.")));
    }

    @Test
    void everyArticleAndTheAnnexAreThere() throws Exception {
        SelfAssessment assessment = assessment(request());
        assertEquals(19, assessment.sections().size());
        assertEquals(42, assessment.answers().size());
    }

    @Test
    void everySheetThatIsNamedIsInTheWorkbook() throws Exception {
        Set<String> sheets = workbook().sheets().stream().map(Sheet::name).collect(Collectors.toSet());
        assessment(request())
                .answers()
                .forEach(answer ->
                        answer.evidence().forEach(shown -> assertTrue(sheets.contains(shown.sheet()), shown.sheet())));
    }

    @Test
    void whatNoJournalShowsIsForPeopleWithAQuestion() throws Exception {
        Answer stress = answer(assessment(request()), "10");
        assertEquals(State.FOR_PEOPLE, stress.state());
        assertTrue(stress.questions().get(0).text().contains("twice the highest number of messages"));
        assertTrue(stress.evidence().get(0).text().contains("Busiest day 2022-05-02"), stress.toString());
    }

    @Test
    void policyWithoutAControlKeepsAProvisionFromBeingEvidenced() throws Exception {
        Answer volume = answer(assessment(request()), "15(1)(c)");
        assertEquals(State.PARTLY, volume.state());
        assertTrue(volume.because().contains("under Sample desk, lax"), volume.because());
        assertFalse(volume.questions().isEmpty());
    }

    @Test
    void controlsEvaluatedUnderEveryPolicyEvidenceAProvision() throws Exception {
        Answer value = answer(assessment(request()), "15(1)(b)");
        assertEquals(State.EVIDENCED, value.state(), value.because());
        assertEquals(List.of(), value.questions());
    }

    @Test
    void exclusionOfTheProfileMakesAProvisionNotApplicable() throws Exception {
        CoverageProfile profile = request().profile();
        CoverageProfile excluding = new CoverageProfile(
                profile.name(),
                profile.title(),
                profile.appliesTo(),
                profile.author(),
                profile.rows(),
                List.of(new Exclusion(new Citation("UK-RTS6", "13"), "assessed by the parent", "p-compliance")));
        Answer surveillance = answer(assessment(SampleRequest.withProfile(request(), excluding)), "13");
        assertEquals(State.NOT_APPLICABLE, surveillance.state());
        assertEquals(List.of(), surveillance.questions());
    }
}
