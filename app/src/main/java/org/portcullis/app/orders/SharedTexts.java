package org.portcullis.app.orders;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Gives one text for equal bytes, as far as there is room, so that a million lines of one desk hold its name once; mutable, owned by one thread. */
final class SharedTexts {
    private static final int SLOTS = 1 << 14;
    private static final int TRIES = 4;

    private final byte[][] keys = new byte[SLOTS][];
    private final @Nullable String[] texts = new String[SLOTS];

    /** The text of bytes in UTF-8; {@link IllegalArgumentException} where they are none. */
    String of(byte[] bytes, int from, int to) {
        int hash = 1;
        for (int at = from; at < to; at++) {
            hash = 31 * hash + bytes[at];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        for (int tried = 0; tried < TRIES; tried++) {
            int at = (slot + tried) & (SLOTS - 1);
            String known = texts[at];
            if (known == null) {
                String text = LineCells.decode(bytes, from, to);
                keys[at] = Arrays.copyOfRange(bytes, from, to);
                texts[at] = text;
                return text;
            }
            if (Arrays.equals(keys[at], 0, keys[at].length, bytes, from, to)) {
                return known;
            }
        }
        return LineCells.decode(bytes, from, to);
    }
}
