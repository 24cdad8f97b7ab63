package org.portcullis.model.json;

import java.util.Arrays;

/** Collects the members of one object in the order of their keys; mutable, for one thread. Whether keys are well-formed is for others to say. */
final class JsonMembers {
    private static final int FIRST_ROOM = 8;

    private String[] keys = new String[FIRST_ROOM];
    private Json[] values = new Json[FIRST_ROOM];
    private int size;

    int size() {
        return size;
    }

    String key(int place) {
        return keys[place];
    }

    /** Gives the place of a key that is not there yet, {@link #size} where it comes last; a negative number where it is there. */
    int place(String key) {
        if (size == 0 || keys[size - 1].compareTo(key) < 0) {
            return size;
        }
        int found = Arrays.binarySearch(keys, 0, size, key);
        return found >= 0 ? -1 : -found - 1;
    }

    /** Puts a member at the place of its key. */
    void insert(int place, String key, Json value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        if (place < size) {
            System.arraycopy(keys, place, keys, place + 1, size - place);
            System.arraycopy(values, place, values, place + 1, size - place);
        }
        keys[place] = key;
        values[place] = value;
        size++;
    }

    /** Gives the object; what is collected later does not change it. */
    JsonObject object() {
        return new JsonObject(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }
}
