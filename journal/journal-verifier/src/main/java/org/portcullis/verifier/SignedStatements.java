package org.portcullis.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Holds what people signed against the keys that were enrolled for them: DSSE envelopes with one signature. Mutable, for one
 * examination.
 */
final class SignedStatements {

    private static final Duration MAX_OVERLAP = Duration.ofDays(30);
    private static final String KEY_ID = "keyId";
    private static final String PERSON = "person";
    private static final String PUBLIC_KEY = "publicKey";
    private static final String TOKEN_TYPE = "application/vnd.portcullis.release-token+json";

    /** What a release token says: no more and no less. */
    private static final List<String> TOKEN =
            List.of("decisionDigest", "lines", "notAfter", "submission", "submissionDigest", "token");

    private final Map<String, Enrolled> keys = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> founding = new ArrayList<>();

    /**
     * Is a key of a person.
     *
     * @param publicKey in base64
     * @param lastInstant the end of the overlap, where another key came in its place
     * @param revoked whether it was taken out of force
     */
    private record Enrolled(String person, String publicKey, Optional<Instant> lastInstant, boolean revoked) {

        boolean isInForce(Instant at) {
            return !revoked && (lastInstant.isEmpty() || !at.isAfter(lastInstant.get()));
        }

        String state(Instant at) {
            if (revoked) {
                return "revoked";
            }
            if (lastInstant.isEmpty()) {
                return "in force";
            }
            return isInForce(at) ? "in force until " + lastInstant.get() : "retired since " + lastInstant.get();
        }
    }

    /**
     * Is a statement whose signature holds.
     *
     * @param person the person whose key it is
     * @param keyId the key
     * @param keyState the state of the key at that entry, in words
     * @param payload what was signed
     */
    record Signed(String person, String keyId, String keyState, Value payload) {}

    /** Gives the keys that nobody could confirm because no key of another person was in force. */
    List<String> founding() {
        return List.copyOf(founding);
    }

    /** Enrols a key: whoever has it proves so, and a second person confirms whose it is. */
    void enrol(Value body, Instant at, Rejection.Place place) throws Rejection {
        Enrolled enrolled = newKey(body, place);
        String keyId = body.text(KEY_ID).orElse("");
        Value payload = act(body, "proof", enrolled, keyId, "enrol key", "key-enrolment", place);
        for (String name : List.of(KEY_ID, PERSON, PUBLIC_KEY)) {
            requireSame(body, payload, name, place);
        }
        requireConfirmed(body, at, place);
        keys.put(keyId, enrolled);
    }

    /** Puts a key in the place of another of the same person; both have signed the same. */
    void rotate(Value body, Instant at, Rejection.Place place) throws Rejection {
        Enrolled enrolled = newKey(body, place);
        String replaces = body.text("replaces").orElse("");
        Enrolled old = Optional.ofNullable(keys.get(replaces))
                .orElseThrow(() -> bad(place, "the replaced key `" + replaces + "` was not enrolled before"));
        boolean replaceable =
                old.isInForce(at) && old.lastInstant().isEmpty() && old.person().equals(enrolled.person());
        if (!replaceable) {
            throw bad(place, "the key `" + replaces + "` is not the person's to replace: it is " + old.state(at));
        }
        String keyId = body.text(KEY_ID).orElse("");
        Value proof = act(body, "proof", enrolled, keyId, "rotate key", "key-rotation", place);
        Value consent = act(body, "consent", old, replaces, "rotate key", "key-rotation", place);
        for (String name : List.of(KEY_ID, "overlapUntil", PERSON, PUBLIC_KEY, "replaces")) {
            requireSame(body, proof, name, place);
        }
        if (!proof.equals(consent)) {
            throw bad(place, "the two keys of a rotation have not signed the same");
        }
        Instant last = overlap(body, at, place);
        requireConfirmed(body, at, place);
        keys.put(keyId, enrolled);
        keys.put(replaces, new Enrolled(old.person(), old.publicKey(), Optional.of(last), false));
    }

    /** Lets a key not count any more. */
    void revoke(Value body, Rejection.Place place) throws Rejection {
        String keyId = body.text(KEY_ID).orElse("");
        Enrolled enrolled = Optional.ofNullable(keys.get(keyId))
                .orElseThrow(() -> bad(place, "the revoked key `" + keyId + "` was not enrolled before"));
        keys.put(keyId, new Enrolled(enrolled.person(), enrolled.publicKey(), enrolled.lastInstant(), true));
    }

