package org.portcullis.report.excel;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.TableSheet;

/** Lays out the content of tabs by rows, exactly as {@link PageTab} and {@link TableTabs} write it. */
final class ExpectedTab {

    private static final Cell BACK = new Cell.Link("\u2039 Cover", EvidenceWorkbook.COVER);

    private ExpectedTab() {}

    /** Gives all rows of a page. */
    static List<ExpectedRow> of(PageSheet page) {
        List<ExpectedRow> rows = new ArrayList<>();
        rows.add(ExpectedRow.of(List.of(Cell.of(page.title()))));
        if (!page.name().equals(EvidenceWorkbook.COVER)) {
            rows.add(ExpectedRow.of(List.of(BACK)));
        }
        rows.add(ExpectedRow.empty());
        int last = page.widths().size() - 1;
        for (PageSheet.Line line : page.lines()) {
            List<Cell> cells = line.cells();
            rows.add(
                    switch (line.kind()) {
                        case HEADING, NOTE, WARNING, ALARM ->
                            new ExpectedRow(List.of(Cell.of(cells.get(0).text())), 0, last);
                        case PAIR, GRID_HEAD, GRID_ROW -> new ExpectedRow(cells, cells.size() - 1, last);
                        case SPACE, ROOM, NEW_PAGE -> ExpectedRow.empty();
                    });
        }
        return rows;
    }

    /** Gives the rows of a table above its own ones; each of its tabs begins with them. */
    static List<ExpectedRow> above(TableSheet table) {
        List<ExpectedRow> rows = new ArrayList<>();
        rows.add(ExpectedRow.of(List.of(Cell.of(table.title()))));
        rows.add(ExpectedRow.of(List.of(BACK)));
        int last = table.printedColumns() - 1;
        table.warning().ifPresent(text -> rows.add(new ExpectedRow(List.of(Cell.of(text)), 0, last)));
        table.notes().forEach(note -> rows.add(new ExpectedRow(List.of(Cell.of(note)), 0, last)));
        rows.add(ExpectedRow.of(table.columns().stream()
                .map(Column::heading)
                .<Cell>map(Cell.Text::new)
                .toList()));
        return rows;
    }
}
