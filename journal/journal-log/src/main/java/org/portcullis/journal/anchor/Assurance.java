package org.portcullis.journal.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.Checkpoint;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.TileTree;
import org.portcullis.journal.VerifierKey;

/**
 * Says how well each entry of a journal is assured: durable, published, witnessed, timestamped.
 *
 * <p>It is for showing evidence in the product: it checks the anchors and what stands in them, and takes the segments and the
 * tiles as {@link JournalDirectory} does. Proof is the work of the stand-alone verifier. Immutable.
 */
public final class Assurance {

    private final long durable;
    private final long published;
    private final List<State> witnessed;
    private final List<State> timestamped;

    private Assurance(long durable, long published, List<State> witnessed, List<State> timestamped) {
        this.durable = durable;
        this.published = published;
        this.witnessed = List.copyOf(witnessed);
        this.timestamped = List.copyOf(timestamped);
    }

    /** Is a size that others vouch for, and since when. */
    private record State(long size, Instant at) {}

    /**
     * Says what is known about one entry. Each level is said by itself: an entry may be timestamped and not witnessed.
     *
     * @param level the highest level that it has
     * @param witnessed since when enough witnesses vouch for it
     * @param timestamped the earliest time that an authority confirmed
     */
    public record Assured(Level level, Optional<Instant> witnessed, Optional<Instant> timestamped) {}

    /** Is a level of assurance, the lowest first. */
    public enum Level {
        /** No signed root covers it: nobody was promised anything. */
        WRITTEN,
        /** It is on the disk and a signed root covers it. */
        DURABLE,
        /** The published checkpoint covers it. */
        PUBLISHED,
        /** Enough witnesses cosigned a state that has it. */
        WITNESSED,
        /** A timestamp authority confirmed when there was a state that has it. */
        TIMESTAMPED
    }

    /**
     * Reads what is known about the entries of a journal.
     *
     * @param key the journal's key
     * @param policy which witnesses are enough
     * @param authorities whose tokens count; none where none is trusted, and every token must then be left aside
     * @throws JournalFailure with kind {@code DAMAGED} when an anchor is over another history, or what a trusted key signed
     *     does not hold
     */
    public static Assurance of(Path directory, VerifierKey key, WitnessPolicy policy, List<TimestampCheck> authorities)
            throws IOException, JournalFailure {
        JournalDirectory journal = JournalDirectory.at(directory);
        SignatureCheck check = new BothProviders();
        Optional<Checkpoint> checkpoint = Checkpoint.open(journal.checkpoint().orElse(""), key, check);
        long published = checkpoint.map(Checkpoint::size).orElse(0L);
        List<State> witnessed = new ArrayList<>();
        List<State> timestamped = new ArrayList<>();
        for (AnchorFolder anchor : AnchorFolder.of(directory)) {
            String root = root(anchor, key, check, published);
            witnessedAt(anchor, root, policy, check).ifPresent(at -> witnessed.add(new State(anchor.size(), at)));
            timestampedAt(anchor, root, authorities).ifPresent(at -> timestamped.add(new State(anchor.size(), at)));
        }
        return new Assurance(Math.max(journal.signedSize(), published), published, witnessed, timestamped);
    }

    /** Says what is known about an entry. */
    public Assured of(long index) {
        Optional<Instant> witnessedAt = since(witnessed, index);
        Optional<Instant> timestampedAt = since(timestamped, index);
        Level level = Level.WRITTEN;
        if (timestampedAt.isPresent()) {
            level = Level.TIMESTAMPED;
        } else if (witnessedAt.isPresent()) {
            level = Level.WITNESSED;
        } else if (index < published) {
            level = Level.PUBLISHED;
        } else if (index < durable) {
            level = Level.DURABLE;
        }
        return new Assured(level, witnessedAt, timestampedAt);
    }

    private static Optional<Instant> since(List<State> states, long index) {
        return states.stream()
                .filter(state -> state.size() > index)
                .map(State::at)
                .min(Comparator.naturalOrder());
    }

    private static String root(AnchorFolder anchor, VerifierKey key, SignatureCheck check, long published)
            throws IOException, JournalFailure {
        String root = AnchorFolder.read(anchor.root()).orElse("");
        Checkpoint signed = Checkpoint.open(root, key, check)
                .filter(opened -> opened.size() == anchor.size())
                .orElseThrow(() -> damaged(anchor, anchor.root(), "it is not signed by the key `" + key.name() + "`"));
        boolean extended = signed.size() <= published
                && TileTree.of(anchor.journal(), signed.size()).root().equals(signed.root());
        if (!extended) {
            throw damaged(anchor, anchor.root(), "the published journal is another history");
        }
        return root;
    }

    private static Optional<Instant> witnessedAt(
            AnchorFolder anchor, String root, WitnessPolicy policy, SignatureCheck check)
            throws IOException, JournalFailure {
        Optional<String> note = AnchorFolder.read(anchor.witnessed());
        if (note.isEmpty()) {
            return Optional.empty();
        }
        if (!note.get().startsWith(root)) {
            throw damaged(anchor, anchor.witnessed(), "it does not begin with the root");
        }
        try {
            return policy.metAt(CosignedNote.of(note.get()).times(policy, check));
        } catch (CosignedNote.BadCosignature bad) {
            throw damaged(anchor, anchor.witnessed(), bad.reason());
        }
    }

    private static Optional<Instant> timestampedAt(AnchorFolder anchor, String root, List<TimestampCheck> authorities)
            throws IOException, JournalFailure {
        Optional<byte[]> token = AnchorFolder.bytes(anchor.timestamp());
        if (token.isEmpty() || authorities.isEmpty()) {
            return Optional.empty();
        }
        String reason = "";
        for (TimestampCheck authority : authorities) {
            try {
                return Optional.of(authority.holds(root.getBytes(StandardCharsets.UTF_8), token.get()));
            } catch (RefusedTimestamp refused) {
                reason = refused.reason();
            }
        }
        throw damaged(anchor, anchor.timestamp(), reason);
    }

    private static JournalFailure damaged(AnchorFolder anchor, Path file, String reason) {
        return new JournalFailure(
                JournalFailure.Kind.DAMAGED, "anchor `" + anchor.name(file) + "` does not hold: " + reason);
    }
}
