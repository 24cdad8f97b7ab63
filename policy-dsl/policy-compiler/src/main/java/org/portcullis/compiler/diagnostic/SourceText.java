package org.portcullis.compiler.diagnostic;

import java.util.Arrays;

/**
 * The text of one policy file with its name, and the way from offsets to lines and columns.
 *
 * <p>Lines end with a line feed, a carriage return, or both together. Offsets count UTF-16 code units; an offset past the end means the end.
 */
public final class SourceText {
    private final String name;
    private final String text;
    private final int[] lineStarts;

    /**
     * Indexes the lines of a text.
     *
     * @param name what diagnostics call the text: usually the path as the user gave it
     */
    public SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** What diagnostics call the text. */
    public String name() {
        return name;
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The stretch of text that the span marks, cut off at the end of the text. */
    public String text(Span span) {
        return text.substring(clamp(span.start()), clamp(span.end()));
    }

    /** The number of lines; an empty text has one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The line and column of an offset. */
    public Position position(int offset) {
        int within = clamp(offset);
        int line = line(within);
        return new Position(line, text.codePointCount(lineStarts[line - 1], within) + 1);
    }

    /** The line, counted from 1, that contains the offset. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, clamp(offset));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * The span of a line without its line end.
     *
     * @param line counted from 1, at most {@link #lineCount()}
     */
    public Span lineSpan(int line) {
        int start = lineStarts[line - 1];
        int end = line == lineStarts.length ? text.length() : lineStarts[line];
        while (end > start && isLineEnd(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    private int clamp(int offset) {
        return Math.min(Math.max(offset, 0), text.length());
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean pairFollows = c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
            if (isLineEnd(c) && !pairFollows) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = at + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
