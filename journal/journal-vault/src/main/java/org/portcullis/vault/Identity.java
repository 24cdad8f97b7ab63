package org.portcullis.vault;

import org.portcullis.model.json.JsonObject;

/**
 * Says who a person is.
 *
 * @param id as orders and systems of the firm carry it; never empty
 * @param name as people read it; empty where it is not known
 */
public record Identity(String id, String name) {

    /** The longest id or name, in characters. */
    public static final int MAX = 200;

    /** Refuses an empty id, and texts that evidence cannot carry, with an {@link IllegalArgumentException}. */
    public Identity {
        if (id.isBlank() || id.length() > MAX || name.length() > MAX) {
            throw new IllegalArgumentException("an id has 1 to " + MAX + " characters and a name at most " + MAX);
        }
        json(id, name);
    }

    JsonObject toJson() {
        return json(id, name);
    }

    static Identity fromJson(JsonObject json) {
        return new Identity(json.text("id"), json.findText("name").orElse(""));
    }

    private static JsonObject json(String id, String name) {
        return name.isEmpty() ? JsonObject.of("id", id) : JsonObject.of("id", id, "name", name);
    }
}
