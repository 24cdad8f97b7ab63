package org.portcullis.compiler.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * One source line as it is printed, cut around a span.
 *
 * @param text what is printed, without a line end
 * @param before columns before the first marked one
 * @param marked columns that are underlined, at least one
 */
record Excerpt(String text, int before, int marked) {
    private static final int TAB = 4;
    private static final String CUT = "…";

    /** Prints the line in at most {@code maxColumns}; where it is longer, the span's beginning is kept and some of what surrounds it. */
    static Excerpt of(SourceText source, int line, Span span, int maxColumns) {
        List<Cell> cells = cells(source, near(source, line, span, maxColumns));
        int first = indexOf(cells, span.start());
        int last = Math.max(first, indexOf(cells, span.end()));
        int from = 0;
        int to = cells.size();
        if (width(cells, 0, cells.size()) > maxColumns) {
            int room = maxColumns - 2;
            int marked = Math.min(width(cells, first, last), room);
            from = first - fitting(cells, first, -1, (room - marked) * 2 / 3);
            to = from + fitting(cells, from, 1, room);
        }
        StringBuilder text = new StringBuilder(from > 0 ? CUT : "");
        cells.subList(from, to).forEach(cell -> text.append(cell.shown()));
        text.append(to < cells.size() ? CUT : "");
        int before = (from > 0 ? 1 : 0) + width(cells, from, Math.min(first, to));
        int marked = width(cells, Math.min(first, to), Math.min(last, to));
        return new Excerpt(text.toString(), before, Math.max(1, marked));
    }

    /** The part of the line that can matter, so that a line of megabytes is not walked from end to end. */
    private static Span near(SourceText source, int line, Span span, int maxColumns) {
        Span whole = source.lineSpan(line);
        int start = Math.max(whole.start(), Math.min(span.start(), whole.end()) - 2 * maxColumns);
        int end = Math.min(whole.end(), start + 5 * maxColumns);
        return new Span(afterPair(source, start), Math.max(afterPair(source, end), start));
    }

    private static int afterPair(SourceText source, int place) {
        String text = source.text();
        int offset = place - source.base();
        boolean splits = offset > 0
                && offset < text.length()
                && Character.isHighSurrogate(text.charAt(offset - 1))
                && Character.isLowSurrogate(text.charAt(offset));
        return splits ? place + 1 : place;
    }

    private static List<Cell> cells(SourceText source, Span part) {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        for (int at = part.start(); at < part.end(); ) {
            int codePoint = source.text().codePointAt(at - source.base());
            Cell cell = Cell.of(at, codePoint, column);
            cells.add(cell);
            column += cell.width();
            at += Character.charCount(codePoint);
        }
        return cells;
    }

    private static int indexOf(List<Cell> cells, int offset) {
        int index = 0;
        while (index < cells.size() && cells.get(index).offset() < offset) {
            index++;
        }
        return index;
    }

    private static int width(List<Cell> cells, int from, int to) {
        return cells.subList(from, to).stream().mapToInt(Cell::width).sum();
    }

    /** How many cells fit into the room, walking from the index forwards or backwards. */
    private static int fitting(List<Cell> cells, int index, int step, int room) {
        int count = 0;
        int left = room;
        int at = step > 0 ? index : index - 1;
        while (at >= 0 && at < cells.size() && cells.get(at).width() <= left) {
            left -= cells.get(at).width();
            at += step;
            count++;
        }
        return count;
    }

    /** One code point: where it stands, how it is printed, and how many columns that takes. */
    private record Cell(int offset, String shown, int width) {
        static Cell of(int offset, int codePoint, int column) {
            if (codePoint == '\t') {
                int width = TAB - column % TAB;
                return new Cell(offset, " ".repeat(width), width);
            }
            String shown = UserText.visible(codePoint);
            return new Cell(offset, shown, shown.startsWith("<U+") ? shown.length() : columns(codePoint));
        }

        private static int columns(int codePoint) {
            int type = Character.getType(codePoint);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                return 0;
            }
            return isWide(codePoint) ? 2 : 1;
        }

        /** East Asian letters and emoji take two columns on a terminal. */
        private static boolean isWide(int codePoint) {
            boolean fullWidthForm = codePoint >= 0xFF01 && codePoint <= 0xFF60;
            boolean emoji = codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
            return fullWidthForm
                    || emoji
                    || switch (Character.UnicodeScript.of(codePoint)) {
                        case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
                        default -> false;
                    };
        }
    }
}
