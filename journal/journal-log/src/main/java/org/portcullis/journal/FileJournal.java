package org.portcullis.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.journal.EntryDraft;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.model.json.JsonObject;

/**
 * Writes the journal to a directory: {@link #append} returns when the entries are on the storage device and a root over
 * them is signed.
 *
 * <p>One writer thread commits what callers on any number of threads have handed in since the last force, so the cost of
 * forcing is shared. A force that fails stops the journal for good: what the platform did with the pages is unknown, so
 * every later append fails until the directory is opened again and read back. The first entry is {@code journal.opened};
 * after a journal that was not closed, {@code journal.recovered} says what was found. Nothing here reads a clock.
 *
 * <pre>{@code
 * Signer key = KeyFile.create(keys.resolve("journal.key"), "example.org/desk", random, passphrase);
 * try (FileJournal journal = FileJournal.open(directory, key, now)) {
 *     journal.append(new JournalRecord("decision.blocked", now, "W-1", fingerprint, body));
 * }
 * }</pre>
 */
public final class FileJournal implements OpenJournal {

    /** The type of the first entry. */
    public static final String OPENED = "journal.opened";

    /** The type of the entry that follows an unclean end. */
    public static final String RECOVERED = "journal.recovered";

    /** The name of the format, as the first entry states it. */
    public static final String FORMAT = "portcullis-journal/1";

    private final CommitQueue queue;
    private final Thread writerThread;
    private final CommitLoop loop;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final Layout layout;
    private final String name;

    private FileJournal(
            Layout layout, String name, Ledger ledger, JournalLimits limits, FileChannel lockFile, FileLock lock) {
        this.layout = layout;
        this.name = name;
        this.queue = new CommitQueue(limits.queuedAppends());
        this.loop = new CommitLoop(queue, ledger);
        this.lockFile = lockFile;
        this.lock = lock;
        this.writerThread = new Thread(loop, "portcullis-journal");
        this.writerThread.setDaemon(true);
    }

    /**
     * Opens a journal directory for writing and begins the journal where there is none.
     *
     * <p>Reads everything back first: it refuses a directory whose entries are fewer than or different from what was
     * signed, whose key is another, or that is open elsewhere. A torn tail is cut off and {@link #RECOVERED} is written.
     *
     * @param directory the directory, created where it is missing; the key file MUST NOT lie in it
     * @param signer the journal's key; its key id is the journal's name (C2SP origin), without white space and {@code +}
     * @param at the time of the entry that opening writes, if it writes one
     * @throws JournalFailure with kind {@code DAMAGED} for evidence that nobody may go on from, {@code REFUSED} when it is
     *     open elsewhere or {@code at} lies before the latest entry, {@code STOPPED} when files cannot be written
     */
    public static FileJournal open(Path directory, Signer signer, Instant at) throws JournalFailure {
        return open(directory, signer, at, JournalLimits.DEFAULT);
    }

    /** Opens a journal directory with limits other than the default; see {@link #open(Path, Signer, Instant)}. */
    public static FileJournal open(Path directory, Signer signer, Instant at, JournalLimits limits)
            throws JournalFailure {
        return open(directory, signer, at, limits, OpeningCheck.NOBODY);
    }

    /**
     * Opens a journal directory unless somebody elsewhere has seen more of it or something else than it holds; see {@link
     * #open(Path, Signer, Instant)}.
     *
     * @param others is asked under the lock, before anything is read or written
     */
    public static FileJournal open(Path directory, Signer signer, Instant at, JournalLimits limits, OpeningCheck others)
            throws JournalFailure {
        return open(directory, signer, at, new Terms(limits, others, Device::file, Genesis.of(genesis(signer))));
    }

    /** Opens a journal over devices that may fail. */
    static FileJournal on(Path directory, Signer signer, Instant at, JournalLimits limits, Device.Opening disk)
            throws JournalFailure {
        return open(directory, signer, at, new Terms(limits, OpeningCheck.NOBODY, disk, Genesis.of(genesis(signer))));
    }

    /**
     * Says how a journal is opened.
     *
     * @param genesis the first entry, where there is none yet
     */
    record Terms(JournalLimits limits, OpeningCheck others, Device.Opening disk, Genesis genesis) {}

    /** Gives what a journal begins with when it is opened at an instant. */
    @FunctionalInterface
    interface Genesis {

        /** Gives the first entry. */
        JournalRecord at(Instant opened);

