package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** Holds each entry against the format, its place, the entry before it and the time. Mutable, for one examination. */
final class EntryCheck {

    private static final int MAX_BYTES = 60_000;
    private static final Duration MAX_LAG = Duration.ofSeconds(1);
    private static final String NO_ENTRY = "sha256:" + "0".repeat(2 * Sha256.BYTES);
    private static final String FIRST_TYPE = "journal.opened";
    private static final String FORMAT = "portcullis-journal/1";

    private static final Set<String> KEYS =
            Set.of("body", "correlation", "pack", "prev", "seq", "time", "type", "v", "writer");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");
    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{9}Z");

    private final List<NoteKey> trusted;

    private String previous = NO_ENTRY;
    private Instant latest = Instant.MIN.plus(MAX_LAG);
    private Optional<NoteKey> key = Optional.empty();

    /** Makes a check that accepts these journals' keys; none means whichever the journal names. */
    EntryCheck(List<NoteKey> trusted) {
        this.trusted = trusted;
    }

    /**
     * Is an entry that holds.
     *
     * @param type its type
     * @param at its time
     * @param body what happened
     * @param canonical the whole entry as text
     */
    record Entry(String type, Instant at, Value body, String canonical) {

        private static final int BODY_STARTS = "{\"body\":".length();

        /** Gives the digest of the canonical bytes of the body, which stand between the first member's key and the next. */
        String bodyDigest() {
            // The members behind the envelope's own `correlation` are scalars, so this is the last place that looks so.
            int end = canonical.lastIndexOf(",\"correlation\":");
            return Sha256.spelled(canonical.substring(BODY_STARTS, end));
        }
    }

    /** Checks the entry that must stand at an index. */
    Entry check(byte[] bytes, long index, Rejection.Place place) throws Rejection {
        if (bytes.length > MAX_BYTES) {
            throw illFormed(place, "it has " + bytes.length + " bytes and " + MAX_BYTES + " are the most");
        }
        Value envelope = parse(bytes, place);
        Optional<SortedMap<String, Value>> members = envelope.asMembers();
        if (members.isEmpty() || !members.get().keySet().equals(KEYS)) {
            throw illFormed(place, "its envelope does not have the members of version 1");
        }
        if (whole(envelope, "v", place) != 1) {
            throw illFormed(place, "it is not of version 1");
        }
        if (whole(envelope, "seq", place) != index) {
            throw tampered(place, "it calls itself entry " + whole(envelope, "seq", place));
        }
        if (!text(envelope, "prev", place).equals(previous)) {
            throw tampered(place, "it does not follow the entry before it");
        }
        String type = text(envelope, "type", place);
        if (!TYPE.matcher(type).matches()) {
            throw illFormed(place, "its type is not made of dotted lower-case words");
        }
        Instant at = time(text(envelope, "time", place), place);
        text(envelope, "correlation", place);
        text(envelope, "pack", place);
        Value body = envelope.member("body")
                .filter(value -> value.asMembers().isPresent())
                .orElseThrow(() -> illFormed(place, "its body is not an object"));
        requireWriter(text(envelope, "writer", place), index, type, body, place);
        previous = "sha256:" + HexFormat.of().formatHex(Sha256.leaf(bytes));
        return new Entry(type, at, body, new String(bytes, StandardCharsets.UTF_8));
    }

    /** Gives the key that signs the journal, which is known from the first entry on. */
    NoteKey key(Rejection.Place place) throws Rejection {
        return key.orElseThrow(() -> illFormed(place, "a signed root stands before the first entry"));
    }

    private void requireWriter(String writer, long index, String type, Value body, Rejection.Place place)
            throws Rejection {
        if (index == 0) {
            if (!type.equals(FIRST_TYPE)) {
                throw tampered(place, "the first entry is of type `" + type + "` and not `" + FIRST_TYPE + "`");
            }
            boolean known = body.text("format").equals(Optional.of(FORMAT));
            Optional<NoteKey> named = body.text("key").flatMap(NoteKey::read);
            if (!known || named.isEmpty()) {
                throw illFormed(place, "the first entry does not name the format `" + FORMAT + "` and a key");
            }
            if (!trusted.isEmpty() && !trusted.contains(named.get())) {
                throw new Rejection(
                        Outcome.UNTRUSTED_KEY,
                        place,
                        "the journal names the key `" + named.get().line() + "` and the trusted one is `"
                                + trusted.get(0).line() + "`");
            }
            key = named;
        } else if (type.equals(FIRST_TYPE)) {
            throw tampered(place, "the journal begins a second time");
        }
        if (!writer.equals(key(place).name())) {
            throw tampered(place, "it names another journal as its writer");
        }
    }

    private Instant time(String text, Rejection.Place place) throws Rejection {
        Instant at;
        try {
            at = Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw illFormed(place, "its time is not one");
        }
        if (!TIME.matcher(text).matches()) {
            throw illFormed(place, "its time is not in canonical form");
        }
        if (at.isBefore(latest.minus(MAX_LAG))) {
            throw tampered(place, "its time " + at + " is over " + MAX_LAG.toSeconds() + " s before " + latest);
        }
        latest = at.isAfter(latest) ? at : latest;
        return at;
    }

    private static Value parse(byte[] bytes, Rejection.Place place) throws Rejection {
        try {
            return CanonicalParser.parse(bytes);
        } catch (CanonicalParser.NotCanonical refused) {
            throw illFormed(place, "it is not canonical JSON: " + refused.getMessage());
        }
    }

    private static String text(Value envelope, String member, Rejection.Place place) throws Rejection {
        return envelope.text(member).orElseThrow(() -> illFormed(place, "its `" + member + "` is not a text"));
    }

    private static long whole(Value envelope, String member, Rejection.Place place) throws Rejection {
        return envelope.member(member)
                .flatMap(Value::asWhole)
                .orElseThrow(() -> illFormed(place, "its `" + member + "` is not a whole number"));
    }

    private static Rejection illFormed(Rejection.Place place, String reason) {
        return new Rejection(Outcome.ILL_FORMED, place, reason);
    }

    private static Rejection tampered(Rejection.Place place, String reason) {
        return new Rejection(Outcome.TAMPERED, place, reason);
    }
}
