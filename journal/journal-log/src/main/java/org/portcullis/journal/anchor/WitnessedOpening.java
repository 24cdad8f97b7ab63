package org.portcullis.journal.anchor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.Checkpoint;
import org.portcullis.journal.OpeningCheck;
import org.portcullis.journal.VerifierKey;

/**
 * Asks the witnesses of a policy what they have seen of a journal before it is opened for writing.
 *
 * <p>A journal that was put back to an earlier state, or rewritten by the holder of its key, is refused: below the size that a
 * witness has, on a fork of it, and when those who answer are fewer than the policy needs. An answer counts when it is empty,
 * or a note that the witness cosigned; a note without its cosignature is no answer. Immutable once it is built.
 */
public final class WitnessedOpening implements OpeningCheck {

    private final WitnessPolicy policy;
    private final SortedMap<String, Witness> witnesses;
    private final SignatureCheck check = new BothProviders();

    private WitnessedOpening(WitnessPolicy policy, Map<String, Witness> witnesses) {
        this.policy = policy;
        this.witnesses = new TreeMap<>(witnesses);
    }

    /** Asks these witnesses, by their names in the policy. */
    public static WitnessedOpening of(WitnessPolicy policy, Map<String, Witness> witnesses) {
        return new WitnessedOpening(policy, witnesses);
    }

    /** Asks every witness of the policy that has an address, over HTTP. */
    public static WitnessedOpening byAddress(WitnessPolicy policy) {
        Map<String, Witness> witnesses = new TreeMap<>();
        policy.witnesses().forEach((name, known) -> {
            if (!known.address().isEmpty()) {
                witnesses.put(name, new HttpWitness(java.net.URI.create(known.address())));
            }
        });
        return new WitnessedOpening(policy, witnesses);
    }

    @Override
    public List<String> seen(VerifierKey key) throws JournalFailure {
        Set<String> answered = new HashSet<>();
        List<String> notes = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        for (Map.Entry<String, WitnessPolicy.Known> known : policy.witnesses().entrySet()) {
            String name = known.getKey();
            try {
                Optional<String> latest = latest(name, key.name());
                if (latest.isPresent()) {
                    requireCosigned(latest.get(), known.getValue().key());
                    notes.add(latest.get());
                }
                answered.add(name);
            } catch (IOException failed) {
                silent.add("`" + name + "` (" + failed.getMessage() + ")");
            }
        }
        if (!policy.isMet(answered)) {
            throw new JournalFailure(
                    JournalFailure.Kind.DAMAGED,
                    "the journal `" + key.name() + "` is not opened: too few witnesses answered, without "
                            + String.join(", ", silent) + "; start them or change the policy");
        }
        return notes;
    }

    private Optional<String> latest(String name, String origin) throws IOException {
        Witness witness = witnesses.get(name);
        if (witness == null) {
            throw new IOException("it has no address");
        }
        return witness.latest(origin);
    }

    private void requireCosigned(String note, WitnessKey witness) throws IOException {
        boolean cosigned = Checkpoint.read(note).isPresent()
                && CosignedNote.of(note).lines().stream()
                        .anyMatch(line -> witness.time(CosignedNote.of(note).text(), line, check)
                                .isPresent());
        if (!cosigned) {
            throw new IOException("its answer is not cosigned with its key");
        }
    }
}
