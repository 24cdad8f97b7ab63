package org.portcullis.journal.anchor;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.flow.NonceSource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.Checkpoint;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.VerifierKey;

/**
 * Takes the published checkpoint of a journal to witnesses and to a timestamp authority, and keeps what they say beside the
 * journal, in {@code anchors/<size>}.
 *
 * <p>It reads published files alone, so it works beside an open journal and never holds up its writer; call it on a thread of
 * its own. What one witness gives is kept when another fails, and a later call asks for what is still missing. Mutable; one at
 * a time for a journal.
 *
 * <pre>{@code
 * Anchoring anchoring = Anchoring.of(directory, key, policy).askingByAddress();
 * Anchored now = anchoring.anchor(clock.instant());
 * }</pre>
 */
public final class Anchoring {

    /** How far the time in an answer may be from the caller's: an answer that is farther off is not kept. */
    public static final Duration MAX_SKEW = Duration.ofMinutes(10);

    private final Path directory;
    private final VerifierKey key;
    private final WitnessPolicy policy;
    private final SignatureCheck check = new BothProviders();
    private final SortedMap<String, Witness> witnesses = new TreeMap<>();

    /** The size that each witness is believed to have. */
    private final Map<String, Long> sizes = new TreeMap<>();

    private final List<Stamping> stamping = new ArrayList<>();

    private Anchoring(Path directory, VerifierKey key, WitnessPolicy policy) {
        this.directory = directory;
        this.key = key;
        this.policy = policy;
    }

    /**
     * Names the journal and the policy; who is asked is said next.
     *
     * @param key the journal's key
     */
    public static Anchoring of(Path directory, VerifierKey key, WitnessPolicy policy) {
        return new Anchoring(directory, key, policy);
    }

    /** Asks a witness of the policy too. */
    public Anchoring asking(String name, Witness witness) {
        if (!policy.witnesses().containsKey(name)) {
            throw new IllegalArgumentException("the policy has no witness `" + name + "`");
        }
        witnesses.put(name, witness);
        return this;
    }

    /** Asks every witness of the policy that has an address, over HTTP. */
    public Anchoring askingByAddress() {
        policy.witnesses().forEach((name, known) -> {
            if (!known.address().isEmpty()) {
                witnesses.put(name, new HttpWitness(java.net.URI.create(known.address())));
            }
        });
        return this;
    }

    /**
     * Asks a timestamp authority too.
     *
     * @param trust what its answers are checked with
     * @param nonces at least 128 bits in hexadecimal digits each
     */
    public Anchoring stampedBy(TimestampAuthority authority, TimestampCheck trust, NonceSource nonces) {
        stamping.add(new Stamping(authority, trust, nonces));
        return this;
    }

    /**
     * Anchors the published checkpoint; asks nobody for what is there already.
     *
     * @param now the time of the call
     * @throws JournalFailure with kind {@code DAMAGED} when what lies in the directory does not fit together
     * @throws IOException when files cannot be read or written; not when somebody does not answer, which is reported
     */
    public Anchored anchor(Instant now) throws IOException, JournalFailure {
        JournalDirectory journal = JournalDirectory.at(directory);
        String note = journal.checkpoint().orElse("");
        Checkpoint checkpoint = Checkpoint.open(note, key, check)
                .orElseThrow(() -> damaged("its published checkpoint is not signed by the key `" + key.name() + "`"));
        String root = CosignedNote.of(note).root();
        AnchorFolder folder = new AnchorFolder(directory, checkpoint.size());
        Optional<String> present = AnchorFolder.read(folder.root());
        if (present.isEmpty()) {
            // Nobody is told of a tree that the tiles do not have.
            journal.tree();
            folder.begin(root);
        } else if (!present.get().equals(root)) {
            throw damaged("`" + folder.name(folder.root()) + "` is not its published checkpoint");
        }
        List<String> failures = new ArrayList<>();
        SortedMap<String, Instant> cosigned = witness(journal, folder, root, now, failures);
        Optional<Instant> timestamped = stamp(folder, root, now, failures);
        return new Anchored(checkpoint.size(), cosigned, policy.metAt(cosigned), timestamped, failures);
    }

    private SortedMap<String, Instant> witness(
            JournalDirectory journal, AnchorFolder folder, String root, Instant now, List<String> failures)
            throws IOException, JournalFailure {
        CosignedNote note = kept(folder, root);
        SortedMap<String, Instant> times = times(note, folder);
        List<String> lines = new ArrayList<>(note.lines());
        for (Map.Entry<String, Witness> witness : witnesses.entrySet()) {
            String name = witness.getKey();
            if (!times.containsKey(name)) {
                try {
                    Cosignature cosignature = cosign(journal, folder.size(), root, name, witness.getValue(), now);
                    lines.add(cosignature.line());
                    times.put(name, cosignature.at());
                } catch (NotCosigned refused) {
                    failures.add("witness `" + name + "`: " + refused.getMessage());
                } catch (IOException silent) {
                    failures.add("witness `" + name + "` did not answer: " + silent);
                }
            }
        }
        if (lines.size() > note.lines().size()) {
            String whole = new CosignedNote(root, lines).note();
            folder.publish(folder.witnessed(), whole.getBytes(StandardCharsets.UTF_8));
        }
        return times;
    }

