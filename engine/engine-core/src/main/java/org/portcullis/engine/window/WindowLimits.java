package org.portcullis.engine.window;

/**
 * How much a book keeps; what would be more makes a window unknown, which stops, until what was lost has left it.
 *
 * @param entries the most occurrences in one window of one key
 * @param keys the most keys of one window
 */
public record WindowLimits(int entries, int keys) {
    /** For a firm's flow: a hundred thousand occurrences a key, ten thousand keys. */
    public static final WindowLimits DEFAULT = new WindowLimits(100_000, 10_000);

    public WindowLimits {
        if (entries < 1 || keys < 1) {
            throw new IllegalArgumentException("a book keeps at least one occurrence of one key");
        }
    }
}
