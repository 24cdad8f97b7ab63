package org.portcullis.engine.token;

import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.portcullis.engine.submission.Submission;

/**
 * A set of line numbers of one basket, short enough for a token however the numbers lie.
 *
 * <p>Its text is ranges such as `1-64,66,70-349`; where that would be longer than {@link #MAX_RANGES_LENGTH} characters, `bits:` and the base64 of a bit
 * per number. Equal sets have equal texts. Immutable.
 */
public final class LineSet {
    /** The longest text of ranges, in characters. */
    public static final int MAX_RANGES_LENGTH = 12_000;

    private static final String BITS = "bits:";

    private final BitSet numbers;

    private LineSet(BitSet numbers) {
        this.numbers = numbers;
    }

    /** Makes the set; {@link IllegalArgumentException} for numbers outside 1 to {@link Submission#MAX_LINES}. */
    public static LineSet of(Collection<Integer> lines) {
        BitSet numbers = new BitSet();
        for (int line : lines) {
            numbers.set(checked(line));
        }
        return new LineSet(numbers);
    }

    /** Reads what {@link #text} wrote; {@link IllegalArgumentException} for any other text. */
    public static LineSet parse(String text) {
        LineSet read = new LineSet(text.startsWith(BITS) ? bits(text.substring(BITS.length())) : ranges(text));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("a set of lines is not in canonical form");
        }
        return read;
    }

    /** How many lines are in it. */
    public int size() {
        return numbers.cardinality();
    }

    /** Whether no line is in it. */
    public boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** Whether the line is in it. */
    public boolean contains(int line) {
        return line > 0 && numbers.get(line);
    }

    /** The numbers in ascending order. */
    public List<Integer> lines() {
        return IntStream.range(0, numbers.length()).filter(numbers::get).boxed().toList();
    }

    /** The canonical text. */
    public String text() {
        StringBuilder ranges = new StringBuilder();
        for (int from = numbers.nextSetBit(0); from >= 0; from = numbers.nextSetBit(numbers.nextClearBit(from))) {
            int to = numbers.nextClearBit(from) - 1;
            ranges.append(ranges.isEmpty() ? "" : ",").append(from);
            if (to > from) {
                ranges.append('-').append(to);
            }
            if (ranges.length() > MAX_RANGES_LENGTH) {
                return BITS + Base64.getEncoder().encodeToString(numbers.toByteArray());
            }
        }
        return ranges.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineSet set && set.numbers.equals(numbers);
    }

    @Override
    public int hashCode() {
        return numbers.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    private static BitSet bits(String base64) {
        BitSet numbers = BitSet.valueOf(Base64.getDecoder().decode(base64));
        if (numbers.get(0) || numbers.length() > Submission.MAX_LINES + 1) {
            throw new IllegalArgumentException("a set of lines names a line that no basket has");
        }
        return numbers;
    }

    private static BitSet ranges(String text) {
        BitSet numbers = new BitSet();
        if (text.isEmpty()) {
            return numbers;
        }
        for (String range : text.split(",", -1)) {
            int dash = range.indexOf('-');
            int from = checked(Integer.parseInt(dash < 0 ? range : range.substring(0, dash)));
            int to = dash < 0 ? from : checked(Integer.parseInt(range.substring(dash + 1)));
            if (to < from) {
                throw new IllegalArgumentException("a range of lines runs backwards");
            }
            numbers.set(from, to + 1);
        }
        return numbers;
    }

    private static int checked(int line) {
        if (line < 1 || line > Submission.MAX_LINES) {
            throw new IllegalArgumentException("line " + line + " is not between 1 and " + Submission.MAX_LINES);
        }
        return line;
    }
}
