package org.portcullis.report.excel;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.TableSheet;

/** Writes what stands around the rows of a table, on as many tabs as they take. Mutable; for one table and one thread. */
final class TableTabs {

    private final XSSFWorkbook workbook;
    private final Look look;
    private final EvidenceRequest request;
    private final TableSheet table;
    private final List<XSSFSheet> tabs = new ArrayList<>();

    TableTabs(XSSFWorkbook workbook, Look look, EvidenceRequest request, TableSheet table) {
        this.workbook = workbook;
        this.look = look;
        this.request = request;
        this.table = table;
    }

    /** Writes the tabs and gives them in their order, the rows of each at the same place in the list. */
    List<XSSFSheet> write(List<TabRows> rows) {
        if (rows.isEmpty()) {
            open();
            close(0);
        }
        for (TabRows each : rows) {
            open();
            each.links().forEach(this::link);
            close(each.rows());
        }
        return List.copyOf(tabs);
    }

    private XSSFSheet tab() {
        return tabs.get(tabs.size() - 1);
    }

    private void link(String address, String sheet) {
        XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + sheet + "'!A1");
        link.setCellReference(address);
        tab().addHyperlink(link);
    }

    private void open() {
        String name = table.tabName(tabs.size() + 1);
        XSSFSheet sheet = workbook.createSheet(name);
        tabs.add(sheet);
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
    private int above(XSSFSheet sheet) {
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

    private void across(XSSFSheet sheet, int line, String text, Look.Style style) {
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

    private void close(int rows) {
        int line = table.headingLine() - 1;
        int last = line + rows;
        tab().setAutoFilter(new CellRangeAddress(line, last, 0, table.columns().size() - 1));
        workbook.setPrintArea(workbook.getSheetIndex(tab()), 0, table.printedColumns() - 1, 0, last);
    }
}
