package org.portcullis.model.json;

import java.util.List;

/**
 * Is a list of values in a fixed order.
 *
 * @param items the values, copied
 */
public record JsonArray(List<Json> items) implements Json {

    /** Copies the items. */
    public JsonArray {
        items = List.copyOf(items);
    }

    /** Makes an array of the given values. */
    public static JsonArray of(Json... items) {
        return new JsonArray(List.of(items));
    }

    /** Makes an array of values of any one kind. */
    public static JsonArray of(List<? extends Json> items) {
        return new JsonArray(List.copyOf(items));
    }

    /** Makes an array of texts. */
    public static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().<Json>map(JsonText::new).toList());
    }

    /** Gives the items as objects; {@link JsonMismatch} when one is not. */
    public List<JsonObject> objects() {
        return items.stream()
                .map(item -> Kind.OBJECT.expect(item, JsonObject.class, "array"))
                .toList();
    }

    /** Gives the items as texts; {@link JsonMismatch} when one is not. */
    public List<String> texts() {
        return items.stream()
                .map(item -> Kind.TEXT.expect(item, JsonText.class, "array").value())
                .toList();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.array(this);
    }
}
