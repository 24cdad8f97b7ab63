package org.portcullis.report.sheet;

import java.util.List;

/**
 * Is a chart on a page. It draws cells of a grid of the same page and nothing else, so that who changes a cell changes the chart.
 *
 * @param valueTitle what the values are, for the axis
 * @param logarithmic whether the axis of the values has equal steps for equal ratios
 * @param columns the columns of the grid that are drawn, from zero; the categories are in its first column
 * @param head the line of the page that holds the grid's headings, from zero
 * @param rows how many rows of the grid follow it
 * @param top the first line of the page behind the chart
 * @param lines how many lines lie behind it
 */
public record Chart(
        Kind kind,
        String title,
        String categoryTitle,
        String valueTitle,
        boolean logarithmic,
        List<Integer> columns,
        int head,
        int rows,
        int top,
        int lines) {

    /** The most categories with which a chart is legible. */
    public static final int MAX_CATEGORIES = 20;

    /** The most columns that can be told apart without colours. */
    public static final int MAX_COLUMNS = 4;

    /** Says how values are drawn. */
    public enum Kind {
        /** Bars from left to right, those of a category below each other. */
        BARS,
        /** Columns, those of a category on top of each other. */
        STACKED_COLUMNS,
        /** Points of different shapes, without lines. */
        POINTS
    }

    /** Copies the list and refuses a chart that nobody could read. */
    public Chart {
        columns = List.copyOf(columns);
        if (rows < 1 || rows > MAX_CATEGORIES || columns.isEmpty() || columns.size() > MAX_COLUMNS) {
            throw new IllegalArgumentException(
                    "chart `" + title + "` has " + rows + " categories and " + columns.size() + " columns");
        }
        if (lines < 1 || title.isBlank()) {
            throw new IllegalArgumentException("chart `" + title + "` has " + lines + " lines");
        }
    }

    /** Names the cell that says what a column is. */
    public String name(String sheet, int column) {
        return "'" + sheet + "'!$" + letter(column) + "$" + (PageSheet.row(head) + 1);
    }

    /** Names the cells of a column; column zero has the categories. */
    public String cells(String sheet, int column) {
        int first = PageSheet.row(head) + 2;
        return "'" + sheet + "'!$" + letter(column) + "$" + first + ":$" + letter(column) + "$" + (first + rows - 1);
    }

    /** Says in one line what is drawn from where, for comparison. */
    public String words(String sheet) {
        StringBuilder words = new StringBuilder();
        words.append(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .append(" `")
                .append(title)
                .append("` of ")
                .append(cells(sheet, 0))
                .append(" (")
                .append(categoryTitle)
                .append(") against ");
        columns.forEach(column -> words.append(name(sheet, column))
                .append(' ')
                .append(cells(sheet, column))
                .append(", "));
        return words.append("on an axis of ")
                .append(valueTitle)
                .append(logarithmic ? ", logarithmic" : "")
                .toString();
    }

    private static char letter(int column) {
        return (char) ('A' + column);
    }
}
