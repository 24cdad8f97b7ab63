package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.Digest;
import org.portcullis.report.json.EvidenceJson;

/** The evidence of the demo in the forms that programs read. */
@Tag("long")
class EvidenceFormsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder = Path.of("");

    private static CommandLineFixture portcullis = new CommandLineFixture(folder);
    private static Ran said = new Ran(0, "", "");

    @BeforeAll
    static void playTheDemoOnce() {
        portcullis = new CommandLineFixture(folder);
        assertEquals(0, portcullis.run("demo", "--out", "demo").status());
        Ran ran = report("evidence", "--vault", "demo/vault");
        assertEquals(0, ran.status(), ran::err);
        said = report("said");
    }

    @Test
    void whatWasWrittenIsSaid() {
        Ran ran = said;
        assertTrue(ran.out().contains("json      said.json\n"), ran::out);
        assertTrue(ran.out().contains("oscal     said.oscal.json\n"), ran::out);
    }

    @Test
    void documentIsWhatItsSchemaSays() throws IOException {
        assertEquals(
                List.of(),
                objections(
                        "evidence.json",
                        EvidenceJson.class.getResourceAsStream("evidence.schema.json"),
                        SpecVersion.VersionFlag.V202012));
    }

    @Test
    void assessmentResultsAreWhatTheSchemaOfNistSays() throws IOException {
        assertEquals(List.of(), oscalObjections("evidence.oscal.json"));
    }

    @Test
    void brokenAssessmentResultsAreNot() throws IOException {
        String text = Files.readString(folder.resolve("evidence.oscal.json"));
        Files.writeString(folder.resolve("broken.oscal.json"), text.replace("\"satisfied\"", "\"fine\""));
        assertFalse(oscalObjections("broken.oscal.json").isEmpty());
    }

    @Test
    void everySheetOfTheWorkbookIsInTheDocument() throws IOException {
        Set<String> names = new HashSet<>();
        JSON.readTree(folder.resolve("evidence.json").toFile())
                .get("sheets")
                .forEach(sheet -> names.add(sheet.get("name").textValue()));
        assertTrue(names.containsAll(Set.of("Cover", "Provenance", "Decisions", "Dictionary")), names::toString);
        assertTrue(names.size() >= 25, names::toString);
    }

    @Test
    void assessmentResultsNameTheFilesBesideThemWithTheirHashes() throws IOException {
        JsonNode resources = JSON.readTree(folder.resolve("evidence.oscal.json").toFile())
                .get("assessment-results")
                .get("back-matter")
                .get("resources");
        for (int i = 2; i < 4; i++) {
            JsonNode link = resources.get(i).get("rlinks").get(0);
            Path file = folder.resolve(link.get("href").textValue());
            assertEquals(
                    Digest.of(Files.readAllBytes(file)).value(),
                    "sha256:" + link.get("hashes").get(0).get("value").textValue());
        }
    }

    @Test
    void sameQuestionHasTheSameBytes() throws IOException {
        Path first = Files.createDirectory(folder.resolve("first"));
        for (String form : List.of("json", "oscal.json")) {
            Files.move(folder.resolve("said." + form), first.resolve("said." + form));
        }
        Files.move(folder.resolve("said.xlsx"), first.resolve("said.xlsx"));
        Files.move(folder.resolve("said-proofs"), first.resolve("said-proofs"));
        assertEquals(0, report("said").status());
        for (String form : List.of("json", "oscal.json")) {
            assertArrayEquals(
                    Files.readAllBytes(first.resolve("said." + form)),
                    Files.readAllBytes(folder.resolve("said." + form)),
                    form);
        }
    }

    @Test
    void documentIsVerified() {
        Ran ran = verify("evidence.json", "--vault", "demo/vault");
        assertEquals(0, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("VERIFIED: every cell is what the journal gives\n"), ran::out);
        assertTrue(ran.out().contains("0 cells that people filled"), ran::out);
    }

    @Test
    void changedValueIsNamed() throws IOException {
        String text = Files.readString(folder.resolve("evidence.json"));
        int decisions = text.indexOf("{\"name\":\"Decisions\"");
        int amount = text.indexOf("{\"amount\":\"", decisions) + "{\"amount\":\"".length();
        String changed = text.substring(0, amount) + "9" + text.substring(amount);
        Files.writeString(folder.resolve("changed.json"), changed);
        Ran ran = verify("changed.json", "--vault", "demo/vault");
        assertEquals(1, ran.status(), () -> ran.out() + ran.err());
        assertTrue(ran.out().startsWith("DIFFERS: sheet `Decisions`, row 1, `"), ran::out);
    }

    @Test
    void assessmentResultsAreNoEvidenceDocument() {
        Ran ran = verify("evidence.oscal.json", "--vault", "demo/vault");
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("it is no evidence document"), ran::err);
    }

    @Test
    void fileThatIsThereIsRefusedBeforeAnythingIsWritten() throws IOException {
        Files.writeString(folder.resolve("there.json"), "mine");
        Ran ran = report("there");
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("there.json: is there already"), ran::err);
        assertEquals("mine", Files.readString(folder.resolve("there.json")));
        assertFalse(Files.exists(folder.resolve("there.xlsx")));
        assertFalse(Files.exists(folder.resolve("there.oscal.json")));
    }

    @Test
    void oneFileForTwoFormsIsRefused() {
        Ran ran = portcullis.run(
                "report", "demo/journal", "--out", "two.xlsx", "--json-out", "two.json", "--oscal-out", "./two.json");
        assertEquals(2, ran.status());
        assertFalse(Files.exists(folder.resolve("two.xlsx")));
    }

    @Test
    void noPartIsLeftBehind() throws IOException {
        assertEquals(
                2,
                portcullis
                        .run("report", "demo/journal", "--out", "left.xlsx", "--json-out", "missing/left.json")
                        .status());
        assertFalse(Files.exists(folder.resolve("left.xlsx")), "nothing is written where a folder is missing");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.map(file -> String.valueOf(file.getFileName()))
                            .filter(name -> name.endsWith(".part"))
                            .toList());
        }
    }

    private static Ran report(String name, String... more) {
        return portcullis.run(Stream.concat(
                        Stream.of(
                                "report",
                                "demo/journal",
                                "--out",
                                name + ".xlsx",
                                "--json-out",
                                name + ".json",
                                "--oscal-out",
                                name + ".oscal.json"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static Ran verify(String file, String... more) {
        return portcullis.run(Stream.concat(
                        Stream.of(
                                "verify", "workbook", file, "--journal", "demo/journal", "--key", "demo/journal.vkey"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static List<String> oscalObjections(String file) throws IOException {
        return objections(
                file,
                EvidenceFormsTest.class.getResourceAsStream("/schema/json/oscal-ar_schema.json"),
                SpecVersion.VersionFlag.V7);
    }

    private static List<String> objections(String file, InputStream schema, SpecVersion.VersionFlag version)
            throws IOException {
        try (InputStream text = Objects.requireNonNull(schema)) {
            return JsonSchemaFactory.getInstance(version)
                    .getSchema(text)
                    .validate(JSON.readTree(folder.resolve(file).toFile()))
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .sorted()
                    .toList();
        }
    }
}
