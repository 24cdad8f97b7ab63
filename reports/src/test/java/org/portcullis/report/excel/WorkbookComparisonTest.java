package org.portcullis.report.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.report.Evidence;
import org.portcullis.report.evidence.SampleEvidence;
import org.portcullis.report.sheet.TableSheet;

class WorkbookComparisonTest {
    private static Evidence evidence = SampleEvidence.morning();

    @TempDir
    private static Path folder = Path.of("");

    private static Path written = Path.of("");
    private static int files;

    @BeforeAll
    static void writeOnce() throws Exception {
        evidence = SampleEvidence.morning();
        written = folder.resolve("evidence.xlsx");
        try (OutputStream out = Files.newOutputStream(written)) {
            EvidenceWorkbook.write(evidence, out);
        }
    }

    @Test
    void aWorkbookAgreesWithItsEvidence() throws Exception {
        Comparison comparison = compare(written);
        assertEquals(Optional.empty(), comparison.first());
        assertEquals(evidence.sheets().size(), comparison.sheets());
        assertTrue(comparison.cells() > 1000, comparison.cells() + " cells");
        assertEquals(0, comparison.filled());
    }

    @Test
    void aWorkbookSaysWhatItWasAskedFor() throws Exception {
        try (WrittenWorkbook workbook = WrittenWorkbook.open(written)) {
            assertEquals(evidence.request(), workbook.request());
        }
    }

    @Test
    void aWorkbookOfSeveralTabsAgrees() throws Exception {
        Path file = folder.resolve("tabs.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            EvidenceWorkbook.write(evidence, out, 3);
        }
        try (WrittenWorkbook workbook = WrittenWorkbook.open(file)) {
            Comparison afterwards = workbook.compare(evidence, 3);
            assertEquals(Optional.empty(), afterwards.first());
            assertEquals(afterwards, whileMade(new WorkbookComparison(workbook, 3)));
        }
    }

    @Test
    void savingAgainChangesNothing() throws Exception {
        assertEquals(Optional.empty(), changed(workbook -> {}).first());
    }

