package org.portcullis.app.orders;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The cells of one line of CSV in UTF-8: separated by commas, in quotation marks where they hold a comma, a quotation mark doubled. No cell goes over a line's
 * end.
 *
 * <p>A line is found by its end alone, so that parts of a file can be read side by side; a reader of CSV whose cells may hold ends of lines cannot.
 * Mutable, reused line after line; owned by one thread.
 */
final class LineCells {
    /** The most cells of a line. */
    static final int MAX_CELLS = 64;

    private final int[] from = new int[MAX_CELLS];
    private final int[] to = new int[MAX_CELLS];
    private final boolean[] doubled = new boolean[MAX_CELLS];
    private final SharedTexts texts = new SharedTexts();
    private byte[] bytes = new byte[0];
    private int count;

    /** Is the cells of one line. */
    static LineCells of(byte[] line, int begin, int end) {
        LineCells cells = new LineCells();
        return cells.split(line, begin, end) ? cells : new LineCells();
    }

    /** Splits a line; false where it is none of CSV, with a quotation mark that is not closed or something behind one, or too many cells. */
    boolean split(byte[] source, int begin, int end) {
        bytes = source;
        count = 0;
        int at = begin;
        while (count < MAX_CELLS) {
            boolean quoted = at < end && source[at] == '"';
            doubled[count] = false;
            if (quoted) {
                from[count] = ++at;
                while (at < end && (source[at] != '"' || (at + 1 < end && source[at + 1] == '"'))) {
                    boolean isDoubled = source[at] == '"';
                    doubled[count] |= isDoubled;
                    at += isDoubled ? 2 : 1;
                }
                if (at >= end) {
                    return false;
                }
                to[count++] = at++;
            } else {
                from[count] = at;
                while (at < end && source[at] != ',') {
                    at++;
                }
                to[count++] = at;
            }
            if (at >= end) {
                return true;
            }
            if (source[at] != ',') {
                return false;
            }
            at++;
        }
        return false;
    }

    /** How many cells the line has. */
    int count() {
        return count;
    }

    /** Whether nothing stands in the cell, or there is no such cell. */
    boolean isEmpty(int cell) {
        return cell < 0 || cell >= count || from[cell] == to[cell];
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    /** The cell's text, which many lines may share; empty where there is no such cell. */
    String shared(int cell) {
        if (isEmpty(cell)) {
            return "";
        }
        return doubled[cell] ? text(cell) : texts.of(bytes, from[cell], to[cell]);
    }

    /** The cell's text; empty where there is no such cell. */
    String text(int cell) {
        if (isEmpty(cell)) {
            return "";
        }
        String text = decode(bytes, from[cell], to[cell]);
        return doubled[cell] ? text.replace("\"\"", "\"") : text;
    }

    /** The text of bytes in UTF-8; {@link IllegalArgumentException} where they are none. */
    static String decode(byte[] bytes, int from, int to) {
        byte all = 0;
        for (int at = from; at < to; at++) {
            all |= bytes[at];
        }
        if (all >= 0) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("a cell is no text in UTF-8", malformed);
        }
    }
}
