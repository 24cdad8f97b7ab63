package org.portcullis.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.EntryChain;
import org.portcullis.engine.journal.EntryDraft;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;

/**
 * Does the writing: frames, force, tree, signature, in this order, and hands over to the {@link Publisher}. Mutable, for
 * the writer thread (and for the opening thread before that one starts).
 *
 * <p>INVARIANT: a root is signed only after the entries below it were forced; see {@code FileJournalTest}.
 */
final class Ledger implements Closeable {

    private final Signer signer;
    private final byte[] keyMark;
    private final MerkleFrontier tree;
    private final Publisher publisher;
    private final Thread publishing;
    private final SegmentWriter segments;

    /** Whether the last frame, when the journal was opened, was a signed root. */
    private final boolean rootIsLast;

    private EntryChain place;

    Ledger(
            Layout layout,
            Signer signer,
            MerkleFrontier tree,
            Tiles tiles,
            Optional<Recovery.Found> found,
            Device.Opening opening,
            JournalLimits limits)
            throws IOException {
        this.signer = signer;
        this.keyMark = VerifierKey.of(signer).keyHashBytes();
        this.tree = tree;
        Publisher.Place published = new Publisher.Place(
                found.map(Recovery.Found::lastNote).orElse(""),
                tree.size(),
                found.map(Recovery.Found::publishedSize).orElse(0L));
        this.publisher = new Publisher(layout, opening, tiles, published, Publisher.Schedule.of(limits));
        this.publishing = new Thread(publisher, "portcullis-journal-publisher");
        this.publishing.setDaemon(true);
        this.segments = found.isPresent()
                ? SegmentWriter.resume(layout, opening, limits.segmentBytes(), found.get())
                : SegmentWriter.first(layout, opening, limits.segmentBytes());
        this.rootIsLast = found.isPresent() && found.get().rootIsLast();
        this.place = found.map(Recovery.Found::place).orElse(EntryChain.start(signer.keyId()));
    }

    /** Writes one record of the journal about itself and publishes it, before {@link #start}. */
    void write(JournalRecord record) throws IOException, JournalFailure {
        Commit commit = Commit.of(List.of(EntryDraft.of(record, signer.keyId())));
        commit(List.of(commit));
        commit.await();
        publisher.publishHere();
    }

    /** Signs what is there, publishes it, and leaves files in which every byte is evidence; in place of {@link #start}. */
    void seal() throws IOException {
        segments.force();
        String note = note();
        if (!rootIsLast) {
            segments.write(Frame.ROOT, note.getBytes(StandardCharsets.UTF_8), tree.size());
            segments.force();
        }
        publisher.hand(List.of(), note);
        publisher.publishHere();
        segments.trim();
    }

    private String note() {
        return new Checkpoint(signer.keyId(), tree.size(), tree.root()).signedBy(signer, keyMark);
    }

    /** Starts the publishing thread. */
    void start(Runnable whenPublishingFails) {
        publisher.onFailure(whenPublishingFails);
        publishing.start();
    }

    /** Gives the failure that ended the publishing. */
    Optional<JournalFailure> publishingFailure() {
        return publisher.failure();
    }

    /** Writes the records of a batch durably, signs the root over them, and tells the callers. */
    void commit(List<Commit> batch) throws IOException {
        List<Accepted> accepted = new ArrayList<>(batch.size());
        EntryChain end = place;
        for (Commit commit : batch) {
            try {
                List<EntryChain.Link> links = links(commit.drafts(), end);
                accepted.add(new Accepted(commit, links));
                end = links.get(links.size() - 1).next();
            } catch (JournalFailure refused) {
                commit.fail(refused);
            }
        }
        if (accepted.isEmpty()) {
            return;
        }
        List<EntryChain.Link> durable = new ArrayList<>();
        for (Accepted append : accepted) {
            for (EntryChain.Link link : append.links()) {
                segments.write(Frame.ENTRY, link.encoded().bytes(), link.entry().index());
                durable.add(link);
            }
        }
        segments.force();
        for (EntryChain.Link link : durable) {
            tree.append(link.entry().leafHash().hash());
        }
        place = end;
        String note = note();
        segments.write(Frame.ROOT, note.getBytes(StandardCharsets.UTF_8), tree.size());
        segments.flush();
        accepted.forEach(Accepted::succeed);
        publisher.hand(durable, note);
    }

    /** Asks for a publication of everything committed so far. */
    void publish(Commit asked) throws IOException {
        publisher.ask(asked);
    }

    /** Publishes and leaves files in which every byte is evidence. */
    void finish() throws IOException {
        publisher.close();
        Threads.join(publishing);
        if (publisher.failure().isPresent()) {
            throw new IOException(publisher.failure().get());
        }
        segments.trim();
    }

    @Override
    public void close() throws IOException {
        publisher.abandon();
        Threads.join(publishing);
        segments.close();
    }

    private static List<EntryChain.Link> links(List<EntryDraft> drafts, EntryChain start) throws JournalFailure {
        List<EntryChain.Link> links = new ArrayList<>(drafts.size());
        EntryChain end = start;
        for (EntryDraft draft : drafts) {
            EntryChain.Link link = end.append(draft);
            links.add(link);
            end = link.next();
        }
        return links;
    }

    /** Is an append whose records were put in place. */
    private record Accepted(Commit commit, List<EntryChain.Link> links) {

        void succeed() {
            List<JournalEntry> entries = new ArrayList<>(links.size());
            for (EntryChain.Link link : links) {
                entries.add(link.entry());
            }
            commit.succeed(List.copyOf(entries));
        }
    }
}
