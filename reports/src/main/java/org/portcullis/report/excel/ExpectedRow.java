package org.portcullis.report.excel;

import java.util.List;
import org.portcullis.report.sheet.Cell;

/**
 * Is a row of a tab as the evidence gives it.
 *
 * @param cells from column A on
 * @param mergedFrom the first column that is merged with those right of it, from zero
 * @param mergedTo the last of them; not right of the first where none are
 */
record ExpectedRow(List<Cell> cells, int mergedFrom, int mergedTo) {

    ExpectedRow {
        cells = List.copyOf(cells);
    }

    static ExpectedRow of(List<Cell> cells) {
        return new ExpectedRow(cells, 0, 0);
    }

    static ExpectedRow empty() {
        return of(List.of());
    }

    boolean isMerged() {
        return mergedFrom < mergedTo;
    }
}
