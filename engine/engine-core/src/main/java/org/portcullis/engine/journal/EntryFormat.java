package org.portcullis.engine.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.portcullis.model.json.CanonicalJson;
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

    private static final Set<String> KEYS =
            Set.of("body", "correlation", "pack", "prev", "seq", "time", "type", "v", "writer");

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss.")
            .appendFraction(ChronoField.NANO_OF_SECOND, 9, 9, false)
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT)
            .withZone(ZoneOffset.UTC);

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
            JsonObject envelope = JsonReader.readObject(bytes);
            if (!Arrays.equals(CanonicalJson.bytes(envelope), bytes)) {
                throw damaged("it is not in canonical form");
            }
            if (!envelope.members().keySet().equals(KEYS) || envelope.whole("v") != VERSION) {
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
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) 0);
            return Digest.ofHash(sha256.digest(encoded));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static Instant time(String text) {
        Instant at = TIME.parse(text, Instant::from);
        if (!TIME.format(at).equals(text)) {
            throw new IllegalArgumentException("time `" + text + "` is not in canonical form");
        }
        return at;
    }

    static JournalFailure refused(JournalRecord record, String reason) {
        return new JournalFailure(
                JournalFailure.Kind.REFUSED, "entry of type `" + record.type() + "` is refused: " + reason);
    }

    private static JournalFailure damaged(String reason) {
        return new JournalFailure(JournalFailure.Kind.DAMAGED, "an entry cannot be read: " + reason);
    }
}
