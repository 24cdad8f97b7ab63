package org.portcullis.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.portcullis.engine.journal.EntryChain;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Digest;

/**
 * Reads what lies in a journal directory when it is opened for writing, and refuses what nobody may go on from.
 *
 * <p>A torn tail is what a lost machine leaves: entries that nobody was promised. It is told apart from damage by what
 * stands behind it: a signed root is only ever written when everything before it is durable, so a signed root behind a
 * broken frame, a broken frame in an earlier segment, or fewer entries than the published checkpoint states is damage.
 * Mutable, for one thread.
 */
final class Recovery {

    private final Layout layout;
    private final Signer signer;
    private final SignatureCheck check;
    private final MerkleFrontier tree;
    private final Tiles tiles;
    private final SortedMap<Long, List<Attested>> attested;

    private EntryChain place;
    private String lastNote = "";
    private String lastType = "";
    private long lastRootSize;

    private Recovery(
            Layout layout,
            Signer signer,
            SignatureCheck check,
            MerkleFrontier tree,
            Tiles tiles,
            List<Attested> attested) {
        this.layout = layout;
        this.signer = signer;
        this.check = check;
        this.tree = tree;
        this.tiles = tiles;
        this.attested = attested.stream()
                .collect(Collectors.groupingBy(each -> each.checkpoint().size(), TreeMap::new, Collectors.toList()));
        this.place = EntryChain.start(signer.keyId());
    }

    /**
     * Is what was found.
     *
     * @param place where the next entry goes
     * @param segment the last segment
     * @param end the offset behind its last valid frame
     * @param dropped the digest of what stood behind it, when anything did
     * @param droppedBytes how many bytes that was
     * @param publishedSize the size that the published checkpoint states
     * @param lastNote the last signed root; empty where there is none
     * @param rootIsLast whether the last valid frame is a signed root
     * @param closed whether the journal was closed by its last writer
     * @param continued whether the last entry says that it goes on in another shard
     */
    record Found(
            EntryChain place,
            Path segment,
            long end,
            Optional<Digest> dropped,
            int droppedBytes,
            long publishedSize,
            String lastNote,
            boolean rootIsLast,
            boolean closed,
            boolean continued) {}

    /**
     * Grows the tree and the tiles from the segments; nothing where no journal was begun.
     *
     * @param attested checkpoints that the entries must agree with
     */
    static Optional<Found> read(
            Layout layout,
            Signer signer,
            SignatureCheck check,
            MerkleFrontier tree,
            Tiles tiles,
            List<Attested> attested)
            throws IOException, JournalFailure {
        return new Recovery(layout, signer, check, tree, tiles, attested).read();
    }

    private Optional<Found> read() throws IOException, JournalFailure {
        Optional<Checkpoint> published = published();
        List<Path> segments = layout.segmentFiles();
        Optional<SegmentScan> lastScan = Optional.empty();
        for (Path segment : segments) {
            if (lastScan.isPresent() && lastScan.get().ending() != SegmentScan.Ending.COMPLETE) {
                throw damaged(
                        "segment `" + segment.getFileName() + "` follows one that is broken at entry " + tree.size());
            }
            lastScan = Optional.of(segment(segment, published));
        }
        long size = published.map(Checkpoint::size).orElse(0L);
        if (tree.size() < size) {
            throw damaged("it holds " + tree.size() + " entries and its published checkpoint signs " + size);
        }
        if (tree.size() > 1 && published.isEmpty()) {
            throw damaged("it holds " + tree.size() + " entries and no published checkpoint");
        }
        if (!attested.isEmpty() && attested.lastKey() > tree.size()) {
            throw damaged("it holds " + tree.size() + " entries and "
                    + attested.getOrDefault(attested.lastKey(), List.of())
                            .get(0)
                            .where() + " is over " + attested.lastKey());
        }
        if (lastScan.isEmpty() || tree.size() == 0) {
            return Optional.empty();
        }
        return Optional.of(found(segments.get(segments.size() - 1), lastScan.get(), size));
    }

