package org.portcullis.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.Digest;

/**
 * Reads the entries of a journal directory for replay and reports, while it is open or after it was closed.
 *
 * <p>Checks frames, canonical form, places and the chain of hashes, so that damage stops the reading. It does not check
 * signatures: that is the work of the stand-alone verifier. It MUST NOT be taken for proof.
 */
public final class JournalDirectory implements EntrySource {

    private final Layout layout;

    private JournalDirectory(Layout layout) {
        this.layout = layout;
    }

    /** Names a journal directory; {@link NoSuchFileException} when there is none. */
    public static JournalDirectory at(Path directory) throws NoSuchFileException {
        Layout layout = new Layout(directory);
        if (!Files.isDirectory(layout.segments())) {
            throw new NoSuchFileException(directory.toString(), null, "no journal there");
        }
        return new JournalDirectory(layout);
    }

    /** Gives the published checkpoint, a C2SP signed note, or nothing before the first publication. */
    public Optional<String> checkpoint() throws IOException {
        return Layout.read(layout.checkpoint());
    }

    /** Gives the verifier key that lies beside the evidence; compare it with a copy kept elsewhere. */
    public Optional<String> verifierKey() throws IOException {
        return Layout.read(layout.verifierKey()).map(String::strip);
    }

    /**
     * Gives the proof that an entry is in the journal, as C2SP tlog-proof writes it, so that the entry can be handed over
     * without the others.
     *
     * <p>The proof leads to the published checkpoint; the entry's bytes are {@link #entryBytes}.
     *
     * @throws IllegalArgumentException when the published checkpoint does not cover the entry
     */
    public String proof(long index) throws IOException, JournalFailure {
        String note = checkpoint().orElse("");
        long size = Checkpoint.read(note).map(Checkpoint::size).orElse(0L);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " is not among the " + size + " published entries");
        }
        List<byte[]> leaves = new ArrayList<>();
        forEach(entry -> leaves.add(entry.leafHash().hash()));
        StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        for (byte[] hash : MerklePath.of(leaves.subList(0, Math.toIntExact(size)), Math.toIntExact(index))) {
            proof.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        return proof.append('\n').append(note).toString();
    }

    /** Gives the canonical bytes of an entry, which are what its proof speaks of. */
    public static byte[] entryBytes(JournalEntry entry) throws JournalFailure {
        JournalRecord record =
                new JournalRecord(entry.type(), entry.at(), entry.correlation(), entry.packFingerprint(), entry.body());
        return EntryFormat.encode(record, entry.index(), entry.writer(), entry.previous());
    }

    @Override
    public void forEach(Consumer<JournalEntry> visitor) throws JournalFailure {
        try {
            Walk walk = new Walk(visitor);
            List<Path> segments = layout.segmentFiles();
            for (int i = 0; i < segments.size(); i++) {
                walk.segment(segments.get(i), i == segments.size() - 1);
            }
        } catch (IOException unreadable) {
            throw new JournalFailure(
                    JournalFailure.Kind.DAMAGED, "journal `" + layout.directory() + "` cannot be read", unreadable);
        }
    }

    /** Carries the expected place from segment to segment; mutable, for one walk. */
    private static final class Walk {

        private final Consumer<JournalEntry> visitor;
        private long nextIndex;
        private Digest previous = EntryFormat.NO_ENTRY;

        Walk(Consumer<JournalEntry> visitor) {
            this.visitor = visitor;
        }

        void segment(Path file, boolean last) throws IOException, JournalFailure {
            SegmentScan scan = SegmentScan.of(file);
            if (!scan.startsAt(nextIndex)) {
                throw damaged(file, "its head does not name entry " + nextIndex);
            }
            for (Optional<Frame> frame = scan.next(); frame.isPresent(); frame = scan.next()) {
                if (frame.get().type() == Frame.ENTRY) {
                    visit(EntryFormat.decode(frame.get().payload()), file);
                }
            }
            SegmentScan.Ending ending = scan.ending();
            boolean whole = ending == SegmentScan.Ending.COMPLETE || (last && ending == SegmentScan.Ending.PADDED);
            if (!whole) {
                throw damaged(file, "entry " + nextIndex + " at byte " + scan.position() + " is not whole");
            }
        }

        private void visit(JournalEntry entry, Path file) throws JournalFailure {
            if (entry.index() != nextIndex || !entry.previous().equals(previous)) {
                throw damaged(file, "entry " + nextIndex + " does not follow the entry before it");
            }
            nextIndex++;
            previous = entry.leafHash();
            visitor.accept(entry);
        }

        private static JournalFailure damaged(Path file, String reason) {
            return new JournalFailure(
                    JournalFailure.Kind.DAMAGED, "segment `" + file.getFileName() + "` is damaged: " + reason);
        }
    }
}
