package org.portcullis.yaml;

import java.util.Comparator;

/**
 * Says what is wrong at one place of a file and what would cure it.
 *
 * @param file the file as its reader would name it
 * @param line the line, from 1
 * @param column the column in Unicode code points, from 1
 * @param length how many code points the fault covers, at least 1 and none beyond the line
 * @param message the cause in one sentence without a full stop
 * @param help the cure in one sentence without a full stop
 */
public record Fault(String file, int line, int column, int length, String message, String help)
        implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::file)
            .thenComparingInt(Fault::line)
            .thenComparingInt(Fault::column)
            .thenComparing(Fault::message)
            .thenComparing(Fault::help);

    /** Refuses places before the first line or column, and of no length. */
    public Fault {
        if (line < 1 || column < 1 || length < 1) {
            throw new IllegalArgumentException(
                    "lines, columns and lengths count from 1: " + line + ":" + column + "+" + length);
        }
    }

    /** Orders by file, then by place, then by text. */
    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    /** Writes {@code file:line:column: message} and the cure on a second line. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message + "\n  help: " + help;
    }
}
