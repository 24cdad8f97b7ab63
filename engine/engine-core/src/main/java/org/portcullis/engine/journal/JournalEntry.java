package org.portcullis.engine.journal;

import java.time.Instant;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * Is what was recorded.
 *
 * @param index the place in the journal, from zero
 * @param at when it happened
 * @param type dotted lower-case words
 * @param writer the name of the journal that wrote it
 * @param correlation the id that ties entries together, or empty
 * @param packFingerprint the fingerprint of the policy pack in force, or empty
 * @param body what happened
 * @param previous the leaf hash of the entry before; {@link EntryFormat#NO_ENTRY} for the first
 * @param leafHash the Merkle leaf hash of the entry's canonical bytes (RFC 6962, section 2.1)
 */
public record JournalEntry(
        long index,
        Instant at,
        String type,
        String writer,
        String correlation,
        String packFingerprint,
        JsonObject body,
        Digest previous,
        Digest leafHash) {

    /** Refuses negative places with an {@link IllegalArgumentException}. */
    public JournalEntry {
        if (index < 0) {
            throw new IllegalArgumentException("entry index " + index + " is negative");
        }
    }
}
