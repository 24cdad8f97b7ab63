package org.portcullis.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds what people signed against the keys that were enrolled for them: DSSE envelopes with one signature. Mutable, for one
 * examination.
 */
final class SignedStatements {

    private final Map<String, Enrolled> keys = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    /** A person, the public key in base64, and whether the key still counts. */
    private record Enrolled(String person, String publicKey, boolean revoked) {}

    /**
     * Is a statement whose signature holds.
     *
     * @param person the person whose key it is
     * @param keyId the key
     * @param payload what was signed
     */
    record Signed(String person, String keyId, Value payload) {}

    /** Enrols a key; where the entry carries the proof of possession, it must hold. */
    void enrol(Value body, Rejection.Place place) throws Rejection {
        String keyId = body.text("keyId").orElse("");
        String person = body.text("person").orElse("");
        String publicKey = body.text("publicKey").orElse("");
        if (keyId.isEmpty() || person.isEmpty() || decoded(publicKey).length != Ed25519.KEY_BYTES) {
            throw bad(place, "the enrolment does not name a key id, a person and a public key");
        }
        Enrolled enrolled = new Enrolled(person, publicKey, false);
        Enrolled before = keys.putIfAbsent(keyId, enrolled);
        if (before != null) {
            throw bad(place, "the key id `" + keyId + "` is enrolled a second time");
        }
        Optional<Value> proof = body.member("proof");
        if (proof.isPresent()) {
            Value payload = opened(proof.get(), enrolled, keyId, place).payload();
            requireSame(body, payload, "keyId", place);
            requireSame(body, payload, "person", place);
            requireSame(body, payload, "publicKey", place);
        }
    }

    /** Lets a key not count any more. */
    void revoke(Value body, Rejection.Place place) throws Rejection {
        String keyId = body.text("keyId").orElse("");
        Enrolled enrolled = Optional.ofNullable(keys.get(keyId))
                .orElseThrow(() -> bad(place, "the revoked key `" + keyId + "` was not enrolled before"));
        keys.put(keyId, new Enrolled(enrolled.person(), enrolled.publicKey(), true));
    }

    /** Opens a statement that may be made once. */
    Signed open(Value envelope, Rejection.Place place) throws Rejection {
        String keyId = signature(envelope, place).text("keyid").orElse("");
        Enrolled signer = Optional.ofNullable(keys.get(keyId))
                .orElseThrow(
                        () -> bad(place, "the vote is signed by `" + keyId + "`, which is not enrolled before it"));
        if (signer.revoked()) {
            throw bad(place, "the vote is signed by `" + keyId + "`, which was revoked before it");
        }
        Signed signed = opened(envelope, signer, keyId, place);
        String message = envelope.text("payloadType").orElse("") + "\n"
                + envelope.text("payload").orElse("") + "\n" + keyId;
        if (!seen.add(Sha256.spelled(message))) {
            throw bad(place, "the vote by `" + keyId + "` was counted before");
        }
        return signed;
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

    private static Signed opened(Value envelope, Enrolled signer, String keyId, Rejection.Place place)
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
            return new Signed(signer.person(), keyId, CanonicalParser.parse(payload));
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

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            return new byte[0];
        }
    }
}