        /** Gives the first entry with a body, at the instant of opening. */
        static Genesis of(JsonObject body) {
            return opened -> new JournalRecord(OPENED, opened, "", "", body);
        }

        /** Gives the first entry with a body, at an instant that is given. */
        static Genesis of(JsonObject body, Instant at) {
            return opened -> new JournalRecord(OPENED, at, "", "", body);
        }
    }

    /** Gives the body of the first entry of a journal that follows no other. */
    static JsonObject genesis(Signer signer) {
        return JsonObject.of("format", FORMAT, "key", VerifierKey.of(signer).line());
    }

    static FileJournal open(Path directory, Signer signer, Instant at, Terms terms) throws JournalFailure {
        return locked(directory, signer, terms, held -> held.journal(at));
    }

    /**
     * Leaves a journal whose last entry says where it goes on as closing leaves it, whatever a machine that stopped kept of
     * that; writes no entry.
     */
    static void seal(Path directory, Signer signer, Terms terms) throws JournalFailure {
        FileJournal none = locked(directory, signer, terms, Held::sealed);
        none.release();
    }

    private static FileJournal locked(Path directory, Signer signer, Terms terms, Opened opened) throws JournalFailure {
        Layout layout = new Layout(directory);
        FileChannel lockFile = null;
        boolean done = false;
        try {
            Files.createDirectories(directory);
            lockFile = FileChannel.open(layout.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(directory, lockFile);
            FileJournal journal = opened.from(Held.read(layout, signer, terms, lockFile, lock));
            done = true;
            return journal;
        } catch (IOException failed) {
            throw new JournalFailure(
                    JournalFailure.Kind.STOPPED, "journal `" + directory + "` cannot be opened: " + failed, failed);
        } catch (SigningFailure unsigned) {
            throw new JournalFailure(
                    JournalFailure.Kind.STOPPED,
                    "journal `" + directory + "` cannot be opened: " + unsigned.getMessage(),
                    unsigned);
        } finally {
            if (!done) {
                closeQuietly(lockFile);
            }
        }
    }

    /** Makes a journal of what was read back. */
    @FunctionalInterface
    private interface Opened {

        FileJournal from(Held held) throws IOException, JournalFailure;
    }

    /** Is a locked directory that was read back. */
    private record Held(
            Layout layout,
            Signer signer,
            Terms terms,
            Optional<Recovery.Found> found,
            Ledger ledger,
            FileChannel lockFile,
            FileLock lock) {

        static Held read(Layout layout, Signer signer, Terms terms, FileChannel lockFile, FileLock lock)
                throws IOException, JournalFailure {
            requireSameKey(layout, VerifierKey.of(signer));
            MerkleFrontier tree = new MerkleFrontier();
            Tiles tiles = new Tiles(layout);
            BothProviders check = new BothProviders();
            List<Attested> attested = new ArrayList<>(Attested.seen(terms.others(), signer, check));
            attested.addAll(Attested.anchors(layout, signer, check));
            Optional<Recovery.Found> found = Recovery.read(layout, signer, check, tree, tiles, attested);
            layout.deleteUnfinished();
            Ledger ledger = new Ledger(layout, signer, tree, tiles, found, terms.disk(), terms.limits());
            return new Held(layout, signer, terms, found, ledger, lockFile, lock);
        }

        /** Writes what opening writes, and starts the threads. */
        FileJournal journal(Instant at) throws IOException, JournalFailure {
            boolean begun = false;
            try {
                if (found.isPresent() && found.get().continued()) {
                    throw new JournalFailure(
                            JournalFailure.Kind.REFUSED,
                            "journal `" + layout.directory()
                                    + "` goes on in another shard and is closed; name the folder of the series");
                }
                if (found.isEmpty()) {
                    String key = VerifierKey.of(signer).line() + "\n";
                    layout.publish(layout.verifierKey(), key.getBytes(StandardCharsets.UTF_8));
                    ledger.write(terms.genesis().at(at));
                } else if (!found.get().closed()) {
                    ledger.write(recoveredRecord(found.get(), at));
                }
                begun = true;
            } finally {
                if (!begun) {
                    ledger.close();
                }
            }
            FileJournal journal = ofThis();
            ledger.start(journal.loop::publishingFailed);
            journal.writerThread.start();
            return journal;
        }

        FileJournal sealed() throws IOException {
            try (ledger) {
                ledger.seal();
            }
            return ofThis();
        }

        private FileJournal ofThis() {
            return new FileJournal(layout, signer.keyId(), ledger, terms.limits(), lockFile, lock);
        }
    }

    @Override
    public List<JournalEntry> append(List<JournalRecord> records) throws JournalFailure {
        if (records.isEmpty()) {
            return List.of();
        }
        return handIn(records).await();
    }

    /**
     * Hands records in and returns without waiting for the storage device; it waits only while the queue is full.
     *
     * <p>The same promise as {@link #append(List)}, made when the stage completes: with the entries, or with the {@link
     * JournalFailure} that {@code append} throws. Records that one thread hands in are written in its order. What depends on
     * the stage runs on the writer thread and MUST NOT wait for anything.
     *
     * @throws JournalFailure with kind {@code REFUSED} for a record that no journal takes, {@code STOPPED} when the journal
     *     has stopped or is closed
     */
    public CompletionStage<List<JournalEntry>> appendLater(List<JournalRecord> records) throws JournalFailure {
        return records.isEmpty()
                ? CompletableFuture.completedStage(List.of())
                : handIn(records).outcome().minimalCompletionStage();
    }

    private Commit handIn(List<JournalRecord> records) throws JournalFailure {
        List<EntryDraft> drafts = new ArrayList<>(records.size());
        for (JournalRecord record : records) {
            drafts.add(EntryDraft.of(record, name));
        }
        Commit commit = Commit.of(drafts);
        queue.put(commit);
        return commit;
    }

    /**
     * Publishes the checkpoint, the tiles and the entry bundles over everything written so far, and returns when they are
     * durable.
     *
     * <p>It happens by itself as {@link JournalLimits} say, within a second unless they say otherwise, and at the end. Call it
     * where something is to be published at once, for example before an anchoring.
     */
    @Override
    public void publish() throws JournalFailure {
        Commit commit = Commit.of(List.of());
        queue.put(commit);
        commit.await();
    }

    /**
     * Writes what still waits, publishes, trims the last segment and ends; the second call does nothing.
     *
     * @throws JournalFailure with kind {@code STOPPED} when that failed or the journal had stopped before
     */
    @Override
    public void close() throws JournalFailure {
        queue.close(new JournalFailure(JournalFailure.Kind.STOPPED, "journal `" + layout.directory() + "` is closed"));
        Threads.join(writerThread);
        release();
        if (loop.failure().isPresent()) {
            JournalFailure stopped = loop.failure().get();
            // Reason: a failure of its own, since a caller that is failing with the first one suppresses this one.
            throw new JournalFailure(stopped.kind(), String.valueOf(stopped.getMessage()), stopped);
        }
    }

    private void release() throws JournalFailure {
        try {
            if (lock.isValid()) {
                lock.release();
            }
            lockFile.close();
        } catch (IOException failed) {
            throw new JournalFailure(
                    JournalFailure.Kind.STOPPED,
                    "lock of journal `" + layout.directory() + "` cannot be released",
                    failed);
        }
    }

    private static FileLock lock(Path directory, FileChannel lockFile) throws IOException, JournalFailure {
        try {
            FileLock lock = lockFile.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            throw inUse(directory, inThisProcess);
        }
        throw inUse(directory, null);
    }

    private static JournalFailure inUse(Path directory, @Nullable Throwable cause) {
        String message = "journal `" + directory + "` is already open";
        return cause == null
                ? new JournalFailure(JournalFailure.Kind.REFUSED, message)
                : new JournalFailure(JournalFailure.Kind.REFUSED, message, cause);
    }

    private static void requireSameKey(Layout layout, VerifierKey key) throws IOException, JournalFailure {
        Optional<String> present = Layout.read(layout.verifierKey()).map(String::strip);
        if (present.isPresent() && !present.get().equals(key.line())) {
            throw new JournalFailure(
                    JournalFailure.Kind.REFUSED,
                    "journal `" + layout.directory() + "` belongs to key `" + present.get() + "`, not to `" + key.line()
                            + "`");
        }
    }

    private static JournalRecord recoveredRecord(Recovery.Found found, Instant at) {
        JsonObject body = JsonObject.builder()
                .put("droppedBytes", found.droppedBytes())
                .putIfPresent("droppedDigest", found.dropped().map(Object::toString))
                .put("entries", found.place().nextIndex())
                .put("publishedSize", found.publishedSize())
                .build();
        return new JournalRecord(RECOVERED, at, "", "", body);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException alreadyFailing) {
            // Reason: the failure that led here is the one the caller must see.
            return;
        }
    }
}
