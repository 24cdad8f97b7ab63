package org.portcullis.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.EntryChain;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;

/**
 * Does the writing: frames, force, tree, signature, publication, in this order. Mutable, for the writer thread (and for
 * the opening thread before that one starts).
 *
 * <p>INVARIANT: a root is signed only after the entries below it were forced; see {@code FileJournalTest}.
 */
final class Ledger implements Closeable {

    private final Layout layout;
    private final Signer signer;
    private final MerkleFrontier tree;
    private final Tiles tiles;
    private final SegmentWriter segments;
    private final int entriesPerPublication;

    private EntryChain place;
    private long publishedSize;

    Ledger(
            Layout layout,
            Signer signer,
            MerkleFrontier tree,
            Tiles tiles,
            Optional<Recovery.Found> found,
            Device.Opening opening,
            JournalSizes sizes)
            throws IOException {
        this.layout = layout;
        this.signer = signer;
        this.tree = tree;
        this.tiles = tiles;
        this.entriesPerPublication = sizes.entriesPerPublication();
        this.segments = found.isPresent()
                ? SegmentWriter.resume(layout, opening, sizes.segmentBytes(), found.get())
                : SegmentWriter.first(layout, opening, sizes.segmentBytes());
        this.place = found.map(Recovery.Found::place).orElse(EntryChain.start(signer.keyId()));
        this.publishedSize = found.map(Recovery.Found::publishedSize).orElse(0L);
    }

    /** Writes one record of the journal about itself and publishes it. */
    void write(JournalRecord record) throws IOException, JournalFailure {
        Commit commit = Commit.of(List.of(record));
        commit(List.of(commit));
        commit.await();
        publish();
    }

    /** Writes the records of a batch durably, signs the root over them, and tells the callers. */
    void commit(List<Commit> batch) throws IOException {
        List<Accepted> accepted = new ArrayList<>();
        EntryChain end = place;
        for (Commit commit : batch) {
            try {
                List<EntryChain.Link> links = links(commit.records(), end);
                accepted.add(new Accepted(commit, links));
                end = links.get(links.size() - 1).next();
            } catch (JournalFailure refused) {
                commit.fail(refused);
            }
        }
        if (accepted.isEmpty()) {
            return;
        }
        for (Accepted append : accepted) {
            for (EntryChain.Link link : append.links()) {
                Frame frame = new Frame(Frame.ENTRY, link.encoded().bytes());
                segments.write(frame, link.entry().index());
            }
        }
        segments.force();
        for (Accepted append : accepted) {
            grow(append.links());
        }
        place = end;
        segments.write(new Frame(Frame.ROOT, note()), tree.size());
        segments.flush();
        accepted.forEach(Accepted::succeed);
        if (tree.size() - publishedSize >= entriesPerPublication) {
            publish();
        }
    }

    /** Publishes what is not yet published: tiles first, then the checkpoint over them. */
    void publish() throws IOException {
        if (publishedSize == tree.size()) {
            return;
        }
        segments.force();
        tiles.write();
        layout.publish(layout.checkpoint(), note());
        tiles.deleteOutdated();
        publishedSize = tree.size();
    }

    /** Publishes and leaves files in which every byte is evidence. */
    void finish() throws IOException {
        publish();
        segments.trim();
    }

    @Override
    public void close() throws IOException {
        segments.close();
    }

    private static List<EntryChain.Link> links(List<JournalRecord> records, EntryChain start) throws JournalFailure {
        List<EntryChain.Link> links = new ArrayList<>(records.size());
        EntryChain end = start;
        for (JournalRecord record : records) {
            EntryChain.Link link = end.append(record);
            links.add(link);
            end = link.next();
        }
        return links;
    }

    private void grow(List<EntryChain.Link> durable) {
        for (EntryChain.Link link : durable) {
            byte[] leafHash = link.entry().leafHash().hash();
            tree.append(leafHash);
            tiles.append(leafHash, link.encoded().bytes());
        }
    }

    private byte[] note() {
        return new Checkpoint(signer.keyId(), tree.size(), tree.root())
                .signedBy(signer)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Is an append whose records were put in place. */
    private record Accepted(Commit commit, List<EntryChain.Link> links) {

        void succeed() {
            commit.succeed(links.stream().map(EntryChain.Link::entry).toList());
        }
    }
}