    /**
     * Opens a statement that may be made once, by a key that is in force at the entry's time.
     *
     * @param what names the statement in a rejection
     */
    Signed open(Value envelope, String what, Instant at, Rejection.Place place) throws Rejection {
        String keyId = signature(envelope, place).text("keyid").orElse("");
        Enrolled signer = Optional.ofNullable(keys.get(keyId))
                .orElseThrow(() ->
                        bad(place, "the " + what + " is signed by `" + keyId + "`, which is not enrolled before it"));
        if (signer.revoked()) {
            throw bad(place, "the " + what + " is signed by `" + keyId + "`, which was revoked before it");
        }
        if (!signer.isInForce(at)) {
            throw bad(place, "the " + what + " is signed by `" + keyId + "`, which is " + signer.state(at));
        }
        Signed signed = opened(envelope, signer, keyId, signer.state(at), place);
        String message = envelope.text("payloadType").orElse("") + "\n"
                + envelope.text("payload").orElse("") + "\n" + keyId;
        if (!seen.add(Sha256.spelled(message))) {
            throw bad(place, "the " + what + " by `" + keyId + "` was counted before");
        }
        return signed;
    }

    /** Requires that a key that signs release tokens is no person's. */
    void requireNobodys(String publicKey, Rejection.Place place) throws Rejection {
        if (keys.values().stream().anyMatch(key -> key.publicKey().equals(publicKey))) {
            throw bad(place, "the release token is signed with the key of a person");
        }
    }

    /**
     * Requires that a release token is signed as the entry says, with the key that it names. Needs nothing of the entries before it,
     * so that others may look at it ahead of its turn.
     */
    static void requireSigned(Value body, Rejection.Place place) throws Rejection {
        String publicKey = body.text(PUBLIC_KEY).orElse("");
        if (decoded(publicKey).length != Ed25519.KEY_BYTES) {
            throw bad(place, "the release token does not name the key that it is signed with");
        }
        Value envelope =
                body.member("envelope").orElseThrow(() -> bad(place, "the release token carries no signed envelope"));
        String keyId = signature(envelope, place).text("keyid").orElse("");
        Enrolled engine = new Enrolled("", publicKey, Optional.empty(), false);
        Value payload = opened(envelope, engine, keyId, "", place).payload();
        SortedMap<String, Value> said = new TreeMap<>();
        for (String name : TOKEN) {
            body.member(name).ifPresent(value -> said.put(name, value));
        }
        boolean same = said.size() == TOKEN.size()
                && envelope.text("payloadType").equals(Optional.of(TOKEN_TYPE))
                && payload.equals(new Value.Members(said));
        if (!same) {
            throw bad(place, "the release token that is signed is not the one that the entry says");
        }
    }

    private Enrolled newKey(Value body, Rejection.Place place) throws Rejection {
        String keyId = body.text(KEY_ID).orElse("");
        String person = body.text(PERSON).orElse("");
        String publicKey = body.text(PUBLIC_KEY).orElse("");
        if (keyId.isEmpty() || person.isEmpty() || decoded(publicKey).length != Ed25519.KEY_BYTES) {
            throw bad(place, "the enrolment does not name a key id, a person and a public key");
        }
        if (keys.containsKey(keyId)) {
            throw bad(place, "the key id `" + keyId + "` is enrolled a second time");
        }
        return new Enrolled(person, publicKey, Optional.empty(), false);
    }

    /** A second person signs whose key it is, but for the first key of all, when there is nobody who could. */
    private void requireConfirmed(Value body, Instant at, Rejection.Place place) throws Rejection {
        String person = body.text(PERSON).orElse("");
        String keyId = body.text(KEY_ID).orElse("");
        Optional<Value> confirmation = body.member("confirmation");
        if (confirmation.isEmpty()) {
            boolean somebodyCould = keys.values().stream()
                    .anyMatch(key -> key.isInForce(at) && !key.person().equals(person));
            if (somebodyCould) {
                throw bad(place, "nobody has confirmed that the key `" + keyId + "` is the person's");
            }
            founding.add(keyId);
            return;
        }
        String signerId = signature(confirmation.get(), place).text("keyid").orElse("");
        Optional<Enrolled> signer = Optional.ofNullable(keys.get(signerId))
                .filter(key -> key.isInForce(at)
                        && !key.person().equals(person)
                        && body.text("confirmedBy").equals(Optional.of(key.person())));
        if (signer.isEmpty()) {
            throw bad(
                    place,
                    "the key `" + keyId + "` is confirmed with `" + signerId
                            + "`, which is no key in force of the second person that it names");
        }
        Value payload = act(body, "confirmation", signer.get(), signerId, "confirm key", "key-confirmation", place);
        for (String name : List.of("confirmedBy", KEY_ID, PERSON, PUBLIC_KEY)) {
            requireSame(body, payload, name, place);
        }
    }

