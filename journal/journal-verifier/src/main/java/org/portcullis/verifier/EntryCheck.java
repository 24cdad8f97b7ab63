package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Holds each entry against its place, the entry before it, the time and the journal that it belongs to. Mutable, for one
 * examination.
 */
final class EntryCheck {

    private static final Duration MAX_LAG = Duration.ofSeconds(1);
    private static final String NO_ENTRY = "sha256:" + "0".repeat(2 * Sha256.BYTES);

    /** Stands for the hash of an entry that is not at hand. */
    private static final String UNKNOWN = "";

    private static final String FIRST_TYPE = "journal.opened";
    private static final String FORMAT = "portcullis-journal/1";

    private final List<NoteKey> trusted;
    private final EntryScan scan = new EntryScan();

    private String previous = NO_ENTRY;
    private Instant latest = Instant.MIN.plus(MAX_LAG);
    private Optional<NoteKey> key = Optional.empty();
    private Optional<Value> opened = Optional.empty();

    /** Makes a check that accepts these journals' keys; none means whichever the journal names. */
    EntryCheck(List<NoteKey> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Makes a check of entries of which not all are at hand, of a journal whose key is known. */
    static EntryCheck ofPart(NoteKey key) {
        EntryCheck check = new EntryCheck(List.of(key));
        check.key = Optional.of(key);
        return check;
    }

    /** Makes such a check of a shard whose entries follow in time on those that another check has seen. */
    static EntryCheck ofPartFollowing(NoteKey key, EntryCheck before) {
        EntryCheck check = ofPart(key);
        check.latest = before.latest;
        return check;
    }

    /** Makes a check of a shard whose entries follow in time on those that another check has seen. */
    static EntryCheck following(List<NoteKey> trusted, EntryCheck before) {
        EntryCheck check = new EntryCheck(trusted);
        check.latest = before.latest;
        return check;
    }

    /** Is an entry that holds; what is in it is read when somebody asks. */
    static final class Entry {

        private final Scanned scanned;
        private final boolean tokenHolds;

        Entry(Scanned scanned) {
            this(scanned, false);
        }

        private Entry(Scanned scanned, boolean tokenHolds) {
            this.scanned = scanned;
            this.tokenHolds = tokenHolds;
        }

        /** Gives the same, of which is known whether it is a release token whose signature holds. */
        Entry withToken(boolean holds) {
            return new Entry(scanned, holds);
        }

        /** Tells whether it is known to be a release token whose signature holds. */
        boolean tokenHolds() {
            return tokenHolds;
        }

        String type() {
            return scanned.type();
        }

        Instant at() {
            return scanned.at();
        }

        /** Gives what happened. */
        Value body() {
            return parsed(scanned.place().body());
        }

        /** Gives the whole entry as text. */
        String canonical() {
            return new String(scanned.place().entry(), StandardCharsets.UTF_8);
        }

        /** Gives the digest of the canonical bytes of the body. */
        String bodyDigest() {
            return "sha256:" + HexFormat.of().formatHex(bodyHash());
        }

        /** Gives the SHA-256 of the canonical bytes of the body. */
        byte[] bodyHash() {
            return Sha256.of(scanned.place().body());
        }

        String correlation() {
            return parsed(scanned.place().entry()).text("correlation").orElse("");
        }

        private static Value parsed(byte[] canonical) {
            try {
                return CanonicalParser.parse(canonical);
            } catch (CanonicalParser.NotCanonical impossible) {
                throw new IllegalStateException("an entry that was scanned is canonical", impossible);
            }
        }
    }

    /** Checks the entry that must stand at an index, behind one whose leaf hash may be known. */
    Entry checkPart(byte[] bytes, long index, Optional<String> leafBefore, Rejection.Place place) throws Rejection {
        previous = index == 0 ? NO_ENTRY : leafBefore.orElse(UNKNOWN);
        return check(bytes, index, place);
    }

    /** Checks the entry that must stand at an index. */
    Entry check(byte[] bytes, long index, Rejection.Place place) throws Rejection {
        return check(Scanned.read(scan, bytes, 0, bytes.length, place), Sha256.leaf(bytes), index, place);
    }

    /** Checks the entry that must stand at an index, of which the form is known to hold. */
    Entry check(Scanned scanned, byte[] leafHash, long index, Rejection.Place place) throws Rejection {
        if (scanned.seq() != index) {
            throw tampered(place, "it calls itself entry " + scanned.seq());
        }
        if (!previous.equals(UNKNOWN) && !scanned.prev().equals(previous)) {
            throw tampered(place, "it does not follow the entry before it");
        }
        if (scanned.at().isBefore(latest.minus(MAX_LAG))) {
            throw tampered(
                    place, "its time " + scanned.at() + " is over " + MAX_LAG.toSeconds() + " s before " + latest);
        }
        Entry entry = new Entry(scanned);
        requireWriter(entry, index, place);
        latest = scanned.at().isAfter(latest) ? scanned.at() : latest;
        previous = "sha256:" + HexFormat.of().formatHex(leafHash);
        return entry;
    }

    /** Gives the key that signs the journal, which is known from the first entry on. */
    NoteKey key(Rejection.Place place) throws Rejection {
        return key.orElseThrow(() -> illFormed(place, "a signed root stands before the first entry"));
    }

    /** Gives the key that signs the journal, once it is known. */
    Optional<NoteKey> key() {
        return key;
    }

    /** Gives the body of the first entry, once it is known. */
    Optional<Value> opened() {
        return opened;
    }

    private void requireWriter(Entry entry, long index, Rejection.Place place) throws Rejection {
        boolean opening = entry.type().equals(FIRST_TYPE);
        if (index == 0) {
            if (!opening) {
                throw tampered(place, "the first entry is of type `" + entry.type() + "` and not `" + FIRST_TYPE + "`");
            }
            open(entry.body(), place);
        } else if (opening) {
            throw tampered(place, "the journal begins a second time");
        }
        if (!entry.scanned.writer().equals(key(place).name())) {
            throw tampered(place, "it names another journal as its writer");
        }
    }

    private void open(Value body, Rejection.Place place) throws Rejection {
        String format = body.text("format").orElse("");
        if (!format.equals(FORMAT)) {
            throw illFormed(
                    place, "the journal is of format `" + format + "` and this verifier knows `" + FORMAT + "`");
        }
        NoteKey named = body.text("key")
                .flatMap(NoteKey::read)
                .orElseThrow(() -> illFormed(place, "the first entry does not name a verifier key"));
        if (!trusted.isEmpty() && !trusted.contains(named)) {
            throw new Rejection(
                    Outcome.UNTRUSTED_KEY,
                    place,
                    "the journal names the key `" + named.line() + "` and the trusted one is `"
                            + trusted.get(0).line() + "`");
        }
        key = Optional.of(named);
        opened = Optional.of(body);
    }

    private static Rejection illFormed(Rejection.Place place, String reason) {
        return new Rejection(Outcome.ILL_FORMED, place, reason);
    }

    private static Rejection tampered(Rejection.Place place, String reason) {
        return new Rejection(Outcome.TAMPERED, place, reason);
    }
}
