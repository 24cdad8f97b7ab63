package org.portcullis.report.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portcullis.model.json.JsonReader;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.evidence.SampleEvidence;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;
import org.portcullis.report.sheet.Tone;

class EvidenceJsonTest {
    private static byte[] written = new byte[0];

    @BeforeAll
    static void writeOnce() throws Exception {
        written = write(SampleEvidence.morning());
        // Kept for people who want to look at it.
        Files.write(Path.of("target", "sample.json"), written);
    }

    @Test
    void equalEvidenceGivesEqualBytes() throws Exception {
        assertArrayEquals(written, write(SampleEvidence.morning()));
    }

    @Test
    void documentIsWhatTheSchemaSays() {
        assertEquals(List.of(), PublishedSchema.ofEvidence().objections(written));
    }

    @Test
    void schemaRefusesANumberInPlaceOfAnAmount() {
        String text = new String(written, StandardCharsets.UTF_8);
        String broken = text.replaceFirst("\\{\"amount\":\"([0-9.]+)\"}", "{\"amount\":$1}");
        assertFalse(broken.equals(text));
        assertFalse(PublishedSchema.ofEvidence()
                .objections(broken.getBytes(StandardCharsets.UTF_8))
                .isEmpty());
    }

    @Test
    void schemaRefusesAMemberThatItDoesNotKnow() {
        ObjectNode document = (ObjectNode) PublishedSchema.read(written);
        document.put("more", 1);
        assertFalse(PublishedSchema.ofEvidence().objections(document).isEmpty());
    }

