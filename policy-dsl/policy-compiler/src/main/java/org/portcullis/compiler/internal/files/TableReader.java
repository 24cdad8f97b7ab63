package org.portcullis.compiler.internal.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;

/**
 * Reads comma-separated values as RFC 4180 describes them, with the place of every cell, which no library gives and every diagnostic needs.
 *
 * <p>Lines end with a line feed or both characters; blanks around a cell do not belong to it; blank lines are skipped. Mutable, belongs to one thread.
 */
final class TableReader {
    /** The most rows of one table. */
    static final int MAX_ROWS = 10_000;

    /** The most columns of one table. */
    static final int MAX_COLUMNS = 100;

    private final SourceText source;
    private final String text;
    private final Diagnostics diagnostics;
    private int at;

    private TableReader(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.text = source.text();
        this.diagnostics = diagnostics;
    }

    /** Reads the table; empty if something was reported. */
    static Optional<Table> read(SourceText source, Diagnostics diagnostics) {
        return new TableReader(source, diagnostics).table();
    }

    private Optional<Table> table() {
        List<List<Table.Cell>> rows = new ArrayList<>();
        Span whole = new Span(source.base(), source.end());
        while (at < text.length()) {
            Optional<List<Table.Cell>> row = row();
            if (row.isEmpty()) {
                return Optional.empty();
            }
            if (row.get().size() > 1 || !row.get().get(0).isEmpty()) {
                rows.add(row.get());
            }
            if (rows.size() > MAX_ROWS + 1) {
                return malformed(
                        row.get().get(0).span(),
                        "the table has more than " + MAX_ROWS + " rows",
                        "divide it into several tables");
            }
        }
        if (rows.size() < 2) {
            diagnostics.report(
                    DiagnosticCode.EMPTY_TABLE,
                    rows.isEmpty() ? Span.at(source.base()) : rows.get(0).get(0).span(),
                    "the table has no rows below its heading",
                    "write the names of the columns in the first line and one row in each further line");
            return Optional.empty();
        }
        return whole(rows, whole);
    }

    private Optional<Table> whole(List<List<Table.Cell>> rows, Span whole) {
        List<Table.Cell> columns = rows.get(0);
        boolean good = true;
        for (List<Table.Cell> row : rows.subList(1, rows.size())) {
            if (row.size() != columns.size()) {
                Span span = row.get(0).span().to(row.get(row.size() - 1).span());
                malformed(
                        span,
                        "the row has " + row.size() + " cells and the heading has " + columns.size(),
                        "write one cell for each column; a cell with a comma in it stands in double quotation marks");
                good = false;
            }
        }
        return good ? Optional.of(new Table(columns, rows.subList(1, rows.size()), whole)) : Optional.empty();
    }

    private Optional<List<Table.Cell>> row() {
        List<Table.Cell> cells = new ArrayList<>();
        while (true) {
            Optional<Table.Cell> cell = cell();
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            cells.add(cell.get());
            if (cells.size() > MAX_COLUMNS) {
                malformed(cell.get().span(), "a table has at most " + MAX_COLUMNS + " columns", "leave columns out");
                return Optional.empty();
            }
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            } else {
                endOfLine();
                return Optional.of(cells);
            }
        }
    }

    private Optional<Table.Cell> cell() {
        skipBlanks();
        if (at < text.length() && text.charAt(at) == '"') {
            return quoted();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at))) {
            if (text.charAt(at) == '"') {
                malformed(
                        Span.of(source.base() + at, 1),
                        "a quotation mark stands in a cell that does not begin with one",
                        "put the whole cell in double quotation marks and write each one inside it twice");
                return Optional.empty();
            }
            at++;
        }
        int end = at;
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return Optional.of(
                new Table.Cell(text.substring(start, end), Span.of(source.base() + start, end - start), true));
    }

    private Optional<Table.Cell> quoted() {
        int opening = at++;
        StringBuilder content = new StringBuilder();
        boolean literal = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                content.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                content.append('"');
                at++;
                literal = false;
            } else {
                Span span = new Span(source.base() + opening + 1, source.base() + at - 1);
                skipBlanks();
                if (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text.charAt(at))) {
                    malformed(
                            Span.of(source.base() + at, 1),
                            "the cell goes on after its quotation mark",
                            "write each quotation mark inside the cell twice");
                    return Optional.empty();
                }
                return Optional.of(new Table.Cell(content.toString(), span, literal));
            }
        }
        malformed(
                Span.of(source.base() + opening, 1),
                "the quotation mark is not closed",
                "close the cell with a quotation mark");
        return Optional.empty();
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private <T> Optional<T> malformed(Span span, String message, String help) {
        diagnostics.report(DiagnosticCode.MALFORMED_TABLE, span, message, help);
        return Optional.empty();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
