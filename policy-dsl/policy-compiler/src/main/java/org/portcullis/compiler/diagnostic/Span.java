package org.portcullis.compiler.diagnostic;

/**
 * Marks a stretch of a source text, from {@code start} up to but not including {@code end}, in UTF-16 code units.
 *
 * <p>An empty span marks the place before the character at {@code start}, for example where a full stop is missing.
 */
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span from " + start + " to " + end + " does not exist");
        }
    }

    /** Marks the place before the character at the offset. */
    public static Span at(int offset) {
        return new Span(offset, offset);
    }

    /** Marks {@code length} code units from the offset on. */
    public static Span of(int start, int length) {
        return new Span(start, start + length);
    }

    /** What stands inside a pair of quotation marks or braces: the span without its first and last character. */
    public Span inside() {
        return length() < 2 ? this : new Span(start + 1, end - 1);
    }

    /** The number of UTF-16 code units. */
    public int length() {
        return end - start;
    }

    /** The same span so much further on. */
    public Span shifted(int by) {
        return new Span(start + by, end + by);
    }

    /** The smallest span that contains both. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Orders by start, then by end. */
    @Override
    public int compareTo(Span other) {
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }
}
