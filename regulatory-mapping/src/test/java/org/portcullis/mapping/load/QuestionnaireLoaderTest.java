package org.portcullis.mapping.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.assessment.Questionnaire;
import org.portcullis.model.citation.Citation;

class QuestionnaireLoaderTest {

    private static final ProvisionCatalogue CATALOGUE = CatalogueLoader.embedded();

    private static final String GOOD = """
            questionnaire: "ours"
            title: "ours"
            about: "us"
            author: "Jo Meyer"
            sections:
              - heading: "Article 10"
                subject: "Stress testing"
                items:
                  - provision: "UK-RTS6 10"
                    journal: none
                    facts: [volume]
                    questions:
                      - who: "Jo Meyer"
                        asks: "When?"
                        give: "the date"
            """;

    private static String builtIn() throws IOException {
        try (InputStream text = Objects.requireNonNull(
                ProvisionCatalogue.class.getResourceAsStream("questionnaires/rts6-article-9.yaml"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void builtInQuestionnaireHoldsAgainstTheCatalogueAndTheSchema() throws IOException {
        assertEquals(List.of(), faults(builtIn()));
        assertEquals(List.of(), CatalogueSchema.of("questionnaire").objections(builtIn()));
    }

    @Test
    void builtInQuestionnaireAsksAboutExactlyTheProvisionsOfItsProfile() {
        TreeSet<String> asked = new TreeSet<>();
        QuestionnaireLoader.rts6()
                .items()
                .forEach(item -> asked.add(item.provision().toString()));
        TreeSet<String> profile = new TreeSet<>();
        ProfileLoader.builtIn("rts6-self-assessment", CATALOGUE)
                .rows()
                .forEach(row -> profile.add(row.provision().toString()));
        assertEquals(profile, asked);
    }

    @Test
    void articlesStandInTheirOrder() {
        List<String> headings = QuestionnaireLoader.rts6().sections().stream()
                .map(Questionnaire.Section::heading)
                .toList();
        assertEquals(19, headings.size());
        for (int article = 1; article <= 18; article++) {
            assertEquals("Article " + article, headings.get(article - 1));
        }
        assertEquals("Annex I", headings.get(18));
    }

    @Test
    void stressTestIsAskedForAtTwiceTheHighestVolumeOfSixMonths() {
        Questionnaire.Item stress = QuestionnaireLoader.rts6().items().stream()
                .filter(item -> item.provision().equals(new Citation("UK-RTS6", "10")))
                .findFirst()
                .orElseThrow();
        String asks = stress.questions().get(0).asks();
        assertEquals(true, asks.contains("twice") && asks.contains("six months"), asks);
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.argumentSet(
                        "provision that is not there",
                        GOOD.replace("\"UK-RTS6 10\"", "«\"UK-RTS6 99\""),
                        "the provision `UK-RTS6 99` is not in the catalogue"),
                Arguments.argumentSet(
                        "provision that is there twice",
                        GOOD
                                + GOOD.substring(GOOD.indexOf("      - provision"))
                                        .replace("\"UK-RTS6 10\"", "«\"UK-RTS6 10\""),
                        "`UK-RTS6 10` is there twice, first on line 9 of `ours.yaml`"),
                Arguments.argumentSet(
                        "fact that is none",
                        GOOD.replace("[volume]", "[«volumes]"),
                        "`volumes` is not a value of `facts`"),
                Arguments.argumentSet(
                        "no question",
                        GOOD.substring(0, GOOD.indexOf("questions:")) + "questions: «[]\n",
                        "`questions` is empty"),
                Arguments.argumentSet("unknown field", GOOD + "«answers: []\n", "the field `answers` is unknown"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultStandsWhereItIsMarked(String marked, String message) {
        assertEquals(
                List.of(CatalogueFolder.marks(marked).get(0) + ": " + message),
                faults(marked.replace(CatalogueFolder.MARK, "")));
    }

    @Test
    void schemaRefusesWhatTheLoaderRefusesWithoutTheCatalogue() {
        CatalogueSchema schema = CatalogueSchema.of("questionnaire");
        assertEquals(List.of(), schema.objections(GOOD));
        assertFalse(schema.objections(GOOD + "answers: []\n").isEmpty());
        assertFalse(schema.objections(GOOD.replace("[volume]", "[volumes]")).isEmpty());
        assertFalse(schema.objections(GOOD.replace("none", "never")).isEmpty());
        assertFalse(schema.objections(GOOD.replace("give:", "gives:")).isEmpty());
    }

    private static List<String> faults(String text) {
        return QuestionnaireLoader.read("ours.yaml", text.getBytes(StandardCharsets.UTF_8), CATALOGUE)
                .match(
                        questionnaire -> List.of(),
                        faults -> faults.stream()
                                .map(fault -> fault.line() + ":" + fault.column() + ": " + fault.message())
                                .toList());
    }
}
