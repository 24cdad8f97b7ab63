package org.portcullis.report.excel;

import java.util.List;
import java.util.stream.IntStream;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Chart;
import org.portcullis.report.sheet.PageSheet;

/** Finds the cells that a chart draws. */
final class ChartCells {

    private ChartCells() {}

    /** Gives what a column is called. */
    static String head(PageSheet page, Chart chart, int column) {
        return page.lines().get(chart.head()).cells().get(column).text();
    }

    /** Gives the cells of a column. */
    static List<Cell> of(PageSheet page, Chart chart, int column) {
        return IntStream.range(0, chart.rows())
                .mapToObj(
                        row -> page.lines().get(chart.head() + 1 + row).cells().get(column))
                .toList();
    }

    /** Gives what a chart shows of a cell: its text, or its number. */
    static String shown(Cell cell) {
        return cell instanceof Cell.Formula formula ? new Cell.Amount(formula.computed()).text() : cell.text();
    }
}
