package org.portcullis.report.sheet;

import java.util.List;

/**
 * Is a sheet laid out like a page: headings, pairs, notes and small grids.
 *
 * @param widths of its columns, in characters
 * @param lines from top to bottom
 * @param charts of cells of the page, over lines that have room for them
 */
public record PageSheet(String name, String title, List<Integer> widths, List<Line> lines, List<Chart> charts)
        implements Sheet {

    /** Title, way back and space stand above the lines of every page but the first, which has no charts. */
    private static final int ROWS_ABOVE = 3;

    /** Makes a page without charts. */
    public PageSheet(String name, String title, List<Integer> widths, List<Line> lines) {
        this(name, title, widths, lines, List.of());
    }

    /** Copies the lists and refuses lines with more cells than columns. */
    public PageSheet {
        Sheet.requireName(name);
        charts = List.copyOf(charts);
        widths = List.copyOf(widths);
        lines = List.copyOf(lines);
        for (Line line : lines) {
            if (line.cells().size() > widths.size()) {
                throw new IllegalArgumentException("sheet `" + name + "` has a line of "
                        + line.cells().size() + " cells for " + widths.size() + " columns");
            }
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.page(this);
    }

    /** Gives the row of a line of a page that is not the first, both from zero. */
    public static int row(int line) {
        return ROWS_ABOVE + line;
    }

    /**
     * Is one line of a page.
     *
     * @param kind how it is laid out
     * @param cells from left to right; the last one takes the columns that are left
     */
    public record Line(Kind kind, List<Cell> cells) {

        /** Copies the cells. */
        public Line {
            cells = List.copyOf(cells);
        }

        /** Says how a line is laid out. */
        public enum Kind {
            /** A heading over the whole width. */
            HEADING,
            /** A sentence over the whole width. */
            NOTE,
            /** A sentence over the whole width that nobody may overlook. */
            WARNING,
            /** A sentence over the whole width that says not to rely on what follows. */
            ALARM,
            /** A name and what it stands for. */
            PAIR,
            /** The head of a small grid. */
            GRID_HEAD,
            /** A row of a small grid. */
            GRID_ROW,
            /** Nothing: space. */
            SPACE,
            /** Room for a part of a chart. */
            ROOM,
            /** On paper, what follows begins a new page. */
            NEW_PAGE
        }

        /** Makes a heading. */
        public static Line heading(String text) {
            return new Line(Kind.HEADING, List.of(new Cell.Text(text)));
        }

        /** Makes a note. */
        public static Line note(String text) {
            return new Line(Kind.NOTE, List.of(new Cell.Text(text)));
        }

        /** Makes a note that nobody may overlook. */
        public static Line warning(String text) {
            return new Line(Kind.WARNING, List.of(new Cell.Text(text)));
        }

        /** Makes a sentence that says not to rely on what follows. */
        public static Line alarm(String text) {
            return new Line(Kind.ALARM, List.of(new Cell.Text(text)));
        }

        /** Makes a pair. */
        public static Line pair(String name, Cell value) {
            return new Line(Kind.PAIR, List.of(new Cell.Text(name), value));
        }

        /** Makes the head of a grid. */
        public static Line gridHead(String... headings) {
            return new Line(
                    Kind.GRID_HEAD,
                    List.of(headings).stream().<Cell>map(Cell.Text::new).toList());
        }

        /** Makes a row of a grid. */
        public static Line gridRow(Cell... cells) {
            return new Line(Kind.GRID_ROW, List.of(cells));
        }

        /** Begins a new page on paper. */
        public static Line newPage() {
            return new Line(Kind.NEW_PAGE, List.of());
        }

        /** Makes room for a part of a chart. */
        public static Line room() {
            return new Line(Kind.ROOM, List.of());
        }

        /** Makes space. */
        public static Line space() {
            return new Line(Kind.SPACE, List.of());
        }
    }
}
