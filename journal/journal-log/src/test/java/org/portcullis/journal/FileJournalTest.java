package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.EntryDraft;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

class FileJournalTest {

    @TempDir
    Path directory;

    @Test
    void theFirstEntryNamesTheFormatAndTheKey() throws Exception {
        open().close();

        JournalEntry first = read().get(0);
        assertEquals(FileJournal.OPENED, first.type());
        assertEquals(FileJournal.FORMAT, first.body().text("format"));
        assertEquals(VerifierKey.of(Scene.JOURNAL_KEY).line(), first.body().text("key"));
        assertEquals(first.body().text("key") + "\n", Files.readString(directory.resolve("journal.vkey")));
    }

    @Test
    void whatWasWrittenIsReadBack() throws Exception {
        List<JournalEntry> written;
        try (FileJournal journal = open()) {
            written = journal.append(List.of(Scene.decision(1), Scene.decision(2)));
        }
        assertEquals(written, read().subList(1, 3));
    }

    @Test
    void anOpenJournalCanBeRead() throws Exception {
        try (FileJournal journal = open()) {
            JournalEntry written = journal.append(Scene.decision(1));
            assertEquals(written, read().get(1));
        }
    }

    @Test
    void aClosedJournalGoesOnWithoutARecord() throws Exception {
        open().close();
        try (FileJournal journal = open()) {
            assertEquals(1, journal.append(Scene.decision(1)).index());
        }
        assertEquals(List.of("journal.opened", "decision.blocked"), types());
    }

