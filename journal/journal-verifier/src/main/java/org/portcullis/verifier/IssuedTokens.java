package org.portcullis.verifier;

import java.time.Instant;

/**
 * Remembers every release token that was issued, in few bytes and beyond some number outside the heap: it is used once at most, in time, and for what it was issued for.
 * Mutable, for one examination.
 */
final class IssuedTokens {

    private static final String ISSUED = "token.issued";
    private static final String TOKEN = "token";

    /** Where the parts of what the use of a token is held against stand beside its id; the digests are of the submission and of the lines. */
    private static final int SUBMISSION = 0;

    private static final int LINES = 4;
    private static final int SECONDS = 8;
    private static final int NANOS = 9;
    private static final int USED = 10;
    private static final int VALUES = 11;

    private final HashTable issued = new HashTable(VALUES);

    /** Tells whether an entry is a release token whose signature holds; what is wrong with one is said in its turn. */
    static boolean holdsAhead(Scanned scanned, Rejection.Place place) {
        if (!scanned.type().equals(ISSUED)) {
            return false;
        }
        try {
            SignedStatements.requireSigned(CanonicalParser.parse(scanned.place().body()), place);
            return true;
        } catch (Rejection | CanonicalParser.NotCanonical refused) {
            return false;
        }
    }

    /** Remembers a token, which has an id that no other has. */
    void issue(Value body, Rejection.Place place) throws Rejection {
        if (body.text(TOKEN).isEmpty()) {
            throw SignedStatements.bad(place, "a release token has no id");
        }
        Instant notAfter = SignedStatements.instant(body, "notAfter", place);
        long slot = issued.add(said(body, TOKEN));
        if (slot < 0) {
            throw SignedStatements.bad(place, "a release token is issued a second time");
        }
        keep(slot, SUBMISSION, said(body, "submission"));
        keep(slot, LINES, said(body, "lines"));
        issued.set(slot, SECONDS, notAfter.getEpochSecond());
        issued.set(slot, NANOS, notAfter.getNano());
    }

    /** Lets a token be used. */
    void burn(EntryCheck.Entry entry, Rejection.Place place) throws Rejection {
        Value body = entry.body();
        long slot = issued.find(said(body, TOKEN));
        if (slot < 0) {
            throw SignedStatements.bad(place, "a release token is used that was not issued before");
        }
        if (issued.value(slot, USED) != 0) {
            throw SignedStatements.bad(place, "a release token is used a second time");
        }
        issued.set(slot, USED, 1);
        requireSame("submission", kept(slot, SUBMISSION).equals(said(body, "submission")), place);
        requireSame("lines", kept(slot, LINES).equals(said(body, "lines")), place);
        if (entry.at().isAfter(Instant.ofEpochSecond(issued.value(slot, SECONDS), issued.value(slot, NANOS)))) {
            throw SignedStatements.bad(place, "a release token is used after its time");
        }
    }

    private void keep(long slot, int place, Hash hash) {
        issued.set(slot, place, hash.first());
        issued.set(slot, place + 1, hash.second());
        issued.set(slot, place + 2, hash.third());
        issued.set(slot, place + 3, hash.fourth());
    }

    private Hash kept(long slot, int place) {
        return new Hash(
                issued.value(slot, place),
                issued.value(slot, place + 1),
                issued.value(slot, place + 2),
                issued.value(slot, place + 3));
    }

    private static void requireSame(String name, boolean same, Rejection.Place place) throws Rejection {
        if (!same) {
            throw SignedStatements.bad(
                    place, "the `" + name + "` of a release token is not the one that it was issued for");
        }
    }

    /** Gives the digest of a text of a body; one of its own where there is none. */
    private static Hash said(Value body, String name) {
        return body.text(name).map(Hash::of).orElse(new Hash(0, 0, 0, 0));
    }
}
