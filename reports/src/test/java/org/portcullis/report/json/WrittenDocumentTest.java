package org.portcullis.report.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.report.Evidence;
import org.portcullis.report.evidence.SampleEvidence;
import org.portcullis.report.excel.Comparison;
import org.portcullis.report.excel.Difference;
import org.portcullis.report.excel.UnreadableWorkbook;
import org.portcullis.report.sheet.Sheet;

class WrittenDocumentTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Evidence EVIDENCE = SampleEvidence.morning();
    private static String written = "";

    @TempDir
    Path folder = Path.of("");

    static Stream<String> names() {
        return EVIDENCE.sheets().stream().map(Sheet::name);
    }

    @BeforeAll
    static void writeOnce() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceJson.write(EVIDENCE, out);
        written = out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void documentAgreesWithItsEvidence() throws Exception {
        Comparison comparison = compare(written);
        assertTrue(comparison.agrees(), () -> comparison.first().toString());
        assertEquals(EVIDENCE.sheets().size(), comparison.sheets());
        assertTrue(comparison.cells() > 2000, comparison.cells() + " cells");
    }

    @Test
    void whiteSpaceDoesNotMatter() throws Exception {
        String indented = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(written));
        assertFalse(indented.equals(written));
        assertTrue(compare(indented).agrees());
    }

    @Test
    void requestIsReadBeforeAnythingElse() throws Exception {
        assertEquals(EVIDENCE.request(), document(written).request());
    }

    @ParameterizedTest
    @MethodSource("names")
    void changedCellIsNamedWithItsSheet(String name) throws Exception {
        JsonNode document = JSON.readTree(written);
        JsonNode sheet = sheet(document, name);
        boolean table = sheet.get("kind").textValue().equals("table");
        JsonNode lines = sheet.get(table ? "rows" : "lines");
        if (lines.isEmpty()) {
            ((ArrayNode) lines).addArray().add("a row that nobody wrote");
        } else {
            JsonNode last = lines.get(lines.size() - 1);
            ArrayNode cells = (ArrayNode) (table ? last : last.get("cells"));
            cells.set(cells.size() - 1, JSON.getNodeFactory().textNode("changed"));
        }
        Difference first = compare(document.toString()).first().orElseThrow();
        assertEquals(name, first.sheet(), first::where);
    }

    @Test
    void changedAmountIsNamedWithRowAndColumn() throws Exception {
        JsonNode document = JSON.readTree(written);
        JsonNode sheet = sheet(document, "Decisions");
        int column = 0;
        while (!sheet.get("rows").get(2).get(column).has("amount")) {
            column++;
        }
        ((ObjectNode) sheet.get("rows").get(2).get(column)).put("amount", "1.5");
        Difference first = compare(document.toString()).first().orElseThrow();
        String heading = sheet.get("columns").get(column).get("heading").textValue();
        assertEquals("sheet `Decisions`, row 3, `" + heading + "`", first.where());
        assertEquals("the text `1.5`", first.workbook());
    }

    @Test
    void amountAsANumberDiffers() throws Exception {
        String changed = written.replaceFirst("\\{\"amount\":\"([0-9.]+)\"}", "{\"amount\":7}");
        assertEquals("the number 7", compare(changed).first().orElseThrow().workbook());
    }

    @Test
    void missingRowIsNamed() throws Exception {
        JsonNode document = JSON.readTree(written);
        ArrayNode rows = (ArrayNode) sheet(document, "Decisions").get("rows");
        rows.remove(rows.size() - 1);
        Difference first = compare(document.toString()).first().orElseThrow();
        assertEquals("sheet `Decisions`, row " + (rows.size() + 1), first.where());
        assertEquals("the end of a list", first.workbook());
    }

    @Test
    void missingCellIsNamed() throws Exception {
        JsonNode document = JSON.readTree(written);
        ((ArrayNode) sheet(document, "Decisions").get("rows").get(0)).remove(0);
        assertEquals(
                "Decisions", compare(document.toString()).first().orElseThrow().sheet());
    }

    @Test
    void emptiedCellDiffers() throws Exception {
        JsonNode document = JSON.readTree(written);
        ((ArrayNode) sheet(document, "Decisions").get("rows").get(0)).set(0, NullNode.getInstance());
        assertEquals(
                "nothing", compare(document.toString()).first().orElseThrow().workbook());
    }

    @Test
    void missingSheetIsNamed() throws Exception {
        JsonNode document = JSON.readTree(written);
        ((ArrayNode) document.get("sheets")).remove(3);
        Difference first = compare(document.toString()).first().orElseThrow();
        assertEquals("the order of the sheets", first.where());
        assertEquals("the text `Obligations`", first.journal());
    }

    @Test
    void additionalMemberDiffers() throws Exception {
        ObjectNode document = (ObjectNode) JSON.readTree(written);
        document.put("signed", "by nobody");
        assertEquals(
                "the end of the document",
                compare(document.toString()).first().orElseThrow().where());
    }

    @Test
    void changedDigestDiffers() throws Exception {
        JsonNode document = JSON.readTree(written);
        ((ObjectNode) sheet(document, "Decisions")).put("digest", "sha256:" + "0".repeat(64));
        assertEquals(
                "sheet `Decisions`, the digest",
                compare(document.toString()).first().orElseThrow().where());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"format\":\"other\"}",
                "{\"format\":\"portcullis-evidence\",\"version\":2}",
                "{\"format\":\"portcullis-evidence\",\"version\":1,\"request\":{}}",
                "{\"format\":\"portcullis-evidence\",\"version\":1.0,\"request\":{}}",
                "{\"format\":\"portcullis-evidence\",\"version\":1,\"request\":[[[[[[[[[[[[[[[[[[[[1]"
            })
    void otherFilesAreRefused(String text) throws Exception {
        WrittenDocument document = document(text);
        assertThrows(UnreadableWorkbook.class, document::request);
    }

    @Test
    void documentThatIsCutOffIsRefused() throws Exception {
        WrittenDocument document = document(written.substring(0, written.length() - 40));
        assertThrows(UnreadableWorkbook.class, () -> document.compare(EVIDENCE));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws Exception {
        Path file = folder.resolve("bad.json");
        Files.write(file, new byte[] {'{', '"', (byte) 0xC3, '"', '}'});
        assertThrows(UnreadableWorkbook.class, () -> WrittenDocument.at(file).request());
    }

    @Test
    void workbookIsNoDocument() throws Exception {
        Path file = folder.resolve("book.xlsx");
        Files.write(file, new byte[] {'P', 'K', 3, 4});
        assertFalse(WrittenDocument.isOne(file));
    }

    private static JsonNode sheet(JsonNode document, String name) {
        for (JsonNode sheet : document.get("sheets")) {
            if (sheet.get("name").textValue().equals(name)) {
                return sheet;
            }
        }
        throw new IllegalStateException("no sheet " + name + " among " + List.of(document.get("sheets")));
    }

    private Comparison compare(String text) throws Exception {
        return document(text).compare(EVIDENCE);
    }

    private WrittenDocument document(String text) throws Exception {
        Path file = Files.createTempFile(folder, "evidence", ".json");
        Files.writeString(file, text);
        return WrittenDocument.at(file);
    }
}
