package org.portcullis.report.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.report.Evidence;
import org.portcullis.report.evidence.HostileTexts;
import org.portcullis.report.sheet.AnnexText;

/** Holds texts that no cell holds against the workbook that carries them. */
class AnnexTest {
    private static final int FIRST = 5;

    @TempDir
    private static Path folder = Path.of("");

    private static Evidence evidence = HostileTexts.evidence();
    private static Path written = Path.of("");

    @BeforeAll
    static void writeOnce() throws Exception {
        evidence = HostileTexts.evidence();
        written = folder.resolve("hostile.xlsx");
        try (OutputStream out = Files.newOutputStream(written)) {
            EvidenceWorkbook.write(evidence, out);
        }
        // Kept for people who want to look at it.
        Files.copy(written, Path.of("target", "hostile.xlsx"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void theWorkbookAgrees() throws Exception {
        assertEquals(Optional.empty(), compare(written));
    }

    @Test
    void everyTextOfACellThatRefersIsWholeInTheAnnex() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written))) {
            List<String> found = new ArrayList<>();
            for (Map.Entry<String, String> each : annexed(workbook).entrySet()) {
                String[] place = each.getKey().split("!", -1);
                String cell = text(workbook.getSheet(place[0]), place[1]);
                String text = AnnexText.read(each.getValue());
                assertTrue(cell.endsWith("[whole text on sheet Annex: " + AnnexText.digest(text) + "]"), each.getKey());
                if (place[0].equals("Key register")) {
                    found.add(text);
                }
            }
            for (String text : HostileTexts.ANNEXED) {
                assertTrue(text.length() > 1_000 || found.contains(text), "the owner " + text.substring(0, 5));
                assertTrue(found.contains("revoked by p-reid: " + text), "the reason " + text.substring(0, 5));
            }
        }
    }

    @Test
    void onlyCellsWithAReferenceAreInTheAnnex() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written))) {
            int references = 0;
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        boolean words = cell.getCellType() == CellType.STRING;
                        references += words
                                        && cell.getStringCellValue()
                                                .matches("(?s).* \\[whole text on sheet Annex: sha256:[0-9a-f]{64}]")
                                        && !sheet.getSheetName().equals("Annex")
                                ? 1
                                : 0;
                    }
                }
            }
            assertEquals(annexed(workbook).size(), references);
        }
    }

    @Test
    void whatACellHoldsStaysTextInIt() throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written))) {
            List<String> cells = new ArrayList<>();
            for (Row row : workbook.getSheet("Key register")) {
                row.forEach(cell -> {
                    if (cell.getCellType() == CellType.STRING) {
                        cells.add(cell.getStringCellValue());
                    }
                });
            }
            HostileTexts.FITTING.forEach(text -> assertTrue(cells.contains(text), text));
        }
    }

    @TestFactory
    Stream<DynamicTest> aChangedCellOfTheAnnexIsNamed() {
        return Stream.of(0, 1, 2, 3, 4, 5, 6)
                .map(column -> DynamicTest.dynamicTest("column " + column, () -> {
                    Path changed = folder.resolve("changed-" + column + ".xlsx");
                    String address;
                    try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written));
                            OutputStream out = Files.newOutputStream(changed)) {
                        Cell cell = workbook.getSheet("Annex").getRow(FIRST + 3).getCell(column);
                        address = cell.getAddress().formatAsString();
                        if (cell.getCellType() == CellType.NUMERIC) {
                            cell.setCellValue(cell.getNumericCellValue() + 1);
                        } else {
                            cell.setCellValue(cell.getStringCellValue() + "\u200B");
                        }
                        workbook.write(out);
                    }
                    assertEquals(
                            Optional.of("sheet `Annex`, " + address),
                            compare(changed).map(Difference::where));
                }));
    }

    @Test
    void whatLibreOfficeSavedAgainAgrees() throws Exception {
        assumeTrue("required".equals(System.getenv("PORTCULLIS_OFFICE")) || hasOffice(), "no soffice on the PATH");
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        folder.resolve("again").toString(),
                        written.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(office.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, office.waitFor(), said);
        assertEquals(Optional.empty(), compare(folder.resolve("again").resolve("hostile.xlsx")));
    }

    /** The texts as the annex spells them, by sheet and cell. */
    private static Map<String, String> annexed(XSSFWorkbook workbook) {
        Sheet annex = workbook.getSheet("Annex");
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = FIRST; i <= annex.getLastRowNum(); i++) {
            Row row = annex.getRow(i);
            String place =
                    row.getCell(0).getStringCellValue() + "!" + row.getCell(1).getStringCellValue();
            texts.merge(place, row.getCell(4).getStringCellValue(), String::concat);
        }
        return texts;
    }

    private static String text(Sheet sheet, String address) {
        var place = new org.apache.poi.ss.util.CellReference(address);
        return sheet.getRow(place.getRow()).getCell(place.getCol()).getStringCellValue();
    }

    private static boolean hasOffice() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, "soffice")));
    }

    private static Optional<Difference> compare(Path file) throws Exception {
        try (WrittenWorkbook workbook = WrittenWorkbook.open(file)) {
            return workbook.compare(evidence).first();
        }
    }
}
