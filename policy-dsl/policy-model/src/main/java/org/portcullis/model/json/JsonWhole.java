package org.portcullis.model.json;

/**
 * Is a whole number that every JSON reader keeps exactly.
 *
 * @param value between -{@link #MAX} and {@link #MAX}; anything larger belongs in decimal text
 */
public record JsonWhole(long value) implements Json {

    /** The largest whole number that a double holds together with its neighbours: 2^53-1. */
    public static final long MAX = (1L << 53) - 1;

    /** Refuses numbers beyond {@link #MAX} with an {@link IllegalArgumentException}. */
    public JsonWhole {
        if (value > MAX || value < -MAX) {
            throw new IllegalArgumentException("whole number " + value + " is beyond " + MAX + ": write it as text");
        }
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.whole(this);
    }
}
