package org.portcullis.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.portcullis.engine.journal.EntryChain;
import org.portcullis.engine.journal.JournalFailure;

/**
 * Publishes durable entries on a thread of its own: tiles and bundles first, the checkpoint last.
 *
 * <p>The writer thread hands over what is durable and signed, and waits while more than a bound of bytes is not yet
 * taken: evidence is published late, never left out. A publication that fails stops the journal.
 *
 * <p>An entry that is durable is published when a duration is over, whether or not more entries come or anybody asks. It
 * measures how long, never what time it is: no byte that is written depends on it.
 *
 * <p>{@link #hand}, {@link #ask} and {@link #close} are the writer thread's; the rest is the publishing thread's, or the
 * opening thread's before it starts.
 */
final class Publisher implements Runnable {

    /** The bytes of entries that may wait for the publishing thread. */
    static final long MAX_WAITING_BYTES = 64L << 20;

    /** The bytes of full tiles and bundles after which a publication is due, however few entries they are. */
    private static final long MAX_UNWRITTEN_BYTES = 32L << 20;

    private final Layout layout;
    private final Device.Opening disk;
    private final Tiles tiles;
    private final Schedule schedule;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Step> waiting = new ArrayDeque<>();
    private long waitingBytes;
    private boolean closed;
    private boolean abandoned;
    private Optional<JournalFailure> failure = Optional.empty();

    private String note = "";
    private long size;
    private long publishedSize;

    /** When the first entry that is not published was handed over, by {@link System#nanoTime}; says nothing when all are published. */
    private long unpublishedSinceNanos;

    private Runnable onFailure = () -> {};

    Publisher(Layout layout, Device.Opening disk, Tiles tiles, Place place, Schedule schedule) {
        this.layout = layout;
        this.disk = disk;
        this.tiles = tiles;
        this.schedule = schedule;
        this.note = place.note();
        this.size = place.size();
        this.publishedSize = place.publishedSize();
    }

    /**
     * Is where the publishing goes on.
     *
     * @param note the last signed root; empty where there is none over the size
     * @param size how many entries the tiles have
     * @param publishedSize how many entries the published checkpoint is over
     */
    record Place(String note, long size, long publishedSize) {}

    /**
     * Says when a publication is due, and how much may wait for it.
     *
     * @param entries how many unpublished entries make it due
     * @param within how long after an entry was handed over it is due
     * @param maxWaitingBytes the bytes of entries that may wait for the publishing thread
     */
    record Schedule(int entries, Duration within, long maxWaitingBytes) {

        static Schedule of(JournalLimits limits) {
            return new Schedule(limits.entriesPerPublication(), limits.publishedWithin(), MAX_WAITING_BYTES);
        }
    }

    /** Is durable entries with the signed root over them and when they came, or somebody who waits for their publication. */
    private record Step(
            List<EntryChain.Link> entries, String note, long bytes, long handedNanos, Optional<Commit> asked) {}

    /** Says what is to be done when publishing fails, so that a writer that waits for commits learns of it. */
    void onFailure(Runnable action) {
        onFailure = action;
    }

