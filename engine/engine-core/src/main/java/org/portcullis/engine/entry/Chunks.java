package org.portcullis.engine.entry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Json;

/** Deals items into lists that each fit into one entry, in their order. */
final class Chunks {
    /** The most bytes that the items of one entry take; the rest is left for the envelope. */
    static final int MAX_BYTES = EntryFormat.MAX_BYTES - 6_000;

    /** The most items of one entry. */
    static final int MAX_ITEMS = 200;

    private Chunks() {}

    /** At least one list, which may be empty; an item that is too large alone is refused by the journal. */
    static <T> List<List<T>> of(List<T> items, Function<T, ? extends Json> form) {
        List<List<T>> chunks = new ArrayList<>();
        List<T> chunk = new ArrayList<>();
        int bytes = 0;
        for (T item : items) {
            int size = bytes(form.apply(item)) + 1;
            if (!chunk.isEmpty() && (bytes + size > MAX_BYTES || chunk.size() == MAX_ITEMS)) {
                chunks.add(List.copyOf(chunk));
                chunk.clear();
                bytes = 0;
            }
            chunk.add(item);
            bytes += size;
        }
        chunks.add(List.copyOf(chunk));
        return chunks;
    }

    static int bytes(Json json) {
        return CanonicalJson.text(json).getBytes(StandardCharsets.UTF_8).length;
    }
}
