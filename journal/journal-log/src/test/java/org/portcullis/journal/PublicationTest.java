package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
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
        try (FileJournal open =
                FileJournal.on(journal, Scene.JOURNAL_KEY, Scene.NOW, new JournalSizes(128 << 10, 4, 1_000), disk)) {
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
        try (FileJournal journal =
                FileJournal.on(directory, Scene.JOURNAL_KEY, Scene.NOW, new JournalSizes(128 << 10, 4, 1), disk)) {
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
                new Layout(directory), disk, new Tiles(new Layout(directory)), new Publisher.Place("", 0, 0), 1, 1_000);
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
    void aPublicationThatFailsStopsTheJournal() throws Exception {
        FailingPublications disk = new FailingPublications(directory.resolve("segments"));
        FileJournal journal =
                FileJournal.on(directory, Scene.JOURNAL_KEY, Scene.NOW, new JournalSizes(128 << 10, 4, 1_000), disk);
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
