package org.portcullis.verifier;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Is one JSON value of an entry; what a value is not, it gives as nothing. */
sealed interface Value {

    /** Gives the text, if this is one. */
    default Optional<String> asText() {
        return Optional.empty();
    }

    /** Gives the whole number, if this is one. */
    default Optional<Long> asWhole() {
        return Optional.empty();
    }

    /** Gives the items, if this is an array. */
    default Optional<List<Value>> asItems() {
        return Optional.empty();
    }

    /** Gives the members, if this is an object. */
    default Optional<SortedMap<String, Value>> asMembers() {
        return Optional.empty();
    }

    /** Gives the member of a key, if this is an object that has it. */
    default Optional<Value> member(String key) {
        return asMembers().map(members -> members.get(key));
    }

    /** Gives the text of a member, if there is one. */
    default Optional<String> text(String key) {
        return member(key).flatMap(Value::asText);
    }

    /** Gives the texts of a member that is an array, without those that are none. */
    default List<String> texts(String key) {
        return member(key).flatMap(Value::asItems).orElse(List.of()).stream()
                .flatMap(item -> item.asText().stream())
                .toList();
    }

    /** Gives the whole number of a member, if there is one. */
    default Optional<Long> whole(String key) {
        return member(key).flatMap(Value::asWhole);
    }

    /** Is an object. */
    record Members(SortedMap<String, Value> members) implements Value {
        @Override
        public Optional<SortedMap<String, Value>> asMembers() {
            return Optional.of(members);
        }
    }

    /** Is an array. */
    record Items(List<Value> items) implements Value {
        @Override
        public Optional<List<Value>> asItems() {
            return Optional.of(items);
        }
    }

    /** Is a text. */
    record Text(String value) implements Value {
        @Override
        public Optional<String> asText() {
            return Optional.of(value);
        }
    }

    /** Is a whole number. */
    record Whole(long value) implements Value {
        @Override
        public Optional<Long> asWhole() {
            return Optional.of(value);
        }
    }

    /** Is a truth value. */
    record Truth(boolean value) implements Value {}
}
