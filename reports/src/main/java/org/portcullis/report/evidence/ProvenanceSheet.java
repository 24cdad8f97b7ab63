package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.SheetDigest;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet that says of every other one where it comes from and whether it is complete. */
final class ProvenanceSheet {

    static final String NAME = "Provenance";

    private static final int LAST_LINE = 1_048_576;

    private static final String SOURCE_COUNT = "Source count";
    private static final String SHEET_ROWS = "Sheet rows (live)";
    private static final String SOURCE_TOTAL = "Total in the journal";
    private static final String SHEET_TOTAL = "Total in the sheet (live)";

    private final EvidenceRequest request;
    private final List<Traced> traced;
    private final Reservations reservations;

    ProvenanceSheet(EvidenceRequest request, List<Traced> traced, Reservations reservations) {
        this.request = request;
        this.traced = List.copyOf(traced);
        this.reservations = reservations;
    }

    TableSheet sheet() {
        TableSheet empty = with(Rows.of(List.of()));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < traced.size(); i++) {
            rows.add(row(traced.get(i), empty.headingLine() + 1 + i));
        }
        return with(Rows.of(rows));
    }

    private TableSheet with(Rows rows) {
        return reservations.on(new TableSheet(
                NAME,
                "Provenance: where each sheet comes from, and whether it is complete and accurate",
                List.of(
                        "Information produced by the entity. All sheets were extracted at " + request.generatedAt()
                                + " (UTC) by "
                                + request.generator() + ", asked by " + request.requestedBy() + ", from journal "
                                + request.journal().origin() + ", entries 0 to "
                                + (request.journal().size() - 1)
                                + ", and from nothing else; provisions come from the catalogue. Period: from "
                                + request.from() + " to " + request.to() + ", the end not included.",
                        "Columns marked live are formulas over the sheets; the value computed without the spreadsheet stands beside"
                                + " each, so that an edited sheet shows here. Source counts and totals were taken from the journal without"
                                + " making the rows.",
                        "Digest: " + SheetDigest.METHOD + "."),
                Optional.empty(),
                columns(),
                1,
                Optional.empty(),
                rows));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Sheet", 16, "the sheet"),
                Column.of("Source and query", 32, "which entries the rows are made of, in which order"),
                Column.of(SOURCE_COUNT, 8, "how many rows there should be, counted in the journal"),
                Column.of(SHEET_ROWS, 9, "how many rows there are, as a formula over the sheet"),
                Column.of("Sheet rows, computed", 10, "how many rows there were when the workbook was written"),
                Column.of("Difference (live)", 10, "source count less sheet rows, as a formula"),
                Column.of("Control total of", 12, "the column that is added up"),
                Column.of(SOURCE_TOTAL, 18, "its sum, taken from the journal"),
                Column.of(SHEET_TOTAL, 18, "its sum, as a formula over the sheet"),
                Column.of("Difference of totals (live)", 11, "journal less sheet, to two decimals, as a formula"),
                Column.of("Completeness test", 25, "what was compared to see that nothing is missing"),
                Column.of("Complete", 13, "what came out"),
                Column.of("Accuracy test", 25, "what was compared to see that the content is right"),
                Column.of("Accurate", 13, "what came out"),
                Column.onScreen(
                        "Total, exact",
                        30,
                        "the sum in the sheet to the last digit, as text, when the workbook was written"),
                Column.onScreen("Zone", 8, "the time zone of all times in the sheet"),
                Column.onScreen("Extracted (UTC)", 22, "when the rows were taken from the journal"),
                Column.onScreen("By", 30, "the program that took them, and who asked for it"),
                Column.onScreen("Tabs", 7, "how many tabs the rows take"),
                Column.onScreen("Digest", 74, "digest of headings and rows"));
    }

    private Row row(Traced each, int line) {
        TableSheet sheet = each.sheet();
        long rows = each.adds().rows();
        Optional<Integer> totalled = sheet.totalledColumn();
        BigDecimal total = each.adds().total().orElse(BigDecimal.ZERO);
        BigDecimal sourceTotal = each.sourceTotal().orElse(BigDecimal.ZERO);
        return Row.of(
                new Cell.Link(sheet.name(), sheet.name()),
                Cell.of(each.query()),
                Cell.of(each.sourceCount()),
                new Cell.Formula(overTabs("COUNTA", sheet, rows, 0), BigDecimal.valueOf(rows)),
                Cell.of(rows),
                new Cell.Formula(
                        cell(SOURCE_COUNT, line) + "-" + cell(SHEET_ROWS, line),
                        BigDecimal.valueOf(each.sourceCount() - rows)),
                Cell.of(sheet.totalled().orElse("no column")),
                totalled.map(column -> number(sourceTotal)).orElseGet(Cells::blank),
                totalled.map(column -> (Cell) new Cell.Formula(overTabs("SUM", sheet, rows, column), total))
                        .orElseGet(Cells::blank),
                totalled.map(column -> (Cell) new Cell.Formula(
                                "ROUND(" + cell(SOURCE_TOTAL, line) + "-" + cell(SHEET_TOTAL, line) + ",2)",
                                sourceTotal.subtract(total)))
                        .orElseGet(Cells::blank),
                Cell.of(each.completeness().words()),
                each.completeness().passed() && each.agrees() ? Cells.good("COMPLETE") : Cells.stop("NOT COMPLETE"),
                Cell.of(each.accuracy().words()),
                each.accuracy().passed() ? Cells.good("ACCURATE") : Cells.stop("NOT ACCURATE"),
                totalled.map(column -> Cell.code(new Cell.Amount(total).text())).orElseGet(Cells::blank),
                Cell.of("UTC"),
                new Cell.At(request.generatedAt()),
                Cell.of(request.generator() + ", asked by " + request.requestedBy()),
                Cell.of(TableSheet.tabs(rows)),
                Cell.code(each.adds().digest().value()));
    }

    /** Shows a count as a count and money as money. */
    private static Cell number(BigDecimal value) {
        return value.stripTrailingZeros().scale() > 0 || value.precision() - value.scale() > 15
                ? new Cell.Amount(value)
                : Cell.of(value.longValueExact());
    }

    /** Applies a function to a column over all tabs of a table, from the first row to the last that a tab can have. */
    private static String overTabs(String function, TableSheet sheet, long rows, int column) {
        String letters = letters(column);
        String ranges = IntStream.rangeClosed(1, TableSheet.tabs(rows))
                .mapToObj(tab -> "'" + sheet.tabName(tab) + "'!$" + letters + "$" + (sheet.headingLine() + 1) + ":$"
                        + letters + "$" + LAST_LINE)
                .collect(Collectors.joining(","));
        return function + "(" + ranges + ")";
    }

    private static String cell(String heading, int line) {
        return letters(columns().stream().map(Column::heading).toList().indexOf(heading)) + line;
    }

    /** Names a column, counted from zero, as spreadsheets do. */
    static String letters(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }
}
