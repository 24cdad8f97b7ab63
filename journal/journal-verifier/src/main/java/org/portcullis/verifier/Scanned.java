package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Is an entry that is of the format as far as it can be told without the others.
 *
 * @param place where its bytes stand
 * @param prev the spelled hash of the entry before
 * @param seq its index as it says
 * @param at its time
 * @param type its type
 * @param writer the journal that it says it belongs to
 */
record Scanned(Place place, String prev, long seq, Instant at, String type, String writer) {

    private static final int MAX_BYTES = 60_000;
    private static final int BODY_STARTS = "{\"body\":".length();

    private static final Set<String> KEYS =
            Set.of("body", "correlation", "pack", "prev", "seq", "time", "type", "v", "writer");

    /** Says where an entry stands in a buffer that nobody changes, and its body in it. */
    static final class Place {

        private final byte[] bytes;
        private final int from;
        private final int to;
        private final int bodyFrom;
        private final int bodyTo;

        Place(byte[] bytes, int from, int to, int bodyFrom, int bodyTo) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
            this.bodyFrom = bodyFrom;
            this.bodyTo = bodyTo;
        }

        /** Gives the bytes of the whole entry. */
        byte[] entry() {
            return Arrays.copyOfRange(bytes, from, to);
        }

        /** Gives the bytes of the body. */
        byte[] body() {
            return Arrays.copyOfRange(bytes, bodyFrom, bodyTo);
        }
    }

    /** Reads an entry; the scan is the caller's own, to be used again. */
    static Scanned read(EntryScan scan, byte[] bytes, int from, int to, Rejection.Place place) throws Rejection {
        if (to - from > MAX_BYTES) {
            throw illFormed(place, "it has " + (to - from) + " bytes and " + MAX_BYTES + " are the most");
        }
        Optional<Scanned> plain = scan.scan(bytes, from, to);
        return plain.isPresent() ? plain.get() : parsed(Arrays.copyOfRange(bytes, from, to), place);
    }

    /** Reads an entry that is not plain, or is none; this alone says what is wrong with one. */
    static Scanned parsed(byte[] bytes, Rejection.Place place) throws Rejection {
        Value envelope = parse(bytes, place);
        Optional<SortedMap<String, Value>> members = envelope.asMembers();
        if (members.isEmpty() || !members.get().keySet().equals(KEYS)) {
            throw illFormed(place, "its envelope does not have the members of version 1");
        }
        long version = whole(envelope, "v", place);
        if (version != 1) {
            throw illFormed(place, "it is of version " + version + " and this verifier knows version 1");
        }
        long seq = whole(envelope, "seq", place);
        String prev = text(envelope, "prev", place);
        String type = text(envelope, "type", place);
        if (!EntryScan.isType(type)) {
            throw illFormed(place, "its type is not made of dotted lower-case words");
        }
        byte[] time = text(envelope, "time", place).getBytes(StandardCharsets.UTF_8);
        Instant at = EntryScan.time(time, 0, time.length)
                .orElseThrow(() -> illFormed(place, "its time is none, or not in canonical form"));
        text(envelope, "correlation", place);
        text(envelope, "pack", place);
        String writer = text(envelope, "writer", place);
        if (envelope.member("body").flatMap(Value::asMembers).isEmpty()) {
            throw illFormed(place, "its body is not an object");
        }
        // The members behind the envelope's own `correlation` are scalars, so this is the last place that looks so.
        int bodyTo = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf(",\"correlation\":");
        return new Scanned(new Place(bytes, 0, bytes.length, BODY_STARTS, bodyTo), prev, seq, at, type, writer);
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
        return envelope.whole(member).orElseThrow(() -> illFormed(place, "its `" + member + "` is not a whole number"));
    }

    private static Rejection illFormed(Rejection.Place place, String reason) {
        return new Rejection(Outcome.ILL_FORMED, place, reason);
    }
}
