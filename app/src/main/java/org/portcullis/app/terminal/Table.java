package org.portcullis.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table of text for a terminal of at most {@link #WIDTH} columns; cells of the last column wrap, numbers stand on the right. */
public final class Table {
    /** The widest line that a table prints. */
    public static final int WIDTH = 100;

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Takes the columns from left to right. */
    public Table(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row with one cell per column. */
    public void row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("a row of " + cells.size() + " cells in a table of " + columns.size());
        }
        rows.add(List.copyOf(cells));
    }

    /** Lays the table out, one string a line, none with trailing blanks. */
    public List<String> lines() {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        lines.addAll(layOut(columns.stream().map(Column::title).toList(), widths));
        StringBuilder rule = new StringBuilder();
        for (int index = 0; index < widths.length; index++) {
            rule.append(index == 0 ? "" : GAP).append("-".repeat(widths[index]));
        }
        lines.add(rule.toString());
        for (List<String> row : rows) {
            lines.addAll(layOut(row, widths));
        }
        return lines;
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        for (int index = 0; index < widths.length; index++) {
            widths[index] = width(columns.get(index).title());
            for (List<String> row : rows) {
                widths[index] = Math.max(widths[index], width(row.get(index)));
            }
        }
        int fixed = GAP.length() * (widths.length - 1);
        for (int index = 0; index < widths.length - 1; index++) {
            fixed += widths[index];
        }
        int last = widths.length - 1;
        widths[last] = Math.max(
                Math.min(widths[last], WIDTH - fixed), width(columns.get(last).title()));
        return widths;
    }

    private List<String> layOut(List<String> cells, int[] widths) {
        int last = widths.length - 1;
        List<String> wrapped = Paragraph.wrap(cells.get(last), widths[last]);
        StringBuilder first = new StringBuilder();
        for (int index = 0; index < last; index++) {
            String blanks = " ".repeat(widths[index] - width(cells.get(index)));
            first.append(columns.get(index).right() ? blanks + cells.get(index) : cells.get(index) + blanks)
                    .append(GAP);
        }
        List<String> lines = new ArrayList<>();
        lines.add((first + wrapped.get(0)).stripTrailing());
        String indent = " ".repeat(first.length());
        wrapped.stream().skip(1).forEach(line -> lines.add(indent + line));
        return lines;
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A column with its title; {@code right} puts its cells on the right. */
    public record Column(String title, boolean right) {
        /** A column of text. */
        public static Column text(String title) {
            return new Column(title, false);
        }

        /** A column of numbers. */
        public static Column number(String title) {
            return new Column(title, true);
        }
    }
}
