package org.portcullis.report.excel;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;

/** Writes a page on to its tab. Mutable; for one page and one thread. */
final class PageTab {

    private static final float ROOM_POINTS = 15;

    private final XSSFWorkbook workbook;
    private final Look look;
    private final PageSheet page;
    private final XSSFSheet sheet;
    private int next;

    PageTab(XSSFWorkbook workbook, Look look, EvidenceRequest request, PageSheet page) {
        this.workbook = workbook;
        this.look = look;
        this.page = page;
        this.sheet = workbook.createSheet(page.name());
        sheet.setDisplayGridlines(false);
        Paper.lay(sheet, page.name(), request);
        for (int i = 0; i < page.widths().size(); i++) {
            sheet.setColumnWidth(i, page.widths().get(i) * 256);
        }
    }

    void write() {
        XSSFRow first = sheet.createRow(next++);
        first.setHeightInPoints(Lines.TITLE_POINTS);
        XSSFCell title = first.createCell(0);
        title.setCellValue(SafeText.written(page.title()));
        title.setCellStyle(look.of(Look.Style.TITLE));
        if (!page.name().equals(EvidenceWorkbook.COVER)) {
            XSSFCell back = sheet.createRow(next++).createCell(0);
            new CellWriter(look, workbook.getCreationHelper(), back, false)
                    .write(new Cell.Link("\u2039 Cover", EvidenceWorkbook.COVER), back);
        }
        next++;
        page.lines().forEach(this::line);
        new ChartDrawing(sheet, page).draw();
    }

    private void line(PageSheet.Line line) {
        XSSFRow row = sheet.createRow(next++);
        switch (line.kind()) {
            case HEADING -> across(row, line, Look.Style.HEADING);
            case NOTE -> across(row, line, Look.Style.NOTE);
            case WARNING -> across(row, line, Look.Style.WARNING);
            case ALARM -> across(row, line, Look.Style.ALARM);
            case PAIR -> cells(row, line, Look.Style.LABEL);
            case GRID_HEAD -> heads(row, line);
            case GRID_ROW -> cells(row, line, Look.Style.TEXT);
            case SPACE -> row.setHeightInPoints(8);
            case ROOM -> row.setHeightInPoints(ROOM_POINTS);
            case NEW_PAGE -> {
                row.setHeightInPoints(8);
                sheet.setRowBreak(row.getRowNum());
            }
        }
    }

    private void across(XSSFRow row, PageSheet.Line line, Look.Style style) {
        String text = line.cells().get(0).text();
        for (int i = 0; i < page.widths().size(); i++) {
            row.createCell(i).setCellStyle(look.of(style));
        }
        row.getCell(0).setCellValue(SafeText.written(text));
        if (SafeText.looksLikeFormula(text)) {
            row.getCell(0).setCellStyle(look.quoted(style));
        }
        merge(0);
        // The font of an alarm is a third larger than that of other sentences.
        row.setHeightInPoints(
                style == Look.Style.ALARM
                        ? Lines.ALARM_POINTS * Lines.of(text, width(0) * 3 / 4) + 8
                        : Lines.POINTS * Lines.of(text, width(0)) + 4);
    }

    private void heads(XSSFRow row, PageSheet.Line line) {
        for (int i = 0; i < page.widths().size(); i++) {
            XSSFCell cell = row.createCell(i);
            cell.setCellStyle(look.of(Look.Style.COLUMN_HEAD));
            if (i < line.cells().size()) {
                cell.setCellValue(SafeText.written(line.cells().get(i).text()));
            }
        }
        merge(line.cells().size() - 1);
        row.setHeightInPoints(height(line.cells()));
    }

    /** Writes the cells; the last one takes the columns that are left. */
    private void cells(XSSFRow row, PageSheet.Line line, Look.Style first) {
        List<Cell> cells = line.cells();
        CellWriter writer = new CellWriter(look, workbook.getCreationHelper(), row.createCell(0), true);
        for (int i = 0; i < cells.size(); i++) {
            writer.write(cells.get(i), i == 0 ? row.getCell(0) : row.createCell(i));
        }
        if (first == Look.Style.LABEL) {
            row.getCell(0).setCellStyle(look.of(first));
        }
        for (int i = cells.size(); i < page.widths().size(); i++) {
            row.createCell(i).setCellStyle(row.getCell(cells.size() - 1).getCellStyle());
        }
        merge(cells.size() - 1);
        row.setHeightInPoints(height(cells));
    }

    private void merge(int from) {
        int last = page.widths().size() - 1;
        if (from < last) {
            sheet.addMergedRegion(new CellRangeAddress(next - 1, next - 1, from, last));
        }
    }

    private float height(List<Cell> cells) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            int width = i == cells.size() - 1 ? width(i) : page.widths().get(i);
            lines = Math.max(lines, Lines.of(cells.get(i), width));
        }
        return Lines.POINTS * lines + 4;
    }

    private int width(int from) {
        return page.widths().stream().skip(from).mapToInt(Integer::intValue).sum();
    }
}
