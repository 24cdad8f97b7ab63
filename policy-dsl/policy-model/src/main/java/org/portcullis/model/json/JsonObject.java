package org.portcullis.model.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Is a set of members with unique keys, in the order of RFC 8785: by UTF-16 code units.
 *
 * @param members the members by key, copied; keys obey the rules of {@link JsonText}
 */
public record JsonObject(SortedMap<String, Json> members) implements Json {

    /** The object without members. */
    public static final JsonObject EMPTY = builder().build();

    /** Copies the members into the canonical order. */
    public JsonObject {
        TreeMap<String, Json> sorted = new TreeMap<>();
        sorted.putAll(members);
        for (String key : sorted.keySet()) {
            if (!JsonText.isWellFormed(key)) {
                throw new IllegalArgumentException("a key has a code unit that JSON evidence cannot carry");
            }
        }
        members = Collections.unmodifiableSortedMap(sorted);
    }

    /** Makes an object of any members; their order does not matter. */
    public static JsonObject of(Map<String, ? extends Json> members) {
        return new JsonObject(new TreeMap<>(members));
    }

    /** Makes an object of one member. */
    public static JsonObject of(String key, Json value) {
        return builder().put(key, value).build();
    }

    /** Makes an object of one text member. */
    public static JsonObject of(String key, String value) {
        return builder().put(key, value).build();
    }

    /** Makes an object of two text members. */
    public static JsonObject of(String key1, String value1, String key2, String value2) {
        return builder().put(key1, value1).put(key2, value2).build();
    }

    /** Makes an object of three text members. */
    public static JsonObject of(String key1, String value1, String key2, String value2, String key3, String value3) {
        return builder().put(key1, value1).put(key2, value2).put(key3, value3).build();
    }

    /** Starts an object. */
    public static Builder builder() {
        return new Builder();
    }

    /** Starts an object with the members of this one. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        members.forEach(builder::put);
        return builder;
    }

    /** Gives the value of a key, or nothing where the key is absent. */
    public Optional<Json> find(String key) {
        return Optional.ofNullable(members.get(key));
    }

    /** Gives the text of a key, or nothing where the key is absent; {@link JsonMismatch} for another kind. */
    public Optional<String> findText(String key) {
        return find(key)
                .map(value -> Kind.TEXT.expect(value, JsonText.class, key).value());
    }

    /** Tells whether the key is present. */
    public boolean has(String key) {
        return members.containsKey(key);
    }

    /** Gives the text of a key; {@link JsonMismatch} when it is absent or of another kind. */
    public String text(String key) {
        return Kind.TEXT.expect(get(key), JsonText.class, key).value();
    }

    /** Gives the whole number of a key; {@link JsonMismatch} when it is absent or of another kind. */
    public long whole(String key) {
        return Kind.WHOLE.expect(get(key), JsonWhole.class, key).value();
    }

    /** Gives the truth value of a key; {@link JsonMismatch} when it is absent or of another kind. */
    public boolean bool(String key) {
        return Kind.BOOL.expect(get(key), JsonBool.class, key).value();
    }

    /** Gives the object of a key; {@link JsonMismatch} when it is absent or of another kind. */
    public JsonObject object(String key) {
        return Kind.OBJECT.expect(get(key), JsonObject.class, key);
    }

    /** Gives the array of a key; {@link JsonMismatch} when it is absent or of another kind. */
    public JsonArray array(String key) {
        return Kind.ARRAY.expect(get(key), JsonArray.class, key);
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.object(this);
    }

    private Json get(String key) {
        return find(key).orElseThrow(() -> new JsonMismatch("`" + key + "` is missing; there are " + members.keySet()));
    }

    /** Collects members; a mutable class for one thread. A key given twice is an {@link IllegalArgumentException}. */
    public static final class Builder {

        private final TreeMap<String, Json> members = new TreeMap<>();

        private Builder() {}

        /** Adds a member. */
        public Builder put(String key, Json value) {
            if (members.putIfAbsent(key, value) != null) {
                throw new IllegalArgumentException("key `" + key + "` is given twice");
            }
            return this;
        }

        /** Adds a text. */
        public Builder put(String key, String value) {
            return put(key, new JsonText(value));
        }

        /** Adds a whole number. */
        public Builder put(String key, long value) {
            return put(key, new JsonWhole(value));
        }

        /** Adds a truth value. */
        public Builder put(String key, boolean value) {
            return put(key, Json.bool(value));
        }

        /** Adds an array. */
        public Builder put(String key, List<? extends Json> items) {
            return put(key, JsonArray.of(items));
        }

        /** Adds a text where there is one; an absent value is an absent key. */
        public Builder putIfPresent(String key, Optional<String> value) {
            value.ifPresent(text -> put(key, text));
            return this;
        }

        /** Gives the object. */
        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
