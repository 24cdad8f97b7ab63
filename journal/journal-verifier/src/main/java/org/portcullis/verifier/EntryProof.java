package org.portcullis.verifier;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies one entry that was handed over without its journal, with a {@code .tlog-proof} beside it (C2SP tlog-proof: the
 * index, the hashes up to the root, and the checkpoint that signs the root).
 */
final class EntryProof {

    private static final Pattern FORM = Pattern.compile(
            "c2sp\\.org/tlog-proof@v1\nindex (0|[1-9][0-9]{0,15})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n(.+)",
            Pattern.DOTALL);

    private EntryProof() {}

    /** Gives the verdict on the entry's bytes; the key is always one that the examiner trusts. */
    static Verdict verify(byte[] entry, String proof, Terms terms) {
        Matcher form = FORM.matcher(proof);
        Rejection.Place place = Rejection.Place.of("proof");
        try {
            if (!form.matches()) {
                throw new Rejection(Outcome.ILL_FORMED, place, "it is not a proof of one entry");
            }
            long index = Long.parseLong(form.group(1));
            SignedRoot.Cosigned note =
                    SignedRoot.readCosigned(form.group(3).getBytes(StandardCharsets.UTF_8), place.entry(index));
            SignedRoot root = note.root();
            root.requireSignedBy(key(root, terms), place.entry(index));
            InclusionProof.Place leaf = new InclusionProof.Place(index, root.size());
            byte[] signedRoot = Base64.getDecoder().decode(root.rootBase64());
            if (!InclusionProof.holds(leaf, Sha256.leaf(entry), path(form.group(2)), signedRoot)) {
                throw new Rejection(
                        Outcome.TAMPERED, place.entry(index), "the entry is not the one that the checkpoint signs");
            }
            Vouched vouched = vouched(note, terms, place.entry(index));
            return verdict(
                    Outcome.VALID,
                    place.entry(index),
                    "the entry is number " + index + " of the " + root.size()
                            + " that were signed with the trusted key",
                    vouched.assurance(root.size(), root.size()));
        } catch (Rejection rejection) {
            return verdict(
                    rejection.outcome(), rejection.place(), String.valueOf(rejection.getMessage()), Assurance.NONE);
        }
    }

    /** Gives the trusted key of the journal that the checkpoint speaks of, or any other for the refusal to name. */
    private static NoteKey key(SignedRoot root, Terms terms) {
        return terms.keys().stream()
                .filter(key -> root.line().claims(key))
                .findFirst()
                .orElse(terms.keys().get(0));
    }

    private static Vouched vouched(SignedRoot.Cosigned note, Terms terms, Rejection.Place place) throws Rejection {
        Vouched vouched = new Vouched();
        if (terms.policy().isPresent()) {
            TlogPolicy policy = terms.policy().get();
            Optional<Instant> met = policy.metAt(Cosignatures.of(note, policy, place));
            if (policy.needsWitnesses() && met.isEmpty()) {
                throw new Rejection(
                        Outcome.UNWITNESSED, place, "not enough witnesses of the policy vouch for the checkpoint");
            }
            met.ifPresent(at -> vouched.witnessed(note.root().size(), at));
        }
        return vouched;
    }

    private static Verdict verdict(Outcome outcome, Rejection.Place place, String sentence, Assurance assurance) {
        Counts counts = new Counts(outcome == Outcome.VALID ? 1 : 0, 0, 0, 0, 0, 0);
        return new Verdict(
                outcome,
                place.entry(),
                Optional.empty(),
                OptionalLong.empty(),
                sentence,
                counts,
                true,
                assurance,
                List.of());
    }

    private static List<byte[]> path(String lines) {
        List<byte[]> path = new ArrayList<>();
        lines.lines().forEach(line -> path.add(Base64.getDecoder().decode(line)));
        return path;
    }
}
