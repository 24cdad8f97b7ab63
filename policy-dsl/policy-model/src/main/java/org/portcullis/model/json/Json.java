package org.portcullis.model.json;

/** Is one value of the JSON profile in which evidence is written: no floating point, no null, well-formed text only. */
public sealed interface Json permits JsonObject, JsonArray, JsonText, JsonWhole, JsonBool {

    /** Applies the one case that fits this value. */
    <R> R match(Cases<R> cases);

    /** Makes a text value; {@link IllegalArgumentException} for text that {@link JsonText} refuses. */
    static JsonText text(String value) {
        return new JsonText(value);
    }

    /** Makes a whole number; {@link IllegalArgumentException} beyond 2^53-1 on either side of zero. */
    static JsonWhole whole(long value) {
        return new JsonWhole(value);
    }

    /** Makes a truth value. */
    static JsonBool bool(boolean value) {
        return value ? JsonBool.TRUE : JsonBool.FALSE;
    }

    /** Handles each kind of value. */
    interface Cases<R> {

        /** Handles an object. */
        R object(JsonObject value);

        /** Handles an array. */
        R array(JsonArray value);

        /** Handles a text. */
        R text(JsonText value);

        /** Handles a whole number. */
        R whole(JsonWhole value);

        /** Handles a truth value. */
        R bool(JsonBool value);
    }
}
