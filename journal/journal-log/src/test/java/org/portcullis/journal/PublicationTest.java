package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.EntryChain;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Publishes on a disk that is slow, that fails, and on a machine that stops at every step. */
class PublicationTest {

    @TempDir
    Path directory;

    @Test
    void aMachineThatStopsAtAnyStepLosesNothingThatWasPromised() throws Exception {
        int steps = 0;
        boolean stopped = true;
        while (stopped) {
            Path journal = directory.resolve("stop" + steps);
            FailingDisk disk = new FailingDisk(steps);
            int promised = writeUntilItStops(journal, disk);
            stopped = disk.hasStopped();

            FileJournal.open(journal, Scene.JOURNAL_KEY, Scene.NOW.plusSeconds(900), Scene.SMALL)
                    .close();
            assertValid(journal);
            long decisions = JournalDirectory.at(journal).entries().stream()
                    .filter(entry -> entry.type().equals("decision.blocked"))
                    .count();
            assertTrue(decisions >= promised, decisions + " of " + promised + " after " + steps + " steps");
            steps++;
        }
        assertTrue(steps > 150, "only " + steps + " steps");
    }

    /** Writes until two full tiles are published twice; gives how many decisions were promised to be durable. */
    private static int writeUntilItStops(Path journal, FailingDisk disk) {
        int promised = 0;
        try (FileJournal open = FileJournal.on(
                journal,
                Scene.JOURNAL_KEY,
                Scene.NOW,
                new JournalLimits(128 << 10, 4, 1_000, Duration.ofHours(1)),
                disk)) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 3; i++) {
                    open.append(Collections.nCopies(75, Scene.decision(1)));
                    promised += 75;
                }
                open.publish();
            }
        } catch (JournalFailure stopped) {
            assertEquals(JournalFailure.Kind.STOPPED, stopped.kind());
        }
        return promised;
    }

    @Test
    void whoeverWritesDoesNotWaitForAPublication() throws Exception {
        GatedDisk disk = new GatedDisk(directory.resolve("segments"));
        try (FileJournal journal = FileJournal.on(
                directory,
                Scene.JOURNAL_KEY,
                Scene.NOW,
                new JournalLimits(128 << 10, 4, 1, Duration.ofHours(1)),
                disk)) {
            disk.shut();
            for (int i = 0; i < 20; i++) {
                journal.append(Scene.decision(i));
            }
            disk.open.countDown();
        }
        assertValid(directory);
    }

    @Test
    void whoeverWritesWaitsWhenPublishingFallsBehindItsBound() throws Exception {
        GatedDisk disk = new GatedDisk(directory.resolve("segments"));
        disk.shut();
        Publisher publisher = new Publisher(
                new Layout(directory),
                disk,
                new Tiles(new Layout(directory)),
                new Publisher.Place("", 0, 0),
                new Publisher.Schedule(1, Duration.ofHours(1), 1_000));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<?> publishing = threads.submit(publisher);
            Future<Integer> writing = threads.submit(() -> {
                EntryChain place = EntryChain.start("example.org/desk");
                for (int i = 0; i < 100; i++) {
                    EntryChain.Link link = place.append(Scene.decision(i));
                    publisher.hand(List.of(link), "note");
                    place = link.next();
                    disk.handed.countDown();
                }
                publisher.close();
                return 100;
            });
            disk.reached.await();
            disk.handed.await();
            assertTrue(!writing.isDone());
            disk.open.countDown();
            assertEquals(100, writing.get());
            publishing.get();
        } finally {
            threads.shutdown();
        }
        assertEquals(100, TileTree.of(directory, 100).size());
        TileTree.of(directory, 100).root();
    }

    @Test
    @Timeout(60)
    void whatIsDurableIsPublishedAfterAWhileThoughNobodyAsks() throws Exception {
        CountingDisk disk = new CountingDisk(new Layout(directory).checkpoint());
        JournalLimits soon = new JournalLimits(128 << 10, 4, 1_000, Duration.ofMillis(1));
        try (FileJournal journal = FileJournal.on(directory, Scene.JOURNAL_KEY, Scene.NOW, soon, disk)) {
            disk.published.acquire();
            for (int i = 1; i <= 3; i++) {
                journal.append(Scene.decision(i));
                disk.published.acquire();
                assertEquals(i + 1, JournalDirectory.at(directory).tree().size());
            }
        }
        assertValid(directory);
    }

    @Test
    void nothingIsPublishedBeforeItIsTimeOrSomebodyAsks() throws Exception {
        CountingDisk disk = new CountingDisk(new Layout(directory).checkpoint());
        JournalLimits late = new JournalLimits(128 << 10, 4, 1_000, Duration.ofHours(1));
        try (FileJournal journal = FileJournal.on(directory, Scene.JOURNAL_KEY, Scene.NOW, late, disk)) {
            for (int i = 1; i <= 50; i++) {
                journal.append(Scene.decision(i));
            }
            assertEquals(1, JournalDirectory.at(directory).tree().size());
            journal.publish();
            assertEquals(51, JournalDirectory.at(directory).tree().size());
        }
        assertEquals(2, disk.published.availablePermits(), "the first entry, and when somebody asked");
    }

    @Test
    @Timeout(60)
    void aPublicationThatNobodyAskedForStopsTheJournalWhenItFails() throws Exception {
        FailingPublications disk = new FailingPublications(directory.resolve("segments"));
        JournalLimits soon = new JournalLimits(128 << 10, 4, 1_000, Duration.ofMillis(1));
        FileJournal journal = FileJournal.on(directory, Scene.JOURNAL_KEY, Scene.NOW, soon, disk);
        disk.broken = true;
        JournalFailure failed = assertThrows(JournalFailure.class, () -> {
            for (int i = 1; i < 1_000_000; i++) {
                journal.append(Scene.decision(1));
            }
        });
        assertEquals(
                "the journal has stopped, because publishing failed: java.io.IOException: no space left on device",
                failed.getMessage());
        assertThrows(JournalFailure.class, journal::close);
    }

    @Test
    void aJournalIsPublishedWithinADayAtTheLongest() {
        for (Duration wrong :
                List.of(Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(1).plusNanos(1))) {
            assertThrows(IllegalArgumentException.class, () -> new JournalLimits(128 << 10, 4, 8, wrong));
        }
    }

    @Test
    void aPublicationThatFailsStopsTheJournal() throws Exception {
        FailingPublications disk = new FailingPublications(directory.resolve("segments"));
        FileJournal journal = FileJournal.on(
                directory,
                Scene.JOURNAL_KEY,
                Scene.NOW,
                new JournalLimits(128 << 10, 4, 1_000, Duration.ofHours(1)),
                disk);
        journal.append(Scene.decision(1));
        disk.broken = true;
        JournalFailure failed = assertThrows(JournalFailure.class, journal::publish);
        assertEquals(JournalFailure.Kind.STOPPED, failed.kind());
        assertEquals(
                "the journal has stopped, because publishing failed: java.io.IOException: no space left on device",
                failed.getMessage());
        JournalFailure later = assertThrows(JournalFailure.class, () -> journal.append(Scene.decision(2)));
        assertEquals(failed.getMessage(), later.getMessage());
        assertThrows(JournalFailure.class, journal::close);

        FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW.plusSeconds(9)).close();
        assertValid(directory);
    }

    private static void assertValid(Path journal) throws IOException {
        Verdict verdict =
                Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).verify(journal);
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    /** A disk on which everything but segments waits for a gate once it is shut. */
    private static final class GatedDisk implements Device.Opening {

        private final Path segments;
        private final CountDownLatch open = new CountDownLatch(1);
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch handed = new CountDownLatch(3);
        private volatile boolean shut;

        GatedDisk(Path segments) {
            this.segments = segments;
        }

        void shut() {
            shut = true;
        }

        @Override
        public Device open(Path file) throws IOException {
            if (shut && !file.startsWith(segments)) {
                reached.countDown();
                try {
                    open.await();
                } catch (InterruptedException interrupted) {
                    throw new IOException(interrupted);
                }
            }
            return Device.file(file);
        }
    }

    /** A disk that says each time that a checkpoint was put in its place. */
    private static final class CountingDisk implements Device.Opening {

        private final Path checkpoint;
        private final Semaphore published = new Semaphore(0);

        CountingDisk(Path checkpoint) {
            this.checkpoint = checkpoint;
        }

        @Override
        public Device open(Path file) throws IOException {
            return Device.file(file);
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Device.Opening.super.move(from, to);
            if (to.equals(checkpoint)) {
                published.release();
            }
        }
    }

    /** A disk that has room for segments only, once it is broken. */
    private static final class FailingPublications implements Device.Opening {

        private final Path segments;
        private volatile boolean broken;

        FailingPublications(Path segments) {
            this.segments = segments;
        }

        @Override
        public Device open(Path file) throws IOException {
            if (broken && !file.startsWith(segments)) {
                throw new IOException("no space left on device");
            }
            return Device.file(file);
        }
    }
}
