package org.portcullis.engine.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonMismatch;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/** Turns records into the canonical bytes of an entry and back; the format is in {@code docs/journal-format.md}. */
public final class EntryFormat {

    /** The version that every entry carries. */
    public static final int VERSION = 1;

    /** The most bytes of one entry; larger payloads go in by digest. */
    public static final int MAX_BYTES = 60_000;

    /** The longest time that an entry may lie before the latest one: callers on several threads overtake each other. */
    public static final Duration MAX_LAG = Duration.ofSeconds(1);

    /** Stands in for the hash of the entry before the first. */
    public static final Digest NO_ENTRY = Digest.ofHash(new byte[32]);

    private static final List<String> KEYS =
            List.of("body", "correlation", "pack", "prev", "seq", "time", "type", "v", "writer");

    /** How a time is spelled; `0` stands for a digit. */
    private static final String TIME = "0000-00-00T00:00:00.000000000Z";

    private static final int NANO_DIGITS = 9;

    private static final byte[] TYPE_MEMBER = ",\"type\":\"".getBytes(StandardCharsets.US_ASCII);

    private EntryFormat() {}

    /**
     * Gives the canonical bytes of a record at its place.
     *
     * @param previous the leaf hash of the entry before, or {@link #NO_ENTRY}
     * @throws JournalFailure with kind {@code REFUSED} when the entry is too large or nested too deeply
     */
    public static byte[] encode(JournalRecord record, long index, String writer, Digest previous)
            throws JournalFailure {
        return EntryDraft.of(record, writer).at(index, previous);
    }

    /** Gives the entry that canonical bytes hold; {@link JournalFailure} of kind {@code DAMAGED} for anything else. */
    public static JournalEntry decode(byte[] bytes) throws JournalFailure {
        try {
            JsonObject envelope = JsonReader.readCanonicalObject(bytes);
            if (!envelope.keys().equals(KEYS) || envelope.whole("v") != VERSION) {
                throw damaged("its envelope is not of version " + VERSION);
            }
            return new JournalEntry(
                    envelope.whole("seq"),
                    time(envelope.text("time")),
                    envelope.text("type"),
                    envelope.text("writer"),
                    envelope.text("correlation"),
                    envelope.text("pack"),
                    envelope.object("body"),
                    new Digest(envelope.text("prev")),
                    leafHash(bytes));
        } catch (IllFormedJson | JsonMismatch | IllegalArgumentException | DateTimeException unreadable) {
            throw new JournalFailure(
                    JournalFailure.Kind.DAMAGED, "an entry cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Gives the type of an entry without reading the entry, or nothing where it is not found; of canonical bytes only, which it does not check.
     *
     * <p>Behind the type comes the name of the writer, in which a quotation mark is escaped: the last place where the member begins is its place.
     */
    public static Optional<String> type(byte[] bytes) {
        for (int at = bytes.length - TYPE_MEMBER.length; at >= 0; at--) {
            if (bytes[at] == ','
                    && Arrays.equals(bytes, at, at + TYPE_MEMBER.length, TYPE_MEMBER, 0, TYPE_MEMBER.length)) {
                int from = at + TYPE_MEMBER.length;
                int to = from;
                while (to < bytes.length && bytes[to] != '"') {
                    to++;
                }
                return Optional.of(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    /** Gives the entry that {@link #encode} wrote, without reading it back. */
    public static JournalEntry entry(JournalRecord record, long index, String writer, Digest previous, byte[] encoded) {
        return new JournalEntry(
                index,
                record.at(),
                record.type(),
                writer,
                record.correlation(),
                record.packFingerprint(),
                record.body(),
                previous,
                leafHash(encoded));
    }

    /** Gives the RFC 6962 leaf hash of an entry's bytes: SHA-256 of a zero byte and the bytes. */
    public static Digest leafHash(byte[] encoded) {
        return Digest.of((byte) 0, encoded);
    }

    private static Instant time(String text) {
        if (text.length() != TIME.length() || !Instants.begins(text, TIME)) {
            throw new IllegalArgumentException("time `" + text + "` is not in canonical form");
        }
        return Instants.of(text, NANO_DIGITS);
    }

    static JournalFailure refused(JournalRecord record, String reason) {
        return new JournalFailure(
                JournalFailure.Kind.REFUSED, "entry of type `" + record.type() + "` is refused: " + reason);
    }

    private static JournalFailure damaged(String reason) {
        return new JournalFailure(JournalFailure.Kind.DAMAGED, "an entry cannot be read: " + reason);
    }
}
