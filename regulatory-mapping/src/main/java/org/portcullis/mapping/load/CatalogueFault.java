package org.portcullis.mapping.load;

import java.util.Comparator;

/**
 * Says what is wrong at one place of a catalogue file and what would cure it.
 *
 * @param file the file as its reader would name it
 * @param line the line, from 1
 * @param column the column in Unicode code points, from 1
 * @param message the cause in one sentence without a full stop
 * @param help the cure in one sentence without a full stop
 */
public record CatalogueFault(String file, int line, int column, String message, String help)
        implements Comparable<CatalogueFault> {

    private static final Comparator<CatalogueFault> ORDER = Comparator.comparing(CatalogueFault::file)
            .thenComparingInt(CatalogueFault::line)
            .thenComparingInt(CatalogueFault::column)
            .thenComparing(CatalogueFault::message)
            .thenComparing(CatalogueFault::help);

    /** Refuses places before the first line or column. */
    public CatalogueFault {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("lines and columns count from 1: " + line + ":" + column);
        }
    }

    /** Orders by file, then by place, then by text. */
    @Override
    public int compareTo(CatalogueFault other) {
        return ORDER.compare(this, other);
    }

    /** Writes {@code file:line:column: message} and the cure on a second line. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message + "\n  help: " + help;
    }
}
