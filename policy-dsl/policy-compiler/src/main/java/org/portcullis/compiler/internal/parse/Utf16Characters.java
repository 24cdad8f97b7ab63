package org.portcullis.compiler.internal.parse;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;
import org.portcullis.compiler.diagnostic.SourceText;

/**
 * Feeds a string to the lexer by UTF-16 code units, so that token positions are the offsets that spans count; they begin at the text's base.
 *
 * <p>Mutable; belongs to the thread that reads.
 */
final class Utf16Characters implements CharStream {
    private final String text;
    private final String name;
    private final int base;
    private int at;

    Utf16Characters(SourceText source) {
        this.text = source.text();
        this.name = source.name();
        this.base = source.base();
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
        return base + at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index - base, text.length());
    }

    @Override
    public int size() {
        return base + text.length();
    }

    @Override
    public String getSourceName() {
        return name;
    }

    @Override
    public String getText(Interval interval) {
        int start = interval.a - base;
        int end = Math.min(interval.b - base + 1, text.length());
        return start >= end ? "" : text.substring(start, end);
    }
}
