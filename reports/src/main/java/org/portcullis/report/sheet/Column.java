package org.portcullis.report.sheet;

/**
 * Is one column of a table.
 *
 * @param heading its name, unique in its table
 * @param width in characters
 * @param printed whether it is on paper; digests are on screen only, so that a page stays legible
 * @param meaning what it holds, in one sentence for the dictionary
 */
public record Column(String heading, int width, boolean printed, String meaning) {

    private static final int MAX_WIDTH = 120;

    /** Refuses columns that nobody could read. */
    public Column {
        if (heading.isBlank() || meaning.isBlank()) {
            throw new IllegalArgumentException("column `" + heading + "` has blank text");
        }
        if (width < 2 || width > MAX_WIDTH) {
            throw new IllegalArgumentException("column `" + heading + "` is " + width + " characters wide");
        }
    }

    /** Makes a column that is on paper too. */
    public static Column of(String heading, int width, String meaning) {
        return new Column(heading, width, true, meaning);
    }

    /** Makes a column that is on screen only; it MUST stand right of all printed ones. */
    public static Column onScreen(String heading, int width, String meaning) {
        return new Column(heading, width, false, meaning);
    }
}