    @Test
    void manyCallersShareOneOrder() throws Exception {
        int callers = 8;
        int each = 200;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (FileJournal journal = open()) {
            List<Callable<List<Long>>> calls = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                calls.add(() -> {
                    List<Long> places = new ArrayList<>();
                    for (int i = 0; i < each; i++) {
                        places.add(journal.append(Scene.decision(0)).index());
                    }
                    return places;
                });
            }
            List<Long> all = new ArrayList<>();
            for (Future<List<Long>> places : threads.invokeAll(calls)) {
                assertEquals(places.get().stream().sorted().toList(), places.get());
                all.addAll(places.get());
            }
            assertEquals(
                    LongStream.rangeClosed(1, (long) callers * each).boxed().toList(),
                    all.stream().sorted().toList());
        } finally {
            threads.shutdown();
        }
        assertValid();
    }

    @Test
    void manyEntriesMakeManySegmentsAndTilesThatVerify() throws Exception {
        JsonObject body = JsonObject.of("text", "x".repeat(700));
        try (FileJournal journal = FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW, Scene.SMALL)) {
            for (int i = 0; i < 70; i++) {
                List<JournalRecord> records = new ArrayList<>();
                for (int j = 0; j <= i % 20; j++) {
                    records.add(new JournalRecord("decision.blocked", Scene.NOW, "", "", body));
                }
                journal.append(records);
            }
        }
        Verdict verdict = assertValid();
        assertTrue(verdict.counts().segments() > 3, verdict::text);
        assertTrue(Files.exists(directory.resolve("tile/0/001")));
        assertTrue(Files.exists(directory.resolve("tile/1/000.p/2")));
        assertFalse(Files.exists(directory.resolve("tile/0/000.p")));
    }

    @Test
    void anEntryOverTheLimitIsRefusedAndTheJournalGoesOn() throws Exception {
        JournalRecord large = new JournalRecord("a", Scene.NOW, "", "", JsonObject.of("text", "x".repeat(60_000)));
        try (FileJournal journal = open()) {
            JournalFailure failure =
                    assertThrows(JournalFailure.class, () -> journal.append(List.of(Scene.decision(1), large)));
            assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
            assertEquals(1, journal.append(Scene.decision(2)).index());
        }
        assertValid();
    }

    @Test
    void aTimeThatGoesBackIsRefused() throws Exception {
        try (FileJournal journal = open()) {
            journal.append(Scene.decision(60));
            JournalFailure failure = assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(58)));
            assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
        }
    }

    @Test
    void aClosedJournalTakesNothing() throws Exception {
        FileJournal journal = open();
        journal.close();
        JournalFailure failure = assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(1)));
        assertEquals("journal `" + directory + "` is closed", failure.getMessage());
    }

    @Test
    void aDirectoryIsOpenedOnce() throws Exception {
        try (FileJournal journal = open()) {
            JournalFailure failure = assertThrows(JournalFailure.class, this::open);
            assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
            assertEquals(1, journal.append(Scene.decision(1)).index());
        }
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        open().close();
        JournalFailure failure = assertThrows(
                JournalFailure.class,
                () -> FileJournal.open(directory, Scene.signer("example.org/desk", 9), Scene.NOW));
        assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
    }

    @Test
    void publishingMakesTheOpenJournalVerifiableUpToItsPadding() throws Exception {
        try (FileJournal journal = open()) {
            journal.append(Scene.decision(1));
            journal.publish();
            assertEquals(Outcome.UNSEALED, verify().outcome());
            assertEquals(2, verify().counts().entries());
        }
        assertValid();
    }

    @Test
    void aFailedForceStopsTheJournal() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        FileJournal journal = FileJournal.on(
                directory, Scene.JOURNAL_KEY, Scene.NOW, Scene.SMALL, file -> new BrokenDisk(file, broken));
        journal.append(Scene.decision(1));
        broken.set(true);

        JournalFailure failed = assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(2)));
        assertEquals(JournalFailure.Kind.STOPPED, failed.kind());
        broken.set(false);
        JournalFailure later = assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(3)));
        assertEquals(JournalFailure.Kind.STOPPED, later.kind());
        assertThrows(JournalFailure.class, journal::close);
    }

    @Test
    void theFailureOfClosingIsAnotherThanThatOfAnAppend() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        FileJournal journal = FileJournal.on(
                directory, Scene.JOURNAL_KEY, Scene.NOW, Scene.SMALL, file -> new BrokenDisk(file, broken));
        broken.set(true);
        assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(1)));
        JournalFailure append = assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(2)));
        append.addSuppressed(assertThrows(JournalFailure.class, journal::close));
        assertEquals(1, append.getSuppressed().length);
    }

    @Test
    void aStoppedJournalRecoversWhenItIsOpenedAgain() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        FileJournal journal = FileJournal.on(
                directory, Scene.JOURNAL_KEY, Scene.NOW, Scene.SMALL, file -> new BrokenDisk(file, broken));
        journal.append(Scene.decision(1));
        broken.set(true);
        assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(2)));
        assertThrows(JournalFailure.class, journal::close);

        FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW.plusSeconds(9)).close();
        assertEquals(List.of("journal.opened", "decision.blocked", "decision.blocked", "journal.recovered"), types());
        assertValid();
    }

    @Test
    void aSignerThatFailsStopsTheJournal() throws Exception {
        AtomicBoolean broken = new AtomicBoolean();
        FileJournal journal = FileJournal.open(directory, new BrokenSigner(broken), Scene.NOW);
        broken.set(true);
        JournalFailure failed = assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(1)));
        assertEquals(JournalFailure.Kind.STOPPED, failed.kind());
        assertThrows(JournalFailure.class, journal::close);
    }

    @Test
    void aRootIsSignedOnlyAfterItsEntriesAreForced() throws Exception {
        List<String> events = new ArrayList<>();
        Signer watched = new WatchedSigner(events);
        try (FileJournal journal =
                FileJournal.on(directory, watched, Scene.NOW, Scene.SMALL, file -> new WatchedDisk(file, events))) {
            events.clear();
            journal.append(Scene.decision(1));
            assertEquals(List.of("write", "force", "sign", "write"), List.copyOf(events));
        }
    }

    @Test
    void callersWaitWhileTheQueueIsFullAndNothingIsLost() throws ExecutionException, InterruptedException {
        JournalFailure closed = new JournalFailure(JournalFailure.Kind.STOPPED, "closed");
        CommitQueue queue = new CommitQueue(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> caller = thread.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    queue.put(Commit.of(List.of(EntryDraft.of(Scene.decision(i), "example.org/desk"))));
                }
                queue.close(closed);
                return true;
            });
            List<String> taken = new ArrayList<>();
            for (List<Commit> batch = queue.take(10); !batch.isEmpty(); batch = queue.take(10)) {
                assertEquals(1, batch.size());
                taken.add(batch.get(0).drafts().get(0).record().correlation());
            }
            caller.get();
            assertEquals(LongStream.range(0, 100).mapToObj(i -> "W-" + i).toList(), taken);
        } finally {
            thread.shutdown();
        }
    }

    private FileJournal open() throws JournalFailure {
        return FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW);
    }

    private List<JournalEntry> read() throws IOException, JournalFailure {
        return JournalDirectory.at(directory).entries();
    }

    private List<String> types() throws IOException, JournalFailure {
        return read().stream().map(JournalEntry::type).toList();
    }

    private Verdict verify() throws IOException {
        return Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).verify(directory);
    }

    private Verdict assertValid() throws IOException {
        Verdict verdict = verify();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        return verdict;
    }

    /** A disk whose forces fail while it is broken. */
    private static final class BrokenDisk implements Device {

        private final Device real;
        private final AtomicBoolean broken;

        BrokenDisk(Path file, AtomicBoolean broken) throws IOException {
            this.real = Device.file(file);
            this.broken = broken;
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            real.write(bytes, position);
        }

        @Override
        public void force() throws IOException {
            if (broken.get()) {
                throw new IOException("input/output error");
            }
            real.force();
        }

        @Override
        public void truncate(long size) throws IOException {
            real.truncate(size);
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    /** A disk that tells what was asked of it. */
    private static final class WatchedDisk implements Device {

        private final Device real;
        private final List<String> events;

        WatchedDisk(Path file, List<String> events) throws IOException {
            this.real = Device.file(file);
            this.events = events;
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            events.add("write");
            real.write(bytes, position);
        }

        @Override
        public void force() throws IOException {
            events.add("force");
            real.force();
        }

        @Override
        public void truncate(long size) throws IOException {
            real.truncate(size);
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }

    /** A key that tells when it signs. */
    private record WatchedSigner(List<String> events) implements Signer {

        @Override
        public String keyId() {
            return Scene.JOURNAL_KEY.keyId();
        }

        @Override
        public byte[] publicKey() {
            return Scene.JOURNAL_KEY.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            events.add("sign");
            return Scene.JOURNAL_KEY.sign(message);
        }
    }

    /** A key whose device is gone while it is broken. */
    private record BrokenSigner(AtomicBoolean broken) implements Signer {

        @Override
        public String keyId() {
            return Scene.JOURNAL_KEY.keyId();
        }

        @Override
        public byte[] publicKey() {
            return Scene.JOURNAL_KEY.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            if (broken.get()) {
                throw new IllegalStateException("the key's device does not answer");
            }
            return Scene.JOURNAL_KEY.sign(message);
        }
    }
}
