package org.portcullis.model.json;

/**
 * Is a truth value.
 *
 * @param value the truth
 */
public record JsonBool(boolean value) implements Json {

    /** The value {@code true}. */
    public static final JsonBool TRUE = new JsonBool(true);

    /** The value {@code false}. */
    public static final JsonBool FALSE = new JsonBool(false);

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.bool(this);
    }
}