    /** One text, number, formula and instant of every sheet is changed, each in a workbook of its own. */
    @TestFactory
    Stream<DynamicTest> aChangedCellOfAnySheetIsNamed() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (XSSFWorkbook workbook = open()) {
            for (Sheet sheet : workbook) {
                for (CellType type : List.of(CellType.STRING, CellType.NUMERIC, CellType.FORMULA)) {
                    last(sheet, type).ifPresent(cell -> {
                        String name = sheet.getSheetName();
                        String address = cell.getAddress().formatAsString();
                        tests.add(DynamicTest.dynamicTest(name + " " + address + " " + type, () -> {
                            Difference found = difference(changing -> spoil(changing.getSheet(name)
                                    .getRow(cell.getRowIndex())
                                    .getCell(cell.getColumnIndex())));
                            assertEquals(name, found.sheet());
                            assertEquals(address, found.place());
                        }));
                    });
                }
            }
        }
        assertTrue(tests.size() >= evidence.sheets().size(), tests.size() + " cells");
        return tests.stream();
    }

    @Test
    void aDifferenceSaysWhatTheJournalGivesAndWhatTheWorkbookHas() throws Exception {
        Difference found = difference(
                workbook -> workbook.getSheet("Cover").getRow(4).getCell(1).setCellValue("another day"));
        assertEquals("sheet `Cover`, B5", found.where());
        assertEquals("the text `Delta One desk, London`", found.journal());
        assertEquals("the text `another day`", found.workbook());
    }

    @Test
    void anotherPeriodOnTheCoverIsNamed() throws Exception {
        Difference found = difference(workbook -> {
            Cell period = workbook.getSheet("Cover").getRow(5).getCell(1);
            period.setCellValue(period.getStringCellValue().replace("2022-05-02", "2022-05-01"));
        });
        assertEquals("sheet `Cover`, B6", found.where());
    }

    @Test
    void aRowThatIsRemovedIsNamed() throws Exception {
        Difference found = difference(workbook -> {
            Sheet sheet = workbook.getSheet("Decisions");
            int last = sheet.getLastRowNum();
            sheet.removeRow(sheet.getRow(last));
        });
        assertEquals("Decisions", found.sheet());
        assertEquals("nothing", found.workbook());
    }

    @Test
    void aRowThatIsAddedIsNamed() throws Exception {
        Difference found = difference(workbook -> {
            Sheet sheet = workbook.getSheet("Order outcomes");
            sheet.createRow(sheet.getLastRowNum() + 3).createCell(2).setCellValue("one more");
        });
        assertEquals("Order outcomes", found.sheet());
        assertEquals("no more rows", found.journal());
        assertEquals("the text `one more`", found.workbook());
    }

    @Test
    void aCellBesideTheTableIsNamed() throws Exception {
        Difference found = difference(workbook ->
                workbook.getSheet("Dictionary").getRow(8).createCell(40).setCellValue(1));
        assertEquals("sheet `Dictionary`, AO9", found.where());
    }

    @Test
    void aHiddenRowIsNamed() throws Exception {
        Difference found =
                difference(workbook -> workbook.getSheet("Decisions").getRow(5).setZeroHeight(true));
        assertEquals("sheet `Decisions`, row 6", found.where());
    }

    @Test
    void aHiddenColumnIsNamed() throws Exception {
        Difference found = difference(workbook -> workbook.getSheet("Approvals").setColumnHidden(3, true));
        assertEquals("sheet `Approvals`, column D", found.where());
    }

    @Test
    void aHiddenSheetIsNamed() throws Exception {
        for (SheetVisibility visibility : List.of(SheetVisibility.HIDDEN, SheetVisibility.VERY_HIDDEN)) {
            Difference found = difference(workbook ->
                    workbook.setSheetVisibility(workbook.getSheetIndex("Warnings and overrides"), visibility));
            assertEquals("sheet `Warnings and overrides`, the tab", found.where());
        }
    }

    @Test
    void aSheetThatIsRemovedIsNamed() throws Exception {
        Difference found = difference(workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Hard blocks")));
        assertEquals("the tab `Hard blocks`", found.journal());
    }

    @Test
    void aSheetThatIsAddedIsNamed() throws Exception {
        Difference found = difference(workbook -> workbook.createSheet("Comments"));
        assertEquals("the tab `Comments`", found.workbook());
    }

    @Test
    void sheetsInAnotherOrderAreNamed() throws Exception {
        Difference found = difference(workbook -> workbook.setSheetOrder("Decisions", 1));
        assertEquals("the tab `Provenance`", found.journal());
    }

    @Test
    void aFormulaThatBecameItsValueIsNamed() throws Exception {
        Difference found = difference(workbook -> {
            Cell cell = last(workbook.getSheet("Provenance"), CellType.FORMULA).orElseThrow();
            double value = cell.getNumericCellValue();
            cell.removeFormula();
            cell.setCellValue(value);
        });
        assertEquals("Provenance", found.sheet());
        assertTrue(found.journal().startsWith("the formula"), found.journal());
        assertTrue(found.workbook().startsWith("the number"), found.workbook());
    }

    @Test
    void aNumberThatBecameTextIsNamed() throws Exception {
        Difference found = difference(workbook -> {
            Cell cell = last(workbook.getSheet("Decisions"), CellType.NUMERIC).orElseThrow();
            cell.setCellValue(Long.toString((long) cell.getNumericCellValue()));
        });
        assertTrue(found.journal().startsWith("the number"), found.journal());
        assertTrue(found.workbook().startsWith("the text"), found.workbook());
    }

    @Test
    void aFormatThatShowsSomethingElseIsNamed() throws Exception {
        for (String format : List.of("\"1\"", ";;;", "#,##0,", "0%", "\"x\"@")) {
            Difference found = difference(workbook -> {
                CellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(format));
                last(workbook.getSheet("Decisions"), CellType.NUMERIC)
                        .orElseThrow()
                        .setCellStyle(style);
            });
            assertTrue(found.workbook().contains("shown by the format"), found.workbook());
        }
    }

    @Test
    void anotherLookAlsoAgrees() throws Exception {
        assertEquals(
                Optional.empty(),
                changed(workbook -> {
                            CellStyle style = workbook.createCellStyle();
                            style.setDataFormat(workbook.createDataFormat().getFormat("#,##0.000;[Red]-#,##0.000"));
                            last(workbook.getSheet("Decisions"), CellType.NUMERIC)
                                    .orElseThrow()
                                    .setCellStyle(style);
                            workbook.getSheet("Decisions").setColumnWidth(2, 4000);
                        })
                        .first());
    }

    @Test
    void daysThatAreCountedFromAnotherYearAreNamed() throws Exception {
        assertEquals(
                "days are counted from 1904",
                difference(workbook -> workbook.getCTWorkbook().getWorkbookPr().setDate1904(true))
                        .workbook());
    }

    @Test
    void mergedCellsAreNamed() throws Exception {
        Difference found = difference(
                workbook -> workbook.getSheet("Decisions").addMergedRegionUnsafe(new CellRangeAddress(5, 5, 1, 3)));
        assertEquals("sheet `Decisions`, B6:D6", found.where());
    }

    @Test
    void aNameIsNamed() throws Exception {
        assertEquals(
                "the name `Total`",
                difference(workbook -> {
                            var name = workbook.createName();
                            name.setNameName("Total");
                            name.setRefersToFormula("Decisions!$A$1");
                        })
                        .workbook());
    }

    @Test
    void aLinkToTheOutsideIsNamed() throws Exception {
        assertTrue(difference(workbook -> {
                    var link = workbook.getCreationHelper()
                            .createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.URL);
                    link.setAddress("https://example.org/");
                    workbook.getSheet("Cover").getRow(4).getCell(1).setHyperlink(link);
                })
                .workbook()
                .startsWith("a link to the outside"));
    }

    @Test
    void aLinkThatLeadsElsewhereIsNamed() throws Exception {
        Difference found = difference(workbook -> {
            Sheet cover = workbook.getSheet("Cover");
            var link = cover.getHyperlinkList().get(0);
            var other = workbook.getCreationHelper()
                    .createHyperlink(org.apache.poi.common.usermodel.HyperlinkType.DOCUMENT);
            other.setAddress("'Dictionary'!A1");
            Cell cell = cover.getRow(link.getFirstRow()).getCell(link.getFirstColumn());
            cell.removeHyperlink();
            cell.setHyperlink(other);
        });
        assertEquals("Cover", found.sheet());
        assertEquals("a link to `'Dictionary'!A1`", found.workbook());
    }

    @Test
    void aCommentIsNamed() throws Exception {
        Difference found = difference(workbook -> {
            Sheet sheet = workbook.getSheet("Decisions");
            var anchor = workbook.getCreationHelper().createClientAnchor();
            var comment = sheet.createDrawingPatriarch().createCellComment(anchor);
            comment.setString(workbook.getCreationHelper().createRichTextString("see me"));
            sheet.getRow(5).getCell(0).setCellComment(comment);
        });
        assertTrue(found.workbook().startsWith("the part `"), found.workbook());
    }

    @Test
    void aMacroIsNamed() throws Exception {
        Path file = copy();
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.write(zip.getPath("/xl/vbaProject.bin"), new byte[] {1});
            edit(
                    zip,
                    "/[Content_Types].xml",
                    text -> text.replace(
                            "</Types>",
                            "<Override PartName=\"/xl/vbaProject.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>"));
        }
        assertTrue(compare(file).first().orElseThrow().workbook().contains("vbaProject"));
    }

    @Test
    void aNumberThatWouldTakeAllMemoryIsNamed() throws Exception {
        Path file = copy();
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            edit(zip, "/xl/worksheets/sheet3.xml", xml -> {
                // Behind the type `s` stands the number of a shared text.
                return xml.replaceFirst("(?<cell><c (?![^>]* t=\"s\")[^>]*><v>)[^<]*", "${cell}1e-999999999");
            });
        }
        assertTrue(compare(file).first().orElseThrow().workbook().contains("1e-999999999"));
    }

    @Test
    void somethingDrawnIsNamed() throws Exception {
        assertTrue(difference(workbook -> workbook.getSheet("Decisions")
                        .createDrawingPatriarch()
                        .createTextbox(new org.apache.poi.xssf.usermodel.XSSFClientAnchor(0, 0, 0, 0, 1, 1, 4, 4))
                        .setText("all is well"))
                .workbook()
                .startsWith("the part `/xl/drawings/"));
    }

    @Test
    void fifteenDigitsOfANumberAreEnough() throws Exception {
        assertEquals(
                Optional.empty(),
                changed(workbook -> workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
                            if (cell.getCellType() == CellType.NUMERIC) {
                                cell.setCellValue(new java.math.BigDecimal(cell.getNumericCellValue())
                                        .round(new java.math.MathContext(15))
                                        .doubleValue());
                            }
                        }))))
                        .first());
    }

    @Test
    void whatPeopleFillIsCounted() throws Exception {
        Comparison comparison = changed(workbook -> inputs(workbook.getSheet("Attestation")).stream()
                .limit(2)
                .forEach(cell -> cell.setCellValue("R. Hale")));
        assertEquals(Optional.empty(), comparison.first());
        assertEquals(2, comparison.filled());
    }

    @Test
    void aFormulaInACellForPeopleIsNamed() throws Exception {
        Difference found = difference(
                workbook -> inputs(workbook.getSheet("Attestation")).get(0).setCellFormula("1+1"));
        assertEquals("Attestation", found.sheet());
    }

    @Test
    void aFileThatIsNoWorkbookIsRefused() throws Exception {
        Path file = folder.resolve("text.xlsx");
        Files.writeString(file, "not a workbook");
        assertThrows(UnreadableWorkbook.class, () -> compare(file));
    }

    @Test
    void aWorkbookWithoutItsRequestIsRefused() throws Exception {
        Path file = save(workbook -> workbook.getProperties()
                .getCustomProperties()
                .getUnderlyingProperties()
                .removeProperty(0));
        try (WrittenWorkbook workbook = WrittenWorkbook.open(file)) {
            assertTrue(String.valueOf(assertThrows(UnreadableWorkbook.class, workbook::request)
                            .getMessage())
                    .contains("does not say what it was asked for"));
        }
    }

    @Test
    void aDocumentTypeIsRefused() throws Exception {
        Path file = copy();
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            edit(
                    zip,
                    "/xl/worksheets/sheet1.xml",
                    text -> text.replaceFirst(
                            "(<\\?xml[^>]*>)?", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"));
        }
        assertThrows(UnreadableWorkbook.class, () -> compare(file));
    }

    @Test
    void temporaryFilesAreDeleted() throws Exception {
        assertEquals(List.of(), OwnTemporaryFolder.leftBy(() -> compare(written)));
    }

    @Test
    void aCellWithTwoValuesIsNamed() throws Exception {
        Difference found = difference(workbook -> {
            Cell cell = last(workbook.getSheet("Decisions"), CellType.STRING).orElseThrow();
            cell.setCellValue("another");
        });
        assertEquals("Decisions", found.sheet());
    }

    private static void spoil(Cell cell) {
        switch (cell.getCellType()) {
            case STRING -> write(cell, cell.getStringCellValue() + " ");
            case NUMERIC -> cell.setCellValue(cell.getNumericCellValue() + 0.01);
            case FORMULA -> cell.setCellValue(cell.getNumericCellValue() + 0.01);
            default -> throw new IllegalStateException("nothing to spoil");
        }
    }

    /** The library leaves the old text beside the new one unless the cell is emptied first. */
    private static void write(Cell cell, String text) {
        cell.setBlank();
        cell.setCellValue(text);
    }

    private static Optional<Cell> last(Sheet sheet, CellType type) {
        Optional<Cell> found = Optional.empty();
        for (Row row : sheet) {
            for (Cell cell : row) {
                found = cell.getCellType() == type ? Optional.of(cell) : found;
            }
        }
        return found;
    }

    private static List<Cell> inputs(Sheet sheet) {
        List<Cell> found = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                boolean left = cell.getColumnIndex() == 1;
                if (left && !cell.getCellStyle().getLocked() && cell.getCellType() == CellType.BLANK) {
                    found.add(cell);
                }
            }
        }
        return found;
    }

    private interface Change {
        void on(XSSFWorkbook workbook) throws IOException;
    }

    private static Difference difference(Change change) throws Exception {
        return changed(change).first().orElseThrow(() -> new AssertionError("no difference was found"));
    }

    private static Comparison changed(Change change) throws Exception {
        return compare(save(change));
    }

    private static Path save(Change change) throws IOException {
        Path file = folder.resolve("changed-" + files++ + ".xlsx");
        try (XSSFWorkbook workbook = open();
                OutputStream out = Files.newOutputStream(file)) {
            change.on(workbook);
            workbook.write(out);
        }
        return file;
    }

    private static XSSFWorkbook open() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(written)));
    }

    private static Path copy() throws IOException {
        return Files.copy(written, folder.resolve("copy-" + files++ + ".xlsx"));
    }

    private static void edit(FileSystem zip, String part, UnaryOperator<String> edit) throws IOException {
        Path path = zip.getPath(part);
        Files.write(
                path, edit.apply(Files.readString(path, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    private static Comparison compare(Path file) throws Exception {
        try (WrittenWorkbook workbook = WrittenWorkbook.open(file)) {
            Comparison afterwards = workbook.compare(evidence);
            assertEquals(afterwards, whileMade(workbook.comparison()));
            return afterwards;
        }
    }

    /** Compares the rows of every other table while they are made, which finds the same. */
    private static Comparison whileMade(EvidenceComparison making) throws Exception {
        try (EvidenceComparison comparison = making) {
            boolean taken = true;
            for (org.portcullis.report.sheet.Sheet sheet : evidence.sheets()) {
                if (sheet instanceof TableSheet table && taken) {
                    table.rows().forEach(comparison.rowsOf(table));
                }
                taken = !taken || !(sheet instanceof TableSheet);
            }
            return comparison.with(evidence);
        }
    }
}
