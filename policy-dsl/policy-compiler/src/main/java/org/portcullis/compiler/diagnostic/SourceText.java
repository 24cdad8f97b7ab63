package org.portcullis.compiler.diagnostic;

import java.util.Arrays;

/**
 * The text of one file with its name, and the way from offsets to lines and columns.
 *
 * <p>The files of one compilation share one range of offsets, see {@link Sources}: a file's first character is at its {@link #base}. Lines end with a line feed, a carriage return, or both together. Offsets count UTF-16 code units; an offset past the end means the end.
 */
public final class SourceText {
    private final String name;
    private final String text;
    private final int base;
    private final int[] lineStarts;

    /**
     * Indexes the lines of a text.
     *
     * @param name what diagnostics call the text: usually the path as the user gave it
     */
    public SourceText(String name, String text) {
        this(name, text, 0);
    }

    /**
     * Indexes the lines of a text whose first character is at the offset {@code base}.
     *
     * @throws IllegalArgumentException if the offsets of the text do not fit into an {@code int}
     */
    public SourceText(String name, String text, int base) {
        if (base < 0 || base > Integer.MAX_VALUE - text.length() - 1) {
            throw new IllegalArgumentException("a text of " + text.length() + " characters does not fit at " + base);
        }
        this.name = name;
        this.text = text;
        this.base = base;
        this.lineStarts = lineStarts(text);
    }

    /** What diagnostics call the text. */
    public String name() {
        return name;
    }

    /** The offset of the first character. */
    public int base() {
        return base;
    }

    /** The offset after the last character. */
    public int end() {
        return base + text.length();
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
        int line = lineWithin(within);
        return new Position(line, text.codePointCount(lineStarts[line - 1], within) + 1);
    }

    /** The line, counted from 1, that contains the offset. */
    public int line(int offset) {
        return lineWithin(clamp(offset));
    }

    private int lineWithin(int within) {
        int found = Arrays.binarySearch(lineStarts, within);
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
        return new Span(base + start, base + end);
    }

    /** From an offset of the compilation to one of this text. */
    private int clamp(int offset) {
        return Math.min(Math.max(offset - base, 0), text.length());
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
