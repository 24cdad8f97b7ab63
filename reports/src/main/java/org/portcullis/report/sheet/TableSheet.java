package org.portcullis.report.sheet;

import java.util.List;
import java.util.Optional;

/**
 * Is a sheet of equal rows under headings.
 *
 * @param notes sentences above the headings: what the rows are
 * @param warning a sentence above the headings that nobody may overlook, if any
 * @param columns in their order; those on screen only stand right of all printed ones
 * @param frozen how many columns stay in view
 * @param totalled the heading of the column that is added up as control total, if any
 * @param rows the rows; each MUST have one cell for each column, and the first cell MUST NOT be blank
 */
public record TableSheet(
        String name,
        String title,
        List<String> notes,
        Optional<String> warning,
        List<Column> columns,
        int frozen,
        Optional<String> totalled,
        Rows rows)
        implements Sheet {

    /** The most rows on one tab: spreadsheets hold 1,048,576 with what stands above. The rest goes on to further tabs. */
    public static final int ROWS_PER_TAB = 1_000_000;

    private static final int LINES_ABOVE_NOTES = 2;

    /** Copies the lists and refuses columns that do not fit together. */
    public TableSheet {
        Sheet.requireName(name);
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        boolean screen = false;
        for (Column column : columns) {
            if (screen && column.printed()) {
                throw new IllegalArgumentException(
                        "printed column `" + column.heading() + "` stands right of one that is not");
            }
            screen = !column.printed();
        }
        if (columns.stream().map(Column::heading).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("sheet `" + name + "` has two columns of one name");
        }
        if (frozen < 0 || frozen > columns.size()) {
            throw new IllegalArgumentException("sheet `" + name + "` cannot freeze " + frozen + " columns");
        }
        String total = totalled.orElse(columns.get(0).heading());
        if (columns.stream().noneMatch(column -> column.heading().equals(total))) {
            throw new IllegalArgumentException("sheet `" + name + "` has no column `" + total + "`");
        }
    }

    /** Gives the place of the column that is added up, from zero. */
    public Optional<Integer> totalledColumn() {
        return totalled.map(
                heading -> columns.stream().map(Column::heading).toList().indexOf(heading));
    }

    /** Gives the number of columns that are on paper. */
    public int printedColumns() {
        return (int) columns.stream().filter(Column::printed).count();
    }

    /** Gives the line of the headings, from 1: below the title, the way back, the warning and the notes. */
    public int headingLine() {
        return LINES_ABOVE_NOTES + (warning.isPresent() ? 1 : 0) + notes.size() + 1;
    }

    /** Gives how many tabs so many rows take; at least one. */
    public static int tabs(long rows) {
        return Math.toIntExact(Math.max(1, (rows + ROWS_PER_TAB - 1) / ROWS_PER_TAB));
    }

    /** Gives the name of a tab, counted from 1. */
    public String tabName(int tab) {
        return tab == 1 ? name : name + " " + tab;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.table(this);
    }
}
