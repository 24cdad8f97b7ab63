package org.portcullis.report.excel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.Evidence;
import org.portcullis.report.evidence.SampleEvidence;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.TableSheet;

class EvidenceWorkbookTest {
    private static byte[] written = new byte[0];

    @BeforeAll
    static void writeOnce() throws Exception {
        written = write(SampleEvidence.morning());
        // Kept for people who want to look at it.
        Files.write(Path.of("target", "sample.xlsx"), written);
    }

    @Test
    void equalEvidenceGivesEqualBytes() throws Exception {
        assertArrayEquals(written, write(SampleEvidence.morning()));
    }

    @Test
    void datesInsideAreThoseOfTheRequest() throws Exception {
        String core = part("docProps/core.xml");
        assertTrue(core.contains(">2022-05-03T06:00:00Z</dcterms:created>"), core);
        assertTrue(core.contains(">2022-05-03T06:00:00Z</dcterms:modified>"), core);
    }

    @Test
    void tabsStandInTheOrderOfTheEvidence() throws Exception {
        try (XSSFWorkbook workbook = open(written)) {
            List<String> tabs = new ArrayList<>();
            workbook.forEach(sheet -> tabs.add(sheet.getSheetName()));
            assertEquals(
                    SampleEvidence.morning().sheets().stream()
                            .map(sheet -> sheet.name())
                            .toList(),
                    tabs);
            assertEquals(0, workbook.getActiveSheetIndex());
        }
    }

    @Test
    void formulasComeToTheComputedValues() throws Exception {
        try (XSSFWorkbook workbook = open(written)) {
            FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
            int formulas = 0;
            for (Cell cell : cells(workbook, CellType.FORMULA)) {
                double cached = cell.getNumericCellValue();
                assertEquals(cached, evaluator.evaluate(cell).getNumberValue(), 0.005, cell.getCellFormula());
                formulas++;
            }
            assertTrue(formulas >= 20, formulas + " formulas");
        }
    }

    @Test
    void textThatLooksLikeAFormulaStaysText() throws Exception {
        try (XSSFWorkbook workbook = open(written)) {
            List<Cell> found = cells(workbook, CellType.STRING).stream()
                    .filter(cell -> cell.getStringCellValue().startsWith("=W-5"))
                    .toList();
            assertFalse(found.isEmpty());
            assertTrue(found.stream().allMatch(cell -> cell.getCellStyle().getQuotePrefixed()));
        }
    }

    @Test
    void everyTabIsLaidOutForA4() throws Exception {
        try (XSSFWorkbook workbook = open(written)) {
            for (Sheet sheet : workbook) {
                assertEquals(PrintSetup.A4_PAPERSIZE, sheet.getPrintSetup().getPaperSize(), sheet.getSheetName());
                assertTrue(sheet.getPrintSetup().getLandscape(), sheet.getSheetName());
                assertTrue(sheet.getFitToPage(), sheet.getSheetName());
                assertEquals(1, sheet.getPrintSetup().getFitWidth(), sheet.getSheetName());
                assertEquals(0, sheet.getPrintSetup().getFitHeight(), sheet.getSheetName());
                assertTrue(
                        sheet.getFooter().getLeft().contains("root sha256:"),
                        sheet.getFooter().getLeft());
                assertTrue(
                        sheet.getFooter().getRight().contains("Page &P of &N"),
                        sheet.getFooter().getRight());
            }
        }
    }

    @Test
    void tablesFreezeTheirHeadsAndFilter() throws Exception {
        try (XSSFWorkbook workbook = open(written)) {
            for (var sheet : SampleEvidence.morning().sheets()) {
                if (sheet instanceof TableSheet table) {
                    var tab = workbook.getSheet(table.name());
                    assertEquals(table.headingLine(), tab.getPaneInformation().getHorizontalSplitPosition());
                    assertNotNull(tab.getCTWorksheet().getAutoFilter(), table.name());
                    assertEquals(table.headingLine() - 1, tab.getRepeatingRows().getFirstRow());
                }
            }
        }
    }

