package org.portcullis.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds the votes that count against the keys that were enrolled before them: each is a DSSE envelope signed by the person
 * it names. Refused votes are evidence of an attempt and need not hold. Mutable, for one examination.
 */
final class VoteCheck {

    private static final String ENROLLED = "key.enrolled";
    private static final String VOTE = "approval.vote.";
    private static final String REFUSED = "approval.vote.refused";

    private final Map<String, Enrolled> keys = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();
    private long votes;

    /** A person and the public key in base64. */
    private record Enrolled(String person, String publicKey) {}

    /** Checks an entry, of whatever type. */
    void check(EntryCheck.Entry entry, Rejection.Place place) throws Rejection {
        boolean refused = entry.type().equals(REFUSED) || entry.type().startsWith(REFUSED + ".");
        if (entry.type().equals(ENROLLED)) {
            enrol(entry.body(), place);
        } else if (entry.type().startsWith(VOTE) && !refused) {
            vote(entry.body(), place);
            votes++;
        }
    }

    long votes() {
        return votes;
    }

    private void enrol(Value body, Rejection.Place place) throws Rejection {
        String keyId = body.text("keyId").orElse("");
        String person = body.text("person").orElse("");
        String publicKey = body.text("publicKey").orElse("");
        if (keyId.isEmpty() || person.isEmpty() || decoded(publicKey).length != Ed25519.KEY_BYTES) {
            throw bad(place, "the enrolment does not name a key id, a person and a public key");
        }
        Enrolled enrolled = new Enrolled(person, publicKey);
        Enrolled before = keys.putIfAbsent(keyId, enrolled);
        if (before != null && !before.equals(enrolled)) {
            throw bad(place, "the key id `" + keyId + "` is enrolled a second time with another key or person");
        }
    }

    private void vote(Value body, Rejection.Place place) throws Rejection {
        Value envelope = body.member("envelope").orElseThrow(() -> bad(place, "the vote carries no signed envelope"));
        List<Value> signatures =
                envelope.member("signatures").flatMap(Value::asItems).orElse(List.of());
        if (signatures.size() != 1) {
            throw bad(place, "the vote carries " + signatures.size() + " signatures and needs 1");
        }
        String keyId = signatures.get(0).text("keyid").orElse("");
        Enrolled signer = Optional.ofNullable(keys.get(keyId))
                .orElseThrow(
                        () -> bad(place, "the vote is signed by `" + keyId + "`, which is not enrolled before it"));
        byte[] payload = decoded(envelope.text("payload").orElse(""));
        byte[] signature = decoded(signatures.get(0).text("sig").orElse(""));
        byte[] message = preAuthentication(envelope.text("payloadType").orElse(""), payload);
        if (!Ed25519.accepts(decoded(signer.publicKey()), message, signature)) {
            throw bad(place, "the vote's signature by `" + keyId + "` does not hold");
        }
        if (!seen.add(HexFormat.of().formatHex(Sha256.of(message)) + keyId)) {
            throw bad(place, "the vote by `" + keyId + "` was counted before");
        }
        requirePerson(body.text("approver"), signer, place);
        requirePerson(statedApprover(payload), signer, place);
    }

    private static void requirePerson(Optional<String> named, Enrolled signer, Rejection.Place place) throws Rejection {
        if (named.isPresent() && !named.get().equals(signer.person())) {
            throw bad(
                    place,
                    "the vote names `" + named.get() + "` and is signed with the key of `" + signer.person() + "`");
        }
    }

    private static Optional<String> statedApprover(byte[] payload) {
        try {
            return CanonicalParser.parse(payload).text("approver");
        } catch (CanonicalParser.NotCanonical otherPayload) {
            return Optional.empty();
        }
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

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }

    private static Rejection bad(Rejection.Place place, String reason) {
        return new Rejection(Outcome.BAD_APPROVAL, place, reason);
    }
}
