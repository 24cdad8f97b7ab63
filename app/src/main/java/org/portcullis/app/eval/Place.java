package org.portcullis.app.eval;

/**
 * A place in a file: line and column, counted from 1, columns in code points.
 *
 * @param column 0 where a cell of a table is meant, whose message names its column by its title
 */
public record Place(String file, int line, int column) {

    /** The place so many code points to the right. */
    Place plus(int columns) {
        return column == 0 ? this : new Place(file, line, column + columns);
    }

    /** The place as mistakes begin: `order.json:3:12`. */
    @Override
    public String toString() {
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
