package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Side;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Stage;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;
import org.portcullis.verifier.Verifier;

/** An engine over a disk that is full or fails: nothing goes, it says why, and once there is room it goes on from what was written. */
class JournalFaultsTest {
    @TempDir
    Path directory;

    private final AtomicBoolean full = new AtomicBoolean();

    /** A disk that writes half of what it is given once it is full. */
    private static final class FullDisk implements Device {
        private final Device real;
        private final AtomicBoolean full;

        FullDisk(Path file, AtomicBoolean full) throws IOException {
            this.real = Device.file(file);
            this.full = full;
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            if (full.get()) {
                real.write(bytes.slice(bytes.position(), bytes.remaining() / 2), position);
                throw new IOException("no space left on device");
            }
            real.write(bytes, position);
        }

        @Override
        public void force() throws IOException {
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

    /** A desk without people. */
    private static final class Nobody implements Directory {
        @Override
        public Optional<Person> find(String personId) {
            return Optional.empty();
        }

        @Override
        public List<Person> people() {
            return List.of();
        }
    }

    @Test
    void aFullDiskBlocksOrdersAndTheEngineSaysWhy() throws Exception {
        FileJournal journal = open();
        EngineFront front = engine(journal);
        assertInstanceOf(Outcome.Blocked.class, front.handle(submit("W-1")).outcome());
        full.set(true);

        EngineFailure failure = assertThrows(EngineFailure.class, () -> front.handle(submit("W-2")));
        EngineFailure after = assertThrows(EngineFailure.class, () -> front.handle(submit("W-3")));

        assertEquals(EngineFailure.Category.STOP, failure.category());
        assertTrue(String.valueOf(failure.getMessage()).contains("no space left on device"), failure::getMessage);
        assertEquals(EngineFailure.Category.STOP, after.category());
        assertEquals("the engine has stopped because its journal failed; nothing is released", after.getMessage());
        assertTrue(front.isStopped());
    }

    @Test
    void onceThereIsRoomTheEngineGoesOnFromWhatWasWritten() throws Exception {
        FileJournal journal = open();
        EngineFront front = engine(journal);
        front.handle(submit("W-1"));
        full.set(true);
        assertThrows(EngineFailure.class, () -> front.handle(submit("W-2")));
        full.set(false);
        assertThrows(JournalFailure.class, journal::close);

        try (FileJournal again = open()) {
            EngineFront after = engine(again);
            assertEquals("W-1", after.view("S-000001").orElseThrow().basket());
            assertTrue(after.view("S-000002").isEmpty());
            assertInstanceOf(Outcome.Blocked.class, after.handle(submit("W-2")).outcome());
        }
        assertEquals(
                org.portcullis.verifier.Outcome.VALID,
                Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line())
                        .verify(directory.resolve("journal"))
                        .outcome());
    }

    @Test
    void aFullQueueBlocksAnOrderAndDropsNothing() throws Exception {
        StuckDisk disk = new StuckDisk();
        JournalLimits one = new JournalLimits(JournalLimits.MIN_SEGMENT_BYTES, 1, 1_000, Duration.ofHours(1));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (FileJournal journal =
                FileJournal.on(directory.resolve("journal"), Scene.JOURNAL_KEY, Scene.NOW, one, disk)) {
            EngineFront front = engine(journal);
            disk.stuck = true;
            List<Future<?>> callers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                callers.add(threads.submit(() -> journal.append(Scene.decision(0))));
            }
            callers.add(threads.submit(() -> front.handle(submit("W-1"))));
            disk.reached.await();
            assertTrue(callers.stream().noneMatch(Future::isDone));
            disk.free.countDown();
            for (Future<?> caller : callers) {
                caller.get();
            }
        } finally {
            threads.shutdown();
        }
        List<String> types = JournalDirectory.at(directory.resolve("journal")).entries().stream()
                .map(JournalEntry::type)
                .toList();
        assertEquals(3, Collections.frequency(types, "decision.blocked"));
        assertEquals(1, Collections.frequency(types, "submission.received"));
    }

    /** A disk on which a force does not come back while it is stuck. */
    private static final class StuckDisk implements Device.Opening {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch free = new CountDownLatch(1);
        private volatile boolean stuck;

        @Override
        public Device open(Path file) throws IOException {
            Device real = Device.file(file);
            return new Device() {
                @Override
                public void write(ByteBuffer bytes, long position) throws IOException {
                    real.write(bytes, position);
                }

                @Override
                public void force() throws IOException {
                    if (stuck) {
                        reached.countDown();
                        try {
                            free.await();
                        } catch (InterruptedException interrupted) {
                            throw new IOException(interrupted);
                        }
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
            };
        }
    }

    private FileJournal open() throws Exception {
        return FileJournal.on(
                directory.resolve("journal"),
                Scene.JOURNAL_KEY,
                Scene.NOW,
                Scene.SMALL,
                file -> new FullDisk(file, full));
    }

    private EngineFront engine(FileJournal journal) throws Exception {
        EnginePorts ports = new EnginePorts(journal, Scene.MALLORY_KEY, new BothProviders(), () -> "n");
        OrderEngine engine = OrderEngine.open(
                JournalDirectory.at(directory.resolve("journal")), new Nobody(), ports, EngineTerms.DEFAULT);
        EngineFront front = new EngineFront(engine, InstantSource.fixed(Scene.NOW));
        front.handle(new Command.Activate(
                Assessor.over(ReferenceEvaluator.of(pack())), "empty.policy", "operations", List.of()));
        return front;
    }

    /** A policy without a grant, under which nothing may go. */
    private static PolicyPack pack() {
        Header header = new Header(
                "empty",
                "1",
                "2022.5.1",
                "Risk",
                LocalDate.of(2022, 5, 2),
                Optional.empty(),
                ZoneId.of("Europe/London"),
                "XLON-EQ",
                new CurrencyCode("USD"),
                "ECB-EOD",
                span(1, SpanUnit.DAYS),
                span(2, SpanUnit.MINUTES),
                span(5, SpanUnit.DAYS),
                MissingDataEffect.BLOCKS);
        return new PolicyPack(header, List.of(), List.of(), List.of());
    }

    private static Value.TimeSpan span(long units, SpanUnit unit) {
        return new Value.TimeSpan(units * unit.microsInOne(), unit);
    }

    private static Command submit(String basket) {
        OrderLine line = new OrderLine(1, "O-1", "AAA", Side.SELL, Given.parse("1"), Given.parse("1"));
        Submission submission = new Submission(
                basket,
                "p-maker",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(line));
        return new Command.Submit(submission, new MarketSnapshot("test", Map.of(), Map.of()), Stage.RELEASED);
    }
}
