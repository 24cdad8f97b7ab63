package org.portcullis.report.sheet;

import java.util.List;
import java.util.function.Consumer;
import org.portcullis.engine.journal.JournalFailure;

/** Gives the rows of a table, in the same order each time it is asked. */
@FunctionalInterface
public interface Rows {

    /**
     * Shows each row once.
     *
     * @throws JournalFailure when the evidence behind the rows cannot be read
     */
    void forEach(Consumer<Row> sink) throws JournalFailure;

    /** Gives rows that are at hand. */
    static Rows of(List<Row> rows) {
        List<Row> copy = List.copyOf(rows);
        return copy::forEach;
    }
}