    private Cosignature cosign(
            JournalDirectory journal, long size, String root, String name, Witness witness, Instant now)
            throws IOException, JournalFailure, NotCosigned {
        long believed = Math.min(sizes.getOrDefault(name, 0L), size);
        Witness.Answer answer = witness.cosign(root, believed, proof(journal, believed, size));
        if (answer instanceof Witness.Answer.Conflict conflict && conflict.size() != believed) {
            if (conflict.size() > size) {
                throw new NotCosigned("it has cosigned " + conflict.size() + " entries and " + size
                        + " are published; was the journal put back");
            }
            answer = witness.cosign(root, conflict.size(), proof(journal, conflict.size(), size));
        }
        if (answer instanceof Witness.Answer.Cosigned cosigned) {
            Cosignature cosignature = checked(cosigned.lines(), root, name, now);
            sizes.put(name, size);
            return cosignature;
        }
        if (answer instanceof Witness.Answer.Refused refused) {
            throw new NotCosigned("it refused: " + refused.reason());
        }
        throw new NotCosigned("it has cosigned another root over " + size + " entries; is the journal forked");
    }

    private static List<byte[]> proof(JournalDirectory journal, long from, long to) throws IOException, JournalFailure {
        return from == 0 || from == to ? List.of() : journal.consistencyProof(from, to);
    }

    private Cosignature checked(String lines, String root, String name, Instant now) throws NotCosigned {
        WitnessKey witnessKey =
                Optional.ofNullable(policy.witnesses().get(name)).orElseThrow().key();
        for (String line : lines.lines().toList()) {
            Optional<Instant> at = witnessKey.time(CosignedNote.of(root).text(), line, check);
            if (at.isPresent()) {
                requireNow(at.get(), now);
                return new Cosignature(line, at.get());
            }
        }
        throw new NotCosigned("it answered with no cosignature of its key that holds");
    }

    private static void requireNow(Instant said, Instant now) throws NotCosigned {
        if (Duration.between(said, now).abs().compareTo(MAX_SKEW) > 0) {
            throw new NotCosigned("it says that it is " + said + " and here it is " + now);
        }
    }

    private Optional<Instant> stamp(AnchorFolder folder, String root, Instant now, List<String> failures)
            throws IOException, JournalFailure {
        byte[] bytes = root.getBytes(StandardCharsets.UTF_8);
        Optional<byte[]> kept = AnchorFolder.bytes(folder.timestamp());
        for (Stamping one : stamping) {
            try {
                if (kept.isPresent()) {
                    return Optional.of(one.trust().holds(bytes, kept.get()));
                }
                byte[] query =
                        TimestampCheck.query(bytes, new BigInteger(one.nonces().next(), 16));
                byte[] answer = one.authority().answer(query);
                Instant at = one.trust().accept(query, answer);
                requireNow(at, now);
                folder.publish(folder.timestamp(), answer);
                return Optional.of(at);
            } catch (RefusedTimestamp refused) {
                failures.add("timestamp: " + refused.reason());
            } catch (NotCosigned otherTime) {
                failures.add("timestamp: the authority is off: " + otherTime.getMessage());
            } catch (IOException silent) {
                failures.add("timestamp: the authority did not answer: " + silent);
            }
        }
        return Optional.empty();
    }

    private CosignedNote kept(AnchorFolder folder, String root) throws IOException, JournalFailure {
        Optional<String> kept = AnchorFolder.read(folder.witnessed());
        if (kept.isPresent() && !kept.get().startsWith(root)) {
            throw damaged("`" + folder.name(folder.witnessed()) + "` does not begin with its root");
        }
        return CosignedNote.of(kept.orElse(root));
    }

    private SortedMap<String, Instant> times(CosignedNote note, AnchorFolder folder) throws JournalFailure {
        try {
            return note.times(policy, check);
        } catch (CosignedNote.BadCosignature bad) {
            throw damaged("in `" + folder.name(folder.witnessed()) + "` " + bad.reason());
        }
    }

    private JournalFailure damaged(String reason) {
        return new JournalFailure(
                JournalFailure.Kind.DAMAGED, "journal `" + directory + "` cannot be anchored: " + reason);
    }

    private record Stamping(TimestampAuthority authority, TimestampCheck trust, NonceSource nonces) {}

    private record Cosignature(String line, Instant at) {}

    /** Is thrown when an answer came and is not what was asked for. */
    private static final class NotCosigned extends Exception {

        private static final long serialVersionUID = 1L;

        NotCosigned(String reason) {
            super(reason);
        }
    }
}
