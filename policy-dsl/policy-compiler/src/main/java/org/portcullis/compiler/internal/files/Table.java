package org.portcullis.compiler.internal.files;

import java.util.List;
import org.portcullis.compiler.diagnostic.Span;

/**
 * A table of comma-separated values (RFC 4180) with the place of every cell.
 *
 * @param columns the first row
 * @param rows every further row that is not blank; each has as many cells as there are columns
 * @param span the whole file
 */
record Table(List<Cell> columns, List<List<Cell>> rows, Span span) {
    Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * One cell.
     *
     * @param text without quotation marks and without blanks around it
     * @param span the text's place, without quotation marks
     * @param literal whether the text stands in the file letter by letter, so that places inside it mean something
     */
    record Cell(String text, Span span, boolean literal) {
        boolean isEmpty() {
            return text.isEmpty();
        }
    }
}