    private Found found(Path lastSegment, SegmentScan scan, long publishedSize) throws IOException, JournalFailure {
        refuseLaterRoot(scan);
        if (lastRootSize > 0 && Checkpoint.open(lastNote, signer, check).isEmpty()) {
            throw unsignedRoot();
        }
        byte[] rest = scan.rest();
        boolean closed = scan.ending() == SegmentScan.Ending.COMPLETE
                && publishedSize == tree.size()
                && lastRootSize == tree.size();
        return new Found(
                place,
                lastSegment,
                scan.position(),
                rest.length == 0 ? Optional.empty() : Optional.of(Digest.of(rest)),
                rest.length,
                publishedSize,
                lastNote,
                lastRootSize == tree.size(),
                closed,
                lastType.equals(JournalSeries.CONTINUED));
    }

    private Optional<Checkpoint> published() throws IOException, JournalFailure {
        Optional<String> note = Layout.read(layout.checkpoint());
        Optional<Checkpoint> opened = note.flatMap(text -> Checkpoint.open(text, signer, check));
        if (note.isPresent() && opened.isEmpty()) {
            throw damaged("its published checkpoint is not signed by the key `" + signer.keyId() + "`");
        }
        return opened;
    }

    private SegmentScan segment(Path file, Optional<Checkpoint> published) throws IOException, JournalFailure {
        SegmentScan scan = SegmentScan.of(file);
        if (!scan.startsAt(tree.size())) {
            if (scan.isBegun(tree.size())) {
                throw damaged("segment `" + file.getFileName() + "` does not start at entry " + tree.size());
            }
            return scan;
        }
        for (Optional<Frame> frame = scan.next(); frame.isPresent(); frame = scan.next()) {
            if (frame.get().type() == Frame.ENTRY) {
                entry(frame.get().payload(), published);
            } else {
                root(frame.get().payload());
            }
        }
        return scan;
    }

    private void entry(byte[] bytes, Optional<Checkpoint> published) throws IOException, JournalFailure {
        JournalEntry entry = EntryFormat.decode(bytes);
        boolean follows = entry.index() == place.nextIndex()
                && entry.previous().equals(place.previous())
                && entry.writer().equals(place.writer());
        if (!follows) {
            throw damaged("entry " + place.nextIndex() + " does not follow the entry before it");
        }
        byte[] leafHash = entry.leafHash().hash();
        tree.append(leafHash);
        tiles.append(leafHash, bytes);
        place = place.after(entry);
        lastType = entry.type();
        if (published.isPresent() && published.get().size() == tree.size()) {
            requireSame(published.get());
        }
        for (Attested elsewhere : attested.getOrDefault(tree.size(), List.of())) {
            if (!elsewhere.checkpoint().root().equals(tree.root())) {
                throw damaged(elsewhere.where() + " is over " + tree.size() + " other entries: the journal is forked");
            }
        }
    }

    private void root(byte[] note) throws JournalFailure {
        lastNote = new String(note, StandardCharsets.UTF_8);
        Checkpoint root = Checkpoint.read(lastNote).orElseThrow(this::unsignedRoot);
        if (root.size() != tree.size()) {
            throw damaged("a root of " + root.size() + " entries stands after " + tree.size());
        }
        requireSame(root);
        lastRootSize = root.size();
    }

    private JournalFailure unsignedRoot() {
        return damaged("the root over " + tree.size() + " entries is not signed by the key `" + signer.keyId() + "`");
    }

    private void requireSame(Checkpoint signed) throws JournalFailure {
        if (!signed.root().equals(tree.root())) {
            throw damaged("its " + signed.size() + " first entries are not the ones that were signed");
        }
    }

    /** A signed root behind the broken place proves that what stood before it was durable. */
    private void refuseLaterRoot(SegmentScan scan) throws IOException, JournalFailure {
        long end = scan.endOfRest();
        for (long offset = scan.position() + 1; offset < end; offset++) {
            Optional<Checkpoint> root = scan.at(offset)
                    .filter(frame -> frame.type() == Frame.ROOT)
                    .flatMap(frame ->
                            Checkpoint.open(new String(frame.payload(), StandardCharsets.UTF_8), signer, check));
            if (root.isPresent() && root.get().size() > tree.size()) {
                throw damaged("entry " + tree.size() + " at byte " + scan.position() + " is broken and "
                        + root.get().size() + " entries were signed");
            }
        }
    }

    private JournalFailure damaged(String reason) {
        return new JournalFailure(
                JournalFailure.Kind.DAMAGED, "journal `" + layout.directory() + "` cannot be gone on with: " + reason);
    }
}
