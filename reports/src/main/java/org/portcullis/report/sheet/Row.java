package org.portcullis.report.sheet;

import java.util.List;

/**
 * Is one row of a table.
 *
 * @param cells one for each column
 */
public record Row(List<Cell> cells) {

    /** Copies the cells. */
    public Row {
        cells = List.copyOf(cells);
    }

    /** Makes a row. */
    public static Row of(Cell... cells) {
        return new Row(List.of(cells));
    }
}
