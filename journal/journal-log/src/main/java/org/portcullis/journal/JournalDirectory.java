package org.portcullis.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * signatures: that is the work of the stand-alone verifier. It MUST NOT be taken for proof. Who asks for some types gets
 * these with their frames and places checked, and the frames of the others.
 */
public final class JournalDirectory implements EntrySource {

    private final Layout layout;
    private final Bundles bundles;

    private JournalDirectory(Layout layout) {
        this.layout = layout;
        this.bundles = new Bundles(new PublishedFiles(layout));
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
        TileTree tree = tree(note);
        if (index < 0 || index >= tree.size()) {
            throw new IllegalArgumentException(
                    "entry " + index + " is not among the " + tree.size() + " published entries");
        }
        StringBuilder proof = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + index + "\n");
        for (byte[] hash : tree.inclusion(index)) {
            proof.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        }
        return proof.append('\n').append(note).toString();
    }

    /**
     * Gives the proof that the journal of one size goes on from the journal of an earlier one: RFC 6962, section 2.1.2.
     *
     * @param from the earlier size, at least 1
     * @param to the later size, at most the published one
     * @throws IllegalArgumentException when the sizes are not in this order or not published
     */
    public List<byte[]> consistencyProof(long from, long to) throws IOException, JournalFailure {
        long published = tree().size();
        if (to > published) {
            throw new IllegalArgumentException(
                    "size " + to + " is not published; the checkpoint covers " + published + " entries");
        }
        return TileTree.of(layout.directory(), to).consistency(from);
    }

    /** Gives how many entries the last signed root in the segments covers; 0 where there is none. */
    public long signedSize() throws IOException {
        List<Path> segments = layout.segmentFiles();
        for (int i = segments.size() - 1; i >= 0; i--) {
            SegmentScan scan = SegmentScan.of(segments.get(i));
            String name = String.valueOf(segments.get(i).getFileName());
            long size = 0;
            if (!scan.startsAt(Long.parseLong(name.substring(0, name.indexOf('.'))))) {
                continue;
            }
            for (Optional<Frame> frame = scan.next(); frame.isPresent(); frame = scan.next()) {
                if (frame.get().type() == Frame.ROOT) {
                    String note = new String(frame.get().payload(), StandardCharsets.UTF_8);
                    size = Checkpoint.read(note).map(Checkpoint::size).orElse(size);
                }
            }
            if (size > 0) {
                return size;
            }
        }
        return 0;
    }

    /** Gives the tree over the published entries. */
    public TileTree tree() throws IOException, JournalFailure {
        return tree(checkpoint().orElse(""));
    }

    private TileTree tree(String note) throws IOException, JournalFailure {
        Optional<Checkpoint> published = Checkpoint.read(note);
        TileTree tree =
                TileTree.of(layout.directory(), published.map(Checkpoint::size).orElse(0L));
        if (published.isPresent() && !tree.root().equals(published.get().root())) {
            throw new JournalFailure(
                    JournalFailure.Kind.DAMAGED,
                    "the tiles of journal `" + layout.directory()
                            + "` do not give the root that its checkpoint signs; verify the journal");
        }
        return tree;
    }

    /**
     * Gives the canonical bytes of a published entry from its bundle, without reading the entries before it.
     *
     * @throws IllegalArgumentException when the published checkpoint does not cover the entry
     * @throws JournalFailure with kind {@code DAMAGED} when the bundle is not whole
     */
    public byte[] entryBytes(long index) throws IOException, JournalFailure {
        long size =
                Checkpoint.read(checkpoint().orElse("")).map(Checkpoint::size).orElse(0L);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("entry " + index + " is not among the " + size + " published entries");
        }
        return bundles.entry(index, size);
    }

    /** Gives the canonical bytes of an entry, which are what its proof speaks of. */
    public static byte[] entryBytes(JournalEntry entry) throws JournalFailure {
        JournalRecord record =
                new JournalRecord(entry.type(), entry.at(), entry.correlation(), entry.packFingerprint(), entry.body());
        return EntryFormat.encode(record, entry.index(), entry.writer(), entry.previous());
    }

    /** Gives the last entry, from the last segment alone; nothing where there is none in it. */
    public Optional<JournalEntry> last() throws IOException, JournalFailure {
        List<Path> segments = layout.segmentFiles();
        for (int i = segments.size() - 1; i >= 0; i--) {
            SegmentScan scan = SegmentScan.of(segments.get(i));
            String name = String.valueOf(segments.get(i).getFileName());
            Optional<Frame> last = Optional.empty();
            if (scan.startsAt(Long.parseLong(name.substring(0, name.indexOf('.'))))) {
                for (Optional<Frame> frame = scan.next(); frame.isPresent(); frame = scan.next()) {
                    last = frame.get().type() == Frame.ENTRY ? frame : last;
                }
            }
            if (last.isPresent()) {
                return Optional.of(EntryFormat.decode(last.get().payload()));
            }
        }
        return Optional.empty();
    }

    @Override
    public void forEach(Consumer<JournalEntry> visitor) throws JournalFailure {
        walk(new Walk(Optional.empty(), visitor));
    }

    @Override
    public void forEach(Set<String> types, Consumer<JournalEntry> visitor) throws JournalFailure {
        walk(new Walk(Optional.of(types), visitor));
    }

    private void walk(Walk walk) throws JournalFailure {
        try {
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

        /** How often the end of an open journal is looked at again while a frame there is half written. */
        private static final int MAX_LOOKS = 16;

        private final Optional<Set<String>> types;
        private final Consumer<JournalEntry> visitor;
        private long nextIndex;
        private Digest previous = EntryFormat.NO_ENTRY;

        /** Shows the entries of some types, or all where none are named. */
        Walk(Optional<Set<String>> types, Consumer<JournalEntry> visitor) {
            this.types = types;
            this.visitor = visitor;
        }

        void segment(Path file, boolean last) throws IOException, JournalFailure {
            SegmentScan scan = SegmentScan.of(file);
            if (!scan.startsAt(nextIndex)) {
                throw damaged(file, "its head does not name entry " + nextIndex);
            }
            frames(scan, file);
            for (int look = 0; last && look < MAX_LOOKS && scan.ending() == SegmentScan.Ending.BROKEN; look++) {
                long before = scan.position();
                scan.lookAgain();
                frames(scan, file);
                look = scan.position() > before ? 0 : look;
            }
            SegmentScan.Ending ending = scan.ending();
            boolean whole = ending == SegmentScan.Ending.COMPLETE || (last && ending == SegmentScan.Ending.PADDED);
            if (!whole) {
                throw damaged(file, "entry " + nextIndex + " at byte " + scan.position() + " is not whole");
            }
        }

        private void frames(SegmentScan scan, Path file) throws IOException, JournalFailure {
            for (Optional<Frame> frame = scan.next(); frame.isPresent(); frame = scan.next()) {
                if (frame.get().type() == Frame.ENTRY) {
                    if (isWanted(frame.get().payload())) {
                        visit(EntryFormat.decode(frame.get().payload()), file);
                    }
                    nextIndex++;
                }
            }
        }

        private boolean isWanted(byte[] entry) {
            return types.isEmpty()
                    || EntryFormat.type(entry).map(types.get()::contains).orElse(true);
        }

        private void visit(JournalEntry entry, Path file) throws JournalFailure {
            boolean follows = types.isPresent() || entry.previous().equals(previous);
            if (entry.index() != nextIndex || !follows) {
                throw damaged(file, "entry " + nextIndex + " does not follow the entry before it");
            }
            previous = entry.leafHash();
            visitor.accept(entry);
        }

        private static JournalFailure damaged(Path file, String reason) {
            return new JournalFailure(
                    JournalFailure.Kind.DAMAGED, "segment `" + file.getFileName() + "` is damaged: " + reason);
        }
    }
}
