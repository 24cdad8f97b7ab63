package org.portcullis.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checks the cosignatures of witnesses (C2SP tlog-cosignature, Ed25519) on a checkpoint. */
final class Cosignatures {

    private static final int TIME_BYTES = 8;

    private Cosignatures() {}

    /**
     * Gives the time of each cosignature by a witness of the policy, under the witness's name there; lines of keys that are
     * not in the policy are not judged.
     */
    static SortedMap<String, Instant> of(SignedRoot.Cosigned note, TlogPolicy policy, Rejection.Place place)
            throws Rejection {
        SortedMap<String, Instant> times = new TreeMap<>();
        for (SignatureLine line : note.others()) {
            for (Map.Entry<String, NoteKey> witness : policy.witnesses().entrySet()) {
                if (line.claims(witness.getValue())) {
                    Instant at = time(note.root(), line, witness.getValue(), place);
                    times.merge(witness.getKey(), at, (one, other) -> one.isBefore(other) ? one : other);
                }
            }
        }
        return times;
    }

    private static Instant time(SignedRoot root, SignatureLine line, NoteKey witness, Rejection.Place place)
            throws Rejection {
        byte[] timed = line.signature();
        Rejection broken = new Rejection(
                Outcome.TAMPERED,
                place,
                "the cosignature of `" + witness.name() + "` on the root over " + root.size()
                        + " entries does not hold");
        if (timed.length < TIME_BYTES) {
            throw broken;
        }
        ByteBuffer parts = ByteBuffer.wrap(timed);
        long seconds = parts.getLong();
        byte[] signature = new byte[parts.remaining()];
        parts.get(signature);
        byte[] message = ("cosignature/v1\ntime " + seconds + "\n" + root.signed()).getBytes(StandardCharsets.UTF_8);
        if (seconds < 0 || !Ed25519.accepts(witness.publicKey(), message, signature)) {
            throw broken;
        }
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException beyondAnyCalendar) {
            throw broken;
        }
    }
}