    /** Hands over entries that are durable, with the signed root over everything up to them; waits while there is no room. */
    void hand(List<EntryChain.Link> entries, String signedRoot) throws IOException {
        long bytes = 0;
        for (EntryChain.Link link : entries) {
            bytes += link.encoded().bytes().length;
        }
        lock.lock();
        try {
            while (failure.isEmpty() && waitingBytes > 0 && waitingBytes + bytes > schedule.maxWaitingBytes()) {
                changed.awaitUninterruptibly();
            }
            requireGoing();
            waitingBytes += bytes;
            waiting.add(new Step(entries, signedRoot, bytes, System.nanoTime(), Optional.empty()));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks for the publication of everything handed over so far; tells the commit when it is durable. */
    void ask(Commit commit) throws IOException {
        lock.lock();
        try {
            requireGoing();
            waiting.add(new Step(List.of(), "", 0, System.nanoTime(), Optional.of(commit)));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the publishing thread publish what was handed over and end. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets the publishing thread end without publishing what still waits. */
    void abandon() {
        lock.lock();
        try {
            closed = true;
            abandoned = true;
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the failure that ended the publishing. */
    Optional<JournalFailure> failure() {
        lock.lock();
        try {
            return failure;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void run() {
        List<Step> steps = List.of();
        unpublishedSinceNanos = System.nanoTime();
        try {
            while (awaitWork()) {
                steps = take();
                work(steps, false);
            }
            if (!isAbandoned()) {
                work(List.of(), true);
            }
        } catch (IOException | RuntimeException failed) {
            fail(failed, steps);
        }
    }

    /** Publishes what was handed over, on the opening thread. */
    void publishHere() throws IOException {
        List<Step> steps = new ArrayList<>(waiting);
        waiting.clear();
        waitingBytes = 0;
        work(steps, true);
    }

    private void work(List<Step> steps, boolean publishAll) throws IOException {
        boolean asked = publishAll;
        for (Step step : steps) {
            if (publishedSize == size) {
                unpublishedSinceNanos = step.handedNanos();
            }
            for (EntryChain.Link link : step.entries()) {
                tiles.append(link.entry().leafHash().hash(), link.encoded().bytes());
                size++;
            }
            note = step.note().isEmpty() ? note : step.note();
            asked |= step.asked().isPresent();
            if (tiles.unwrittenBytes() >= MAX_UNWRITTEN_BYTES) {
                publish();
            }
        }
        if (asked || size - publishedSize >= schedule.entries() || nanosUntilDue() <= 0) {
            publish();
        }
        steps.forEach(step -> step.asked().ifPresent(commit -> commit.succeed(List.of())));
    }

    /** Writes tiles and bundles, then the checkpoint over them, then deletes what it does not need. */
    private void publish() throws IOException {
        if (publishedSize == size) {
            return;
        }
        commit(tiles::write);
        commit(batch -> batch.put(layout.checkpoint(), note.getBytes(StandardCharsets.UTF_8)));
        publishedSize = size;
        tiles.deleteOutdated(disk);
    }

    private void commit(Filling filling) throws IOException {
        FileBatch batch = new FileBatch(layout, disk);
        boolean done = false;
        try {
            filling.fill(batch);
            batch.commit();
            done = true;
        } finally {
            if (!done) {
                batch.abandon();
            }
        }
    }

    /** Adds files to a batch. */
    @FunctionalInterface
    private interface Filling {

        void fill(FileBatch batch) throws IOException;
    }

    /** Returns when there are steps to take or a publication is due; false when there will be none. */
    private boolean awaitWork() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed && nanosUntilDue() > 0) {
                try {
                    changed.awaitNanos(nanosUntilDue());
                } catch (InterruptedException ignored) {
                    // Reason: close and abandon alone end this thread, and an interruption that is kept would close the
                    // files of the next publication.
                }
            }
            return !waiting.isEmpty() || !closed;
        } finally {
            lock.unlock();
        }
    }

    /** The nanoseconds until a publication is due, negative when it is late; the largest number when all are published. */
    private long nanosUntilDue() {
        return publishedSize == size
                ? Long.MAX_VALUE
                : schedule.within().toNanos() - (System.nanoTime() - unpublishedSinceNanos);
    }

    /** Takes all steps that wait. */
    private List<Step> take() {
        lock.lock();
        try {
            List<Step> steps = new ArrayList<>(waiting);
            waiting.clear();
            waitingBytes = 0;
            changed.signalAll();
            return steps;
        } finally {
            lock.unlock();
        }
    }

    private boolean isAbandoned() {
        lock.lock();
        try {
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    private void fail(Exception cause, List<Step> steps) {
        JournalFailure stopped = new JournalFailure(
                JournalFailure.Kind.STOPPED, "the journal has stopped, because publishing failed: " + cause, cause);
        List<Step> left = new ArrayList<>(steps);
        lock.lock();
        try {
            failure = Optional.of(stopped);
            left.addAll(waiting);
            waiting.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        // First nobody appends any more, then those who asked learn why: who was told of the failure finds the journal
        // stopped.
        onFailure.run();
        left.forEach(step -> step.asked().ifPresent(commit -> commit.fail(stopped)));
    }

    private void requireGoing() throws IOException {
        if (failure.isPresent()) {
            throw new IOException(String.valueOf(failure.get().getMessage()), failure.get());
        }
    }
}
