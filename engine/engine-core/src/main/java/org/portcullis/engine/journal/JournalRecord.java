package org.portcullis.engine.journal;

import java.time.Instant;
import java.util.regex.Pattern;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonText;

/**
 * Is what the engine wants recorded.
 *
 * @param type dotted lower-case words, for example {@code approval.vote.accepted}
 * @param at when it happened, as the caller's clock said; between the years 0000 and 9999
 * @param correlation the id that ties entries of one submission together; empty where there is none
 * @param packFingerprint the fingerprint of the policy pack in force; empty where there is none
 * @param body what happened; pseudonyms and salted commitments in place of personal information
 */
public record JournalRecord(String type, Instant at, String correlation, String packFingerprint, JsonObject body) {

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");

    static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Refuses ill-formed types, times and texts with an {@link IllegalArgumentException}. */
    public JournalRecord {
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("entry type `" + type + "` is not made of dotted lower-case words");
        }
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("time " + at + " is outside the years 0000 to 9999");
        }
        if (!JsonText.isWellFormed(correlation) || !JsonText.isWellFormed(packFingerprint)) {
            throw new IllegalArgumentException("correlation or fingerprint has a code unit that evidence cannot carry");
        }
    }
}
