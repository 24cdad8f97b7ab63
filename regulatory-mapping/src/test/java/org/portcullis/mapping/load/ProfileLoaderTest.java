package org.portcullis.mapping.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.model.citation.Citation;

class ProfileLoaderTest {

    static final List<String> BUILT_IN = ProfileLoader.BUILT_IN;

    private static final ProvisionCatalogue CATALOGUE = CatalogueLoader.embedded();

    private static final String GOOD = """
            profile: "ours"
            title: "ours"
            applies-to: "us"
            author: "Jo Meyer"
            required: ["UK-RTS6 15(1)(b)"]
            asked: ["UK-RTS6 9"]
            exclusions: []
            """;

    @ParameterizedTest
    @FieldSource("BUILT_IN")
    void builtInProfileLoadsUnderItsNameAndIsWhatTheSchemaSays(String name) throws IOException {
        CoverageProfile profile = ProfileLoader.builtIn(name, CATALOGUE);
        assertEquals(name, profile.name());
        assertTrue(profile.rows().stream().anyMatch(CoverageProfile.Row::required));
        try (InputStream text =
                Objects.requireNonNull(ProvisionCatalogue.class.getResourceAsStream("profiles/" + name + ".yaml"))) {
            assertEquals(
                    List.of(),
                    CatalogueSchema.of("profile").objections(new String(text.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    @Test
    void profileThatExtendsAnotherSaysOnlyWhatDiffers() {
        String text = GOOD.replace("author:", "extends: \"rts6-self-assessment\"\nauthor:")
                .replace("[\"UK-RTS6 9\"]", "[\"UK-RTS6 12\"]");
        CoverageProfile whole = ProfileLoader.builtIn("rts6-self-assessment", CATALOGUE);
        CoverageProfile ours = load(text);
        assertEquals(whole.rows().size(), ours.rows().size());
        assertTrue(ours.rows().contains(new CoverageProfile.Row(new Citation("UK-RTS6", "12"), false)));
    }

    static List<Arguments> faults() {
        return List.of(
                Arguments.argumentSet(
                        "provision that is not there",
                        GOOD.replace("[\"UK-RTS6 9\"]", "[«\"UK-RTS6 99\"]"),
                        "the provision `UK-RTS6 99` is not in the catalogue"),
                Arguments.argumentSet(
                        "control of the library",
                        GOOD.replace("[\"UK-RTS6 9\"]", "[«\"CONTROL-LIBRARY 2\"]"),
                        "the provision `CONTROL-LIBRARY 2` is not in the catalogue"),
                Arguments.argumentSet(
                        "provision in both lists",
                        GOOD.replace("[\"UK-RTS6 9\"]", "[«\"UK-RTS6 15(1)(b)\"]"),
                        "`UK-RTS6 15(1)(b)` is there twice, first on line 5 of `ours.yaml`"),
                Arguments.argumentSet(
                        "profile to extend that is not there",
                        GOOD.replace("author:", "extends: «\"pra\"\nauthor:"),
                        "there is no profile `pra` to extend"),
                Arguments.argumentSet(
                        "exclusion without an author",
                        GOOD.replace("[]", "\n  - «provision: \"UK-RTS6 9\"\n    reason: \"none\""),
                        "the field `author` is missing"),
                Arguments.argumentSet("unknown field", GOOD + "«provisions: []\n", "the field `provisions` is unknown"),
                Arguments.argumentSet(
                        "name with capitals",
                        GOOD.replace("profile: \"ours\"", "profile: «\"Ours\""),
                        "`Ours` is not the name of a profile"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultStandsWhereItIsMarked(String marked, String message) {
        String text = marked.replace(CatalogueFolder.MARK, "");
        List<String> found = ProfileLoader.read("ours.yaml", text.getBytes(StandardCharsets.UTF_8), CATALOGUE)
                .match(
                        profile -> List.of(),
                        faults -> faults.stream()
                                .map(fault -> fault.line() + ":" + fault.column() + ": " + fault.message())
                                .toList());
        assertEquals(List.of(CatalogueFolder.marks(marked).get(0) + ": " + message), found);
    }

    @Test
    void schemaRefusesWhatTheLoaderRefusesWithoutTheCatalogue() {
        CatalogueSchema schema = CatalogueSchema.of("profile");
        assertEquals(List.of(), schema.objections(GOOD));
        assertFalse(schema.objections(GOOD + "provisions: []\n").isEmpty());
        assertFalse(schema.objections(GOOD.replace("\"ours\"", "\"Ours\"")).isEmpty());
        assertFalse(schema.objections(GOOD.replace("UK-RTS6 9", "9")).isEmpty());
        assertFalse(schema.objections(GOOD.replace("author:", "authors:")).isEmpty());
    }

    private static CoverageProfile load(String text) {
        return ProfileLoader.read("ours.yaml", text.getBytes(StandardCharsets.UTF_8), CATALOGUE)
                .match(profile -> profile, faults -> {
                    throw new AssertionError(faults.toString());
                });
    }
}