    /** Opens what is signed about a key; the type and the action keep one statement from passing for another. */
    private static Value act(
            Value body, String member, Enrolled signer, String keyId, String action, String type, Rejection.Place place)
            throws Rejection {
        Value envelope =
                body.member(member).orElseThrow(() -> bad(place, "the `" + member + "` of the key is missing"));
        Value payload = opened(envelope, signer, keyId, "", place).payload();
        boolean meant = envelope.text("payloadType").equals(Optional.of("application/vnd.portcullis." + type + "+json"))
                && payload.text("action").equals(Optional.of(action));
        if (!meant) {
            throw bad(place, "the `" + member + "` of the key was signed for something else");
        }
        return payload;
    }

    private static Instant overlap(Value body, Instant at, Rejection.Place place) throws Rejection {
        Instant last = instant(body, "overlapUntil", place);
        if (last.isBefore(at) || last.isAfter(at.plus(MAX_OVERLAP))) {
            throw bad(
                    place,
                    "the overlap of the two keys until " + last + " is not within " + MAX_OVERLAP.toDays() + " days");
        }
        return last;
    }

    /** Reads a time of a body. */
    static Instant instant(Value body, String name, Rejection.Place place) throws Rejection {
        try {
            return Instant.parse(body.text(name).orElse(""));
        } catch (DateTimeException unreadable) {
            throw bad(place, "`" + name + "` is not a time");
        }
    }

    /** Holds a member of a body against the member of the same name of what was signed. */
    static void requireSame(Value body, Value payload, String name, Rejection.Place place) throws Rejection {
        boolean same = body.member(name).isEmpty() || body.member(name).equals(payload.member(name));
        if (!same) {
            throw bad(place, "the entry's `" + name + "` is not the one that was signed");
        }
    }

    static Rejection bad(Rejection.Place place, String reason) {
        return new Rejection(Outcome.BAD_APPROVAL, place, reason);
    }

    private static Signed opened(Value envelope, Enrolled signer, String keyId, String keyState, Rejection.Place place)
            throws Rejection {
        Value one = signature(envelope, place);
        byte[] payload = decoded(envelope.text("payload").orElse(""));
        byte[] signature = decoded(one.text("sig").orElse(""));
        byte[] message = preAuthentication(envelope.text("payloadType").orElse(""), payload);
        boolean holds = one.text("keyid").equals(Optional.of(keyId))
                && Ed25519.accepts(decoded(signer.publicKey()), message, signature);
        if (!holds) {
            throw bad(place, "the signature by `" + keyId + "` does not hold");
        }
        try {
            return new Signed(signer.person(), keyId, keyState, CanonicalParser.parse(payload));
        } catch (CanonicalParser.NotCanonical malformed) {
            throw bad(place, "what `" + keyId + "` signed is not canonical JSON");
        }
    }

    private static Value signature(Value envelope, Rejection.Place place) throws Rejection {
        List<Value> signatures =
                envelope.member("signatures").flatMap(Value::asItems).orElse(List.of());
        if (signatures.size() != 1) {
            throw bad(place, "the envelope carries " + signatures.size() + " signatures and needs 1");
        }
        return signatures.get(0);
    }

    /** Gives what a DSSE signature covers: {@code DSSEv1 SP length SP type SP length SP payload}. */
    private static byte[] preAuthentication(String payloadType, byte[] payload) {
        int typeBytes = payloadType.getBytes(StandardCharsets.UTF_8).length;
        String head = "DSSEv1 " + typeBytes + " " + payloadType + " " + payload.length + " ";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(payload);
        return out.toByteArray();
    }

    /** Reads base64 in its canonical spelling; the decoder alone takes others. */
    private static byte[] decoded(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return Base64.getEncoder().encodeToString(bytes).equals(base64) ? bytes : new byte[0];
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
