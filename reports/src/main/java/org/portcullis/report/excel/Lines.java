package org.portcullis.report.excel;

import java.util.List;
import org.portcullis.report.sheet.Cell;

/**
 * Estimates how many lines a text takes in a column: neither merged cells nor streamed rows find their height by themselves.
 *
 * <p>Widths are in the units of spreadsheets, the width of a digit in the default font.
 */
final class Lines {

    /** The height of a line of cell text, in points. */
    static final float POINTS = 11.8f;

    /** The height of a line of an alarm, in points. */
    static final float ALARM_POINTS = 15.6f;

    /** The height of a title, in points. */
    static final float TITLE_POINTS = 22;

    /** No spreadsheet shows a row that is higher than some 409 points. */
    private static final int MAX_LINES = 33;

    /** Text of nine points is narrower than the default font: so many hundredths of a character fit into a unit. */
    private static final int CHARACTERS_PER_HUNDRED = 130;

    private Lines() {}

    /** Counts the lines of a cell; numbers and instants do not wrap. */
    static int of(Cell cell, int width) {
        return Math.min(MAX_LINES, cell.match(new Wrapped(width)));
    }

    /** Counts the lines of a text. */
    static int of(String text, int width) {
        int characters = (int) Math.max(1, (long) width * CHARACTERS_PER_HUNDRED / 100);
        if (text.length() <= characters && text.indexOf('\n') < 0) {
            return 1;
        }
        int lines = 0;
        for (String paragraph : List.of(text.split("\n", -1))) {
            lines += ofParagraph(paragraph, characters);
        }
        return Math.min(MAX_LINES, lines);
    }

    private static int ofParagraph(String paragraph, int width) {
        int lines = 1;
        int used = 0;
        for (String word : List.of(paragraph.split(" ", -1))) {
            int length = word.length();
            if (used > 0 && used + 1 + length > width) {
                lines++;
                used = 0;
            }
            lines += Math.max(0, (length - 1) / width);
            used += (used > 0 ? 1 : 0) + (length > width ? length % width : length);
        }
        return lines;
    }

    /** Knows which cells wrap. */
    private record Wrapped(int width) implements Cell.Cases<Integer> {
        @Override
        public Integer text(Cell.Text cell) {
            return of(cell.text(), width);
        }

        @Override
        public Integer code(Cell.Code cell) {
            // The font of ids is as wide as the default font.
            return of(cell.text(), width * 100 / CHARACTERS_PER_HUNDRED);
        }

        @Override
        public Integer whole(Cell.Whole cell) {
            return 1;
        }

        @Override
        public Integer amount(Cell.Amount cell) {
            return 1;
        }

        @Override
        public Integer at(Cell.At cell) {
            return 1;
        }

        @Override
        public Integer mark(Cell.Mark cell) {
            // Bold capitals with a symbol in front.
            return of("XX" + cell.text(), width * 105 / CHARACTERS_PER_HUNDRED);
        }

        @Override
        public Integer formula(Cell.Formula cell) {
            return 1;
        }

        @Override
        public Integer link(Cell.Link cell) {
            return 1;
        }

        @Override
        public Integer input(Cell.Input cell) {
            return 2;
        }

        @Override
        public Integer blank(Cell.Blank cell) {
            return 1;
        }
    }
}
