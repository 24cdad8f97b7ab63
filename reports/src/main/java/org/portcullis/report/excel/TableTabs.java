package org.portcullis.report.excel;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.TableSheet;

/** Streams a table on to as many tabs as its rows take. Mutable; for one table and one thread. */
final class TableTabs {

    private final SXSSFWorkbook workbook;
    private final Look look;
    private final EvidenceRequest request;
    private final TableSheet table;
    private final int rowsPerTab;
    private final List<String> names = new ArrayList<>();
    private final List<SXSSFSheet> tabs = new ArrayList<>();
    private int rowsOnTab;

    TableTabs(SXSSFWorkbook workbook, Look look, EvidenceRequest request, TableSheet table, int rowsPerTab) {
        this.workbook = workbook;
        this.look = look;
        this.request = request;
        this.table = table;
        this.rowsPerTab = rowsPerTab;
    }

    /** Writes all rows and gives the names of the tabs. */
    List<String> write() throws JournalFailure {
        open();
        table.rows().forEach(this::add);
        close();
        return List.copyOf(names);
    }

    private SXSSFSheet tab() {
        return tabs.get(tabs.size() - 1);
    }

    private void add(org.portcullis.report.sheet.Row row) {
        if (row.cells().size() != table.columns().size()) {
            throw new IllegalArgumentException("a row of sheet `" + table.name() + "` has "
                    + row.cells().size() + " cells for " + table.columns().size() + " columns");
        }
        if (rowsOnTab == rowsPerTab) {
            close();
            open();
        }
        Row target = tab().createRow(table.headingLine() + rowsOnTab);
        CellWriter writer = new CellWriter(look, workbook.getCreationHelper(), target.createCell(0), true);
        for (int i = 0; i < row.cells().size(); i++) {
            writer.write(row.cells().get(i), i == 0 ? target.getCell(0) : target.createCell(i));
        }
        int lines = 1;
        for (int i = 0; i < row.cells().size(); i++) {
            // A long text on screen must not blow up the rows on paper, so only what is printed decides the height.
            Column column = table.columns().get(i);
            lines = column.printed() ? Math.max(lines, Lines.of(row.cells().get(i), column.width())) : lines;
        }
        target.setHeightInPoints(Lines.POINTS * lines + 3);
        rowsOnTab++;
    }

    private void open() {
        String name = table.tabName(names.size() + 1);
        SXSSFSheet sheet = workbook.createSheet(name);
        names.add(name);
        tabs.add(sheet);
        rowsOnTab = 0;
        for (int i = 0; i < table.columns().size(); i++) {
            sheet.setColumnWidth(i, table.columns().get(i).width() * 256);
        }
        Paper.lay(sheet, name, request);
        int line = above(sheet);
        heads(sheet.createRow(line));
        sheet.createFreezePane(table.frozen(), line + 1);
        sheet.setRepeatingRows(new CellRangeAddress(line, line, -1, -1));
        sheet.setDisplayGridlines(false);
    }

    /** Writes title, way back, warning and notes, and gives the line of the headings from zero. */
    private int above(SXSSFSheet sheet) {
        Row first = sheet.createRow(0);
        first.setHeightInPoints(Lines.TITLE_POINTS);
        org.apache.poi.ss.usermodel.Cell title = first.createCell(0);
        title.setCellValue(SafeText.written(table.title()));
        title.setCellStyle(look.of(Look.Style.TITLE));
        org.apache.poi.ss.usermodel.Cell back = sheet.createRow(1).createCell(0);
        new CellWriter(look, workbook.getCreationHelper(), back, false)
                .write(new Cell.Link("\u2039 Cover", EvidenceWorkbook.COVER), back);
        int line = 2;
        if (table.warning().isPresent()) {
            across(sheet, line++, table.warning().get(), Look.Style.WARNING);
        }
        for (String note : table.notes()) {
            across(sheet, line++, note, Look.Style.NOTE);
        }
        return line;
    }

    private void across(SXSSFSheet sheet, int line, String text, Look.Style style) {
        int last = table.printedColumns() - 1;
        Row row = sheet.createRow(line);
        for (int i = 0; i <= last; i++) {
            row.createCell(i).setCellStyle(look.of(style));
        }
        row.getCell(0).setCellValue(SafeText.written(text));
        if (SafeText.looksLikeFormula(text)) {
            row.getCell(0).setCellStyle(look.quoted(style));
        }
        if (last > 0) {
            sheet.addMergedRegion(new CellRangeAddress(line, line, 0, last));
        }
        int width = table.columns().stream()
                .filter(Column::printed)
                .mapToInt(Column::width)
                .sum();
        row.setHeightInPoints(Lines.POINTS * Lines.of(text, width) + 2);
    }

    private void heads(Row row) {
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            org.apache.poi.ss.usermodel.Cell cell = row.createCell(i);
            cell.setCellValue(SafeText.written(column.heading()));
            cell.setCellStyle(look.of(Look.Style.COLUMN_HEAD));
            lines = Math.max(lines, Lines.of(column.heading(), column.width() - 4));
        }
        row.setHeightInPoints(Lines.POINTS * lines + 5);
    }

    private void close() {
        int line = table.headingLine() - 1;
        int last = line + rowsOnTab;
        tab().setAutoFilter(new CellRangeAddress(line, last, 0, table.columns().size() - 1));
        workbook.setPrintArea(workbook.getSheetIndex(tab()), 0, table.printedColumns() - 1, 0, last);
    }
}
