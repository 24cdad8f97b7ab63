package org.portcullis.compiler.internal.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * Feeds a string to the lexer by UTF-16 code units, so that token positions are the offsets that spans count.
 *
 * <p>Mutable; belongs to the thread that reads.
 */
final class Utf16Characters implements CharStream {
    private final String text;
    private final String name;
    private int at;

    Utf16Characters(String text, String name) {
        this.text = text;
        this.name = name;
    }

    @Override
    public void consume() {
        if (at >= text.length()) {
            throw new IllegalStateException("no character follows the end of the text");
        }
        at++;
    }

    @Override
    public int LA(int distance) {
        int index = distance > 0 ? at + distance - 1 : at + distance;
        return distance != 0 && index >= 0 && index < text.length() ? text.charAt(index) : IntStream.EOF;
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text stays in memory, so a mark keeps nothing.
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return name;
    }

    @Override
    public String getText(Interval interval) {
        int end = Math.min(interval.b + 1, text.length());
        return interval.a >= end ? "" : text.substring(interval.a, end);
    }
}
