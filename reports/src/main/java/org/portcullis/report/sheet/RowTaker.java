package org.portcullis.report.sheet;

import java.util.function.Consumer;

/**
 * Takes the rows of tables while these are made for the first time, so that what is large need not be made again to be written or compared.
 *
 * <p>Several tables are made at once: rows of one come between rows of another, each table's in their order. Tables that are not offered, and
 * all others, can be read from their {@link TableSheet#rows} at any time.
 */
@FunctionalInterface
public interface RowTaker {

    /** Gives what takes the rows of a table; its notes may still change where it turns out to have no rows. */
    Consumer<Row> rowsOf(TableSheet table);

    /** Takes nothing. */
    static RowTaker none() {
        return table -> row -> {};
    }
}
