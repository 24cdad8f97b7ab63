package org.portcullis.verifier;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers every release token that was issued, in few bytes: it is used once at most, in time, and for what it was issued for.
 * Mutable, for one examination.
 */
final class IssuedTokens {

    private static final String ISSUED = "token.issued";
    private static final String TOKEN = "token";

    private final Map<Hash, Issued> issued = new HashMap<>();

    /** Is what the use of a token is held against; the digests are of the submission and of the lines. */
    private record Issued(Hash submission, Hash lines, Instant notAfter, boolean used) {}

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
        Issued token = new Issued(
                said(body, "submission"),
                said(body, "lines"),
                SignedStatements.instant(body, "notAfter", place),
                false);
        if (issued.putIfAbsent(said(body, TOKEN), token) != null) {
            throw SignedStatements.bad(place, "a release token is issued a second time");
        }
    }

    /** Lets a token be used. */
    void burn(EntryCheck.Entry entry, Rejection.Place place) throws Rejection {
        Value body = entry.body();
        Hash id = said(body, TOKEN);
        Issued token = Optional.ofNullable(issued.get(id))
                .orElseThrow(() -> SignedStatements.bad(place, "a release token is used that was not issued before"));
        if (token.used()) {
            throw SignedStatements.bad(place, "a release token is used a second time");
        }
        issued.put(id, new Issued(token.submission(), token.lines(), token.notAfter(), true));
        requireSame("submission", token.submission().equals(said(body, "submission")), place);
        requireSame("lines", token.lines().equals(said(body, "lines")), place);
        if (entry.at().isAfter(token.notAfter())) {
            throw SignedStatements.bad(place, "a release token is used after its time");
        }
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
