package org.portcullis.engine.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/**
 * Is a record in canonical form up to its place: callers prepare it on their own threads, and the one writer, which alone
 * knows the place, has little left to do.
 */
public final class EntryDraft {

    /** The bytes of the hash of the entry before, in its spelling. */
    private static final int PREVIOUS_BYTES = 71;

    private final JournalRecord record;
    private final byte[] head;
    private final byte[] tail;

    private EntryDraft(JournalRecord record, byte[] head, byte[] tail) {
        this.record = record;
        this.head = head;
        this.tail = tail;
    }

    /**
     * Prepares a record.
     *
     * @param writer the name that the entry will carry
     * @throws JournalFailure with kind {@code REFUSED} when it is too large at any place, or nested too deeply
     */
    public static EntryDraft of(JournalRecord record, String writer) throws JournalFailure {
        byte[] head = head(record);
        byte[] tail = tail(record, writer);
        requireFits(record, bytesAt(head, tail, 0));
        return new EntryDraft(record, head, tail);
    }

    /** Gives what was prepared. */
    public JournalRecord record() {
        return record;
    }

    /** Gives the canonical bytes at a place; {@link JournalFailure} of kind {@code REFUSED} when they are too many there. */
    byte[] at(long index, Digest previous) throws JournalFailure {
        byte[] bytes = new byte[bytesAt(head, tail, index)];
        requireFits(record, bytes.length);
        System.arraycopy(head, 0, bytes, 0, head.length);
        int at = put(previous.value(), bytes, head.length);
        at = put("\",\"seq\":", bytes, at);
        at = put(Long.toString(index), bytes, at);
        System.arraycopy(tail, 0, bytes, at, tail.length);
        return bytes;
    }

    private static byte[] head(JournalRecord record) throws JournalFailure {
        StringBuilder out = new StringBuilder(512);
        try {
            out.append(CanonicalJson.text(JsonObject.of("body", record.body())));
            out.setLength(out.length() - 1);
        } catch (IllegalArgumentException tooDeep) {
            throw EntryFormat.refused(
                    record, "its body is nested too deeply for " + JsonReader.MAX_DEPTH + " levels in all");
        }
        out.append(",\"correlation\":").append(quoted(record.correlation()));
        out.append(",\"pack\":").append(quoted(record.packFingerprint()));
        return out.append(",\"prev\":\"").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tail(JournalRecord record, String writer) {
        StringBuilder out = new StringBuilder(96);
        appendTime(record.at(), out.append(",\"time\":\""));
        out.append("\",\"type\":\"").append(record.type());
        out.append("\",\"v\":").append(EntryFormat.VERSION);
        out.append(",\"writer\":").append(quoted(writer)).append('}');
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendTime(Instant time, StringBuilder out) {
        LocalDateTime at = LocalDateTime.ofEpochSecond(time.getEpochSecond(), time.getNano(), ZoneOffset.UTC);
        digits(at.getYear(), 1_000, out).append('-');
        digits(at.getMonthValue(), 10, out).append('-');
        digits(at.getDayOfMonth(), 10, out).append('T');
        digits(at.getHour(), 10, out).append(':');
        digits(at.getMinute(), 10, out).append(':');
        digits(at.getSecond(), 10, out).append('.');
        digits(at.getNano(), 100_000_000, out).append('Z');
    }

    private static StringBuilder digits(int number, int highest, StringBuilder out) {
        for (int unit = highest; unit > 0; unit /= 10) {
            out.append((char) ('0' + number / unit % 10));
        }
        return out;
    }

    private static int bytesAt(byte[] head, byte[] tail, long index) {
        return head.length + PREVIOUS_BYTES + 8 + Long.toString(index).length() + tail.length;
    }

    /** Copies text of ASCII characters. */
    private static int put(String text, byte[] out, int at) {
        for (int i = 0; i < text.length(); i++) {
            out[at + i] = (byte) text.charAt(i);
        }
        return at + text.length();
    }

    private static String quoted(String text) {
        return CanonicalJson.text(Json.text(text));
    }

    private static void requireFits(JournalRecord record, int bytes) throws JournalFailure {
        if (bytes > EntryFormat.MAX_BYTES) {
            throw EntryFormat.refused(
                    record, "it has " + bytes + " bytes and " + EntryFormat.MAX_BYTES + " are the most");
        }
    }
}