    @Test
    void coverLeadsToEverySheetAndBack() throws Exception {
        try (XSSFWorkbook workbook = open(written)) {
            List<String> targets = workbook.getSheet("Cover").getHyperlinkList().stream()
                    .map(link -> link.getLocation())
                    .toList();
            for (Sheet sheet : workbook) {
                if (!sheet.getSheetName().equals("Cover")) {
                    assertTrue(targets.contains("'" + sheet.getSheetName() + "'!A1"), sheet.getSheetName());
                    assertEquals(
                            "'Cover'!A1",
                            workbook.getSheet(sheet.getSheetName())
                                    .getHyperlink(1, 0)
                                    .getLocation());
                }
            }
        }
    }

    @Test
    void stylesHaveNames() throws Exception {
        String styles = part("xl/styles.xml");
        assertTrue(styles.contains("<cellStyle name=\"Portcullis Stop\""), styles);
    }

    @Test
    void nothingLeadsOutside() throws Exception {
        List<String> names = parts().keySet().stream().toList();
        assertFalse(names.stream().anyMatch(name -> name.contains("externalLink") || name.contains("vbaProject")));
        assertFalse(parts().entrySet().stream()
                .filter(part -> part.getKey().endsWith(".rels"))
                .anyMatch(part -> part.getValue().contains("TargetMode=\"External\"")));
    }

    @Test
    void rowsGoOnToFurtherTabs() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceWorkbook.write(SampleEvidence.morning(), out, 3);
        try (XSSFWorkbook workbook = open(out.toByteArray())) {
            assertEquals(workbook.getSheetIndex("Decisions") + 1, workbook.getSheetIndex("Decisions 2"));
            assertNotNull(workbook.getSheet("Decisions 3"));
            int heads = headingLine("Decisions");
            assertEquals(heads + 3, workbook.getSheet("Decisions").getPhysicalNumberOfRows());
        }
    }

    @Test
    void temporaryFilesAreDeleted() throws Exception {
        assertEquals(List.of(), OwnTemporaryFolder.leftBy(() -> write(SampleEvidence.morning())));
    }

    @Test
    void temporaryFilesAreDeletedWhenTheJournalFails() throws Exception {
        TableSheet broken = new TableSheet(
                "Broken",
                "Broken",
                List.of(),
                Optional.empty(),
                List.of(Column.of("Entry", 10, "an entry")),
                0,
                Optional.empty(),
                sink -> {
                    throw new JournalFailure(JournalFailure.Kind.DAMAGED, "an entry cannot be read");
                });
        Evidence evidence = new Evidence(SampleEvidence.morning().request(), List.of(broken));
        assertEquals(
                List.of(), OwnTemporaryFolder.leftBy(() -> assertThrows(JournalFailure.class, () -> write(evidence))));
    }

    @Test
    void nothingIsPrinted() throws Exception {
        PrintStream real = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
            write(SampleEvidence.morning());
        } finally {
            System.setErr(real);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    private static int headingLine(String name) {
        return SampleEvidence.morning().sheets().stream()
                .filter(TableSheet.class::isInstance)
                .map(TableSheet.class::cast)
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow()
                .headingLine();
    }

    private static byte[] write(Evidence evidence) throws IOException, JournalFailure {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EvidenceWorkbook.write(evidence, out);
        return out.toByteArray();
    }

    private static XSSFWorkbook open(byte[] content) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(content));
    }

    private static List<Cell> cells(XSSFWorkbook workbook, CellType type) {
        List<Cell> found = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == type) {
                        found.add(cell);
                    }
                }
            }
        }
        return found;
    }

    private static String part(String name) throws IOException {
        return Optional.ofNullable(parts().get(name)).orElseThrow();
    }

    private static Map<String, String> parts() throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
