package org.portcullis.model.json;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Is a set of members with unique keys, in the order of RFC 8785: by UTF-16 code units.
 *
 * <p>A class and not a record because it holds two arrays, which nobody changes: entries are read by the million, and a
 * tree for each object takes longer than its text.
 */
public final class JsonObject implements Json {

    /** The object without members. */
    public static final JsonObject EMPTY = builder().build();

    private final String[] keys;
    private final Json[] values;

    /** Makes an object of keys that are well-formed and ascend, and of as many values; both arrays are kept. */
    JsonObject(String[] keys, Json[] values) {
        this.keys = keys;
        this.values = values;
    }

    /** Makes an object of any members; their order does not matter. */
    public static JsonObject of(Map<String, ? extends Json> members) {
        Builder builder = builder();
        members.forEach(builder::put);
        return builder.build();
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
        forEach(builder::put);
        return builder;
    }

    /** Gives how many members there are. */
    public int size() {
        return keys.length;
    }

    /** Gives the keys, ascending. */
    public List<String> keys() {
        return List.of(keys);
    }

    /** Gives the members by key, as a copy. */
    public SortedMap<String, Json> members() {
        TreeMap<String, Json> members = new TreeMap<>();
        forEach(members::put);
        return Collections.unmodifiableSortedMap(members);
    }

    /** Shows every member in the order of the keys. */
    public void forEach(BiConsumer<String, ? super Json> visitor) {
        for (int i = 0; i < keys.length; i++) {
            visitor.accept(keys[i], values[i]);
        }
    }

    String key(int place) {
        return keys[place];
    }

    Json value(int place) {
        return values[place];
    }

    /** Gives the value of a key, or nothing where the key is absent. */
    public Optional<Json> find(String key) {
        int place = place(key);
        return place < 0 ? Optional.empty() : Optional.of(values[place]);
    }

    /** Gives the text of a key, or nothing where the key is absent; {@link JsonMismatch} for another kind. */
    public Optional<String> findText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** Tells whether the key is present. */
    public boolean has(String key) {
        return place(key) >= 0;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject object
                && Arrays.equals(keys, object.keys)
                && Arrays.equals(values, object.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "JsonObject[members=" + members() + "]";
    }

    private Json get(String key) {
        int place = place(key);
        if (place < 0) {
            throw new JsonMismatch("`" + key + "` is missing; there are " + keys());
        }
        return values[place];
    }

    /** Gives the place of a key, or a negative number. */
    private int place(String key) {
        return Arrays.binarySearch(keys, key);
    }

    /** Collects members; a mutable class for one thread. A key given twice is an {@link IllegalArgumentException}. */
    public static final class Builder {

        private final JsonMembers members = new JsonMembers();

        private Builder() {}

        /** Adds a member. */
        public Builder put(String key, Json value) {
            int place = members.place(key);
            if (place < 0) {
                throw new IllegalArgumentException("key `" + key + "` is given twice");
            }
            members.insert(place, key, value);
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
            for (int i = 0; i < members.size(); i++) {
                if (!JsonText.isWellFormed(members.key(i))) {
                    throw new IllegalArgumentException("a key has a code unit that JSON evidence cannot carry");
                }
            }
            return members.object();
        }
    }
}
