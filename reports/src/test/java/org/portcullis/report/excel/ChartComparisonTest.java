package org.portcullis.report.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.report.Evidence;
import org.portcullis.report.evidence.SampleEvidence;

class ChartComparisonTest {
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
    void aWorkbookHasFourChartsThatAgree() throws Exception {
        try (WrittenWorkbook workbook = WrittenWorkbook.open(written)) {
            WrittenWorkbook.Tab charts = workbook.tabs().stream()
                    .filter(tab -> tab.name().equals("Charts"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(4, workbook.charts(charts).size());
        }
        assertEquals(Optional.empty(), compare(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Hit and override rates by control  | Hits and overrides by control       | the title `Hits and overrides by control`
            'Charts'!$B$39:$B$47               | 'Charts'!$C$39:$C$47                | Charts!B38 Charts!A39:A47 Charts!C39:C47
            'Charts'!$A$39:$A$47               | 'Charts'!$A$39:$A$46                | Charts!B38 Charts!A39:A46 Charts!B39:B47
            'Charts'!$B$38                     | 'Charts'!$C$38                      | Charts!C38 Charts!A39:A47 Charts!B39:B47
            'Charts'!$B$39:$B$47               | 'Effectiveness'!$L$8:$L$16          | Charts!B38 Charts!A39:A47 Effectiveness!L8:L16
            <c:barDir val="bar"/>              | <c:barDir val="col"/>               | a `barChart col clustered`
            <c:grouping val="clustered"/>      | <c:grouping val="percentStacked"/>  | a `barChart bar percentStacked`
            <a:t>Percent</a:t>                 | <a:t>Per mille</a:t>                | `Per mille`
            <c:min val="0"/>                   | <c:max val="5"/><c:min val="0"/>    | up to 5
            <c:min val="0"/>                   | <c:min val="60"/>                   | from 60
            <c:orientation val="minMax"/>      | <c:orientation val="maxMin"/>       | turned round
            <c:v>75</c:v>                      | <c:v>7.5</c:v>                      | `7.5`
            <c:v>D1-ADV-HARD</c:v>             | <c:v>D1-ADV-SOFT</c:v>              | `D1-ADV-SOFT`
            formatCode="#,##0.##" sourceLinked | formatCode="#,##0,," sourceLinked   | a number format
            <c:dLbls>                          | <c:dLbls><c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl> | `dLbl`
            <c:gapWidth                        | <c:errBars/><c:gapWidth             | `errBars`
            """)
    void aChangedChartIsNamed(String from, String to, String found) throws Exception {
        Path file = edited("/xl/charts/chart1.xml", xml -> {
            assertTrue(xml.contains(from), from);
            return xml.replaceFirst(java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to));
        });
        Difference difference = compare(file).orElseThrow();
        assertEquals("Charts", difference.sheet());
        assertTrue(difference.workbook().contains(found), difference.toString());
    }

    @Test
    void anotherColourAlsoAgrees() throws Exception {
        assertEquals(
                Optional.empty(), compare(edited("/xl/charts/chart1.xml", xml -> xml.replace("1F3A5F", "AA0000"))));
    }

    @Test
    void aSeriesThatNobodySeesIsNamed() throws Exception {
        Path file = edited(
                "/xl/charts/chart1.xml",
                xml -> xml.replaceFirst(
                        "</c:tx><c:spPr><a:solidFill><a:srgbClr val=\"1F3A5F\"/></a:solidFill>",
                        "</c:tx><c:spPr><a:noFill/>"));
        assertEquals("a series that nobody sees", compare(file).orElseThrow().workbook());
    }

    @Test
    void aChartThatIsMovedIsNamed() throws Exception {
        Path file = edited(
                "/xl/drawings/drawing1.xml", xml -> xml.replaceFirst("<xdr:row>8</xdr:row>", "<xdr:row>2</xdr:row>"));
        assertTrue(compare(file).orElseThrow().workbook().startsWith("rows 3 to"));
    }

    @Test
    void aChartThatIsRemovedIsNamed() throws Exception {
        Path file = edited(
                "/xl/drawings/drawing1.xml",
                xml -> xml.substring(0, xml.lastIndexOf("<xdr:twoCellAnchor"))
                        + xml.substring(xml.lastIndexOf("</xdr:twoCellAnchor>") + "</xdr:twoCellAnchor>".length()));
        // The part that nobody refers to any more is left over.
        assertTrue(compare(file).orElseThrow().workbook().startsWith("the part `/xl/charts/chart4.xml`"));
    }

    @Test
    void aChartThatIsRemovedWithAllItsPartsIsNamed() throws Exception {
        Path file = edited(
                "/xl/drawings/drawing1.xml",
                xml -> xml.substring(0, xml.lastIndexOf("<xdr:twoCellAnchor"))
                        + xml.substring(xml.lastIndexOf("</xdr:twoCellAnchor>") + "</xdr:twoCellAnchor>".length()));
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Files.delete(zip.getPath("/xl/charts/chart4.xml"));
            remove(zip.getPath("/xl/drawings/_rels/drawing1.xml.rels"), "<Relationship [^>]*chart4.xml[^>]*>");
            remove(zip.getPath("/[Content_Types].xml"), "<Override [^>]*chart4.xml[^>]*>");
        }
        Difference difference = compare(file).orElseThrow();
        assertEquals("sheet `Charts`, chart 4", difference.where());
        assertEquals("no more charts", difference.workbook());
    }

    private static void remove(Path part, String what) throws IOException {
        Files.writeString(part, Files.readString(part).replaceFirst(what, ""));
    }

    @Test
    void aChartThatIsAddedIsNamed() throws Exception {
        for (String sheet : java.util.List.of("Charts", "Decisions", "Cover")) {
            Path file = folder.resolve("added-" + files++ + ".xlsx");
            try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written));
                    OutputStream out = Files.newOutputStream(file)) {
                var drawing = workbook.getSheet(sheet).createDrawingPatriarch();
                drawing.createChart(new XSSFClientAnchor(0, 0, 0, 0, 1, 300, 4, 310))
                        .setTitleText("all is well");
                workbook.write(out);
            }
            Difference difference = compare(file).orElseThrow();
            assertEquals(sheet, difference.sheet());
            assertEquals("no more charts", difference.journal());
            assertEquals("the chart `all is well`", difference.workbook());
        }
    }

    @Test
    void aChartThatIsHiddenIsNamed() throws Exception {
        Path file =
                edited("/xl/drawings/drawing1.xml", xml -> xml.replaceFirst("<xdr:cNvPr ", "<xdr:cNvPr hidden=\"1\" "));
        assertTrue(compare(file).orElseThrow().workbook().startsWith("the part `"));
    }

    @Test
    void aBoxBesideAChartIsNamed() throws Exception {
        Path file = folder.resolve("box.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(written));
                OutputStream out = Files.newOutputStream(file)) {
            workbook.getSheet("Charts")
                    .createDrawingPatriarch()
                    .createTextbox(new XSSFClientAnchor(0, 0, 0, 0, 1, 1, 4, 4))
                    .setText("all is well");
            workbook.write(out);
        }
        assertTrue(compare(file).orElseThrow().workbook().startsWith("the part `"));
    }

    private static Path edited(String part, UnaryOperator<String> edit) throws IOException {
        Path file = Files.copy(written, folder.resolve("edited-" + files++ + ".xlsx"));
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path path = zip.getPath(part);
            String before = Files.readString(path, StandardCharsets.UTF_8);
            Files.write(path, edit.apply(before).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static Optional<Difference> compare(Path file) throws Exception {
        try (WrittenWorkbook workbook = WrittenWorkbook.open(file)) {
            return workbook.compare(evidence).first();
        }
    }
}