    @Test
    void everyCellOfEverySheetIsInTheDocument() {
        Evidence evidence = SampleEvidence.morning();
        JsonNode sheets = PublishedSchema.read(written).get("sheets");
        assertEquals(evidence.sheets().size(), sheets.size());
        long cells = 0;
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = evidence.sheets().get(i);
            assertEquals(sheet.name(), sheets.get(i).get("name").textValue());
            assertEquals(sheet.title(), sheets.get(i).get("title").textValue());
            List<List<String>> expected = cells(sheet);
            List<List<String>> found = new ArrayList<>();
            JsonNode lines = sheets.get(i).get(sheet instanceof TableSheet ? "rows" : "lines");
            lines.forEach(line -> {
                List<String> row = new ArrayList<>();
                (line instanceof ArrayNode ? line : line.get("cells")).forEach(cell -> row.add(spelled(cell(cell))));
                found.add(row);
            });
            assertEquals(expected, found, sheet.name());
            cells += found.stream().mapToLong(List::size).sum();
        }
        assertTrue(cells > 2000, cells + " cells");
    }

    @Test
    void columnsHaveTheirHeadingsAndMeanings() {
        for (JsonNode sheet : PublishedSchema.read(written).get("sheets")) {
            if (sheet.get("kind").textValue().equals("table")) {
                TableSheet table = (TableSheet) SampleEvidence.sheet(
                        SampleEvidence.morning(), sheet.get("name").textValue());
                List<Column> columns = table.columns();
                for (int i = 0; i < columns.size(); i++) {
                    JsonNode column = sheet.get("columns").get(i);
                    assertEquals(columns.get(i).heading(), column.get("heading").textValue());
                    assertEquals(columns.get(i).meaning(), column.get("meaning").textValue());
                }
                assertEquals(columns.size(), sheet.get("columns").size());
            }
        }
    }

    @Test
    void digestsAreThoseOfTheProvenanceSheet() {
        JsonNode sheets = PublishedSchema.read(written).get("sheets");
        List<String> stated = new ArrayList<>();
        List<String> carried = new ArrayList<>();
        JsonNode provenance = sheets.get(1);
        assertEquals("Provenance", provenance.get("name").textValue());
        for (JsonNode row : provenance.get("rows")) {
            stated.add(row.get(0).get("link").textValue() + " "
                    + row.get(row.size() - 1).get("code").textValue());
            for (JsonNode sheet : sheets) {
                if (sheet.get("name").equals(row.get(0).get("link"))) {
                    carried.add(sheet.get("name").textValue() + " "
                            + sheet.get("digest").textValue());
                }
            }
        }
        assertEquals(stated, carried);
        assertTrue(stated.size() >= 20, stated::toString);
    }

    @Test
    void requestIsReadBack() throws Exception {
        Evidence evidence = SampleEvidence.morning();
        byte[] request = PublishedSchema.read(written).get("request").toString().getBytes(StandardCharsets.UTF_8);
        assertEquals(evidence.request(), EvidenceRequestJson.read(JsonReader.readObject(request)));
    }

    @Test
    void rowsAreWrittenAsTheyCome() throws Exception {
        long rows = 200_000;
        Evidence sample = SampleEvidence.morning();
        TableSheet many = new TableSheet(
                "Many",
                "Many rows",
                List.of(),
                Optional.empty(),
                List.of(Column.of("Number", 10, "counts"), Column.of("Words", 40, "fill the row")),
                0,
                Optional.of("Number"),
                sink -> {
                    for (long i = 1; i <= rows; i++) {
                        sink.accept(Row.of(Cell.of(i), Cell.of("row number " + i)));
                    }
                });
        Counting counting = new Counting();
        EvidenceJson.write(new Evidence(sample.request(), List.of(many)), counting);
        assertTrue(counting.bytes > rows * 20, counting.bytes + " bytes");
        assertTrue(counting.most <= 1 << 17, "at once " + counting.most + " bytes");
    }

    @Test
    void everyKindOfCellHasItsSpelling() throws Exception {
        List<Cell> kinds = List.of(
                new Cell.Text("say \"no\"\n\u0001 = é \uD83D\uDE00"),
                new Cell.Code("9223372036854775807"),
                new Cell.Whole(-12),
                new Cell.Amount(new BigDecimal("2637577500.10")),
                new Cell.At(Instant.parse("2022-05-02T07:56:01.123456789Z")),
                new Cell.Mark(Tone.STOP, "BLOCK"),
                new Cell.Formula("1+1", new BigDecimal("2.0")),
                new Cell.Link("Cover", "Cover"),
                new Cell.Input(),
                new Cell.Blank());
        PageSheet page = new PageSheet(
                "Page",
                "Page",
                kinds.stream().map(each -> 9).toList(),
                List.of(PageSheet.Line.gridRow(kinds.toArray(new Cell[0]))));
        String text = new String(
                write(new Evidence(SampleEvidence.morning().request(), List.of(page))), StandardCharsets.UTF_8);
        String line = text.lines()
                .filter(each -> each.contains("grid-row"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "{\"kind\":\"grid-row\",\"cells\":[\"say \\\"no\\\"\\n\\u0001 = é \uD83D\uDE00\","
                        + "{\"code\":\"9223372036854775807\"},-12,{\"amount\":\"2637577500.1\"},"
                        + "{\"at\":\"2022-05-02T07:56:01.123Z\"},{\"verdict\":\"BLOCK\",\"tone\":\"stop\"},"
                        + "{\"formula\":\"1+1\",\"value\":\"2\"},{\"link\":\"Cover\",\"sheet\":\"Cover\"},"
                        + "{\"input\":\"\"},null]}",
                line);
    }

    private static byte[] write(Evidence evidence) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceJson.write(evidence, out);
        return out.toByteArray();
    }

    private static List<List<String>> cells(Sheet sheet) {
        List<List<Cell>> lines = sheet instanceof TableSheet table
                ? SampleEvidence.rows(table).stream().map(Row::cells).toList()
                : ((PageSheet) sheet)
                        .lines().stream().map(PageSheet.Line::cells).toList();
        return lines.stream()
                .map(line -> line.stream().map(EvidenceJsonTest::spelled).toList())
                .toList();
    }

    private static String spelled(Cell cell) {
        String more =
                cell instanceof Cell.Mark mark ? " " + mark.tone() : cell instanceof Cell.Link link ? link.sheet() : "";
        return cell.getClass().getSimpleName() + " " + cell.text() + more;
    }

    /** Makes the cell again from what the document has of it. */
    private static Cell cell(JsonNode json) {
        if (json.isNull()) {
            return new Cell.Blank();
        } else if (json.isTextual()) {
            return new Cell.Text(json.textValue());
        } else if (json.isIntegralNumber()) {
            return new Cell.Whole(json.longValue());
        } else if (json.has("code")) {
            return new Cell.Code(json.get("code").textValue());
        } else if (json.has("amount")) {
            return new Cell.Amount(new BigDecimal(json.get("amount").textValue()));
        } else if (json.has("at")) {
            return new Cell.At(Instant.parse(json.get("at").textValue()));
        } else if (json.has("verdict")) {
            return new Cell.Mark(
                    Tone.valueOf(json.get("tone").textValue().toUpperCase(Locale.ROOT)),
                    json.get("verdict").textValue());
        } else if (json.has("formula")) {
            return new Cell.Formula(
                    json.get("formula").textValue(),
                    new BigDecimal(json.get("value").textValue()));
        } else if (json.has("link")) {
            return new Cell.Link(json.get("link").textValue(), json.get("sheet").textValue());
        }
        assertTrue(json.has("input"), json::toString);
        return new Cell.Input();
    }

    /** Takes bytes without keeping them. */
    private static final class Counting extends OutputStream {
        private long bytes;
        private int most;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
            most = Math.max(most, length);
        }
    }
}
