package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.submission.SubmissionJson;

/** Several threads, one order of events, one clock. */
class EngineFrontTest {
    private static final int THREADS = 8;

    @Test
    void ofManyGatewaysOneGetsThrough() throws EngineFailure, InterruptedException, ExecutionException {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        Outcome.Released released = Scene.released(scene.submit(0, Scene.basket()));
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(1)));
        Command present = new Command.PresentToken(
                released.envelope(), SubmissionJson.digest(Scene.basket().submission()));
        List<String> types = new ArrayList<>();
        for (Reply reply : together(() -> front.handle(present))) {
            types.addAll(Scene.types(reply.entries()));
        }
        assertEquals(1, types.stream().filter("token.burned"::equals).count());
        assertEquals(THREADS - 1, types.stream().filter("token.refused"::equals).count());
        assertEquals(Phase.GONE, front.view("S-000001").orElseThrow().phase());
        assertTrue(front.poll(1).entries().isEmpty());
    }

    @Test
    void timeStandsStillWhileTheClockIsALittleBehind() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        scene.submit(10, Scene.basket());
        EngineFront front =
                new EngineFront(scene.engine, InstantSource.fixed(Scene.at(10).minus(Duration.ofMillis(50))));
        assertEquals(
                Scene.at(10),
                front.handle(new Command.ReplacePeople(Scene.desk()))
                        .entries()
                        .get(0)
                        .at());
    }

    @Test
    void aClockThatWentBackFurtherIsRefusedAndTheRefusalRecorded() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        scene.submit(10, Scene.basket());
        EngineFront front =
                new EngineFront(scene.engine, InstantSource.fixed(Scene.at(10).minus(Duration.ofMillis(51))));
        Reply reply = front.handle(new Command.ReplacePeople(Scene.desk()));
        assertEquals("time-went-back", Scene.refusal(reply));
        assertEquals(List.of("time.refused"), Scene.types(reply.entries()));
    }

    @Test
    void nothingFiresWhileTheClockIsFarBehind() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        scene.handle(1_000, new Command.ReplacePeople(Scene.desk()));
        PollReply behind = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(900))).poll(10);
        assertEquals(List.of(), behind.entries());
        assertEquals(Optional.of(Scene.at(180)), behind.next());
        PollReply caughtUp = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(1_000))).poll(10);
        assertEquals(List.of("hold.escalated", "hold.escalated", "hold.expired"), Scene.types(caughtUp.entries()));
    }

    @Test
    void theNextDeadlineIsKnownWithoutPolling() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(0)));
        assertEquals(Optional.empty(), front.next());
        scene.submit(0, Scene.basket());
        assertEquals(Optional.of(Scene.at(180)), front.next());
    }

    @Test
    void whatIsOpenIsCounted() throws EngineFailure {
        Scene scene = Scene.open(
                Scene.GRANT,
                Scene.APPROVAL,
                Sample.softOrder(
                        "D1-SOFT",
                        Sample.moreThan(org.portcullis.model.measure.Measure.ORDER_NOTIONAL, Sample.usd(40_000))));
        scene.submit(0, Scene.basket());
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(0)));
        assertEquals(new OpenWork(1, 2, 1, 0, 4), front.open());
        front.handle(new Command.Withdraw("S-000001", Scene.MAKER));
        assertEquals(new OpenWork(0, 0, 0, 0, 0), front.open());
    }

    @Test
    void deadlinesThatFiredBeforeAFailureAreToldOf() throws EngineFailure {
        MemoryJournal memory = new MemoryJournal("example.org/desk");
        FailingJournal journal = new FailingJournal(memory);
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(700)));
        List<String> heard = new ArrayList<>();
        front.listen("test", happening -> heard.addAll(Scene.types(happening.entries())));
        journal.failure = Optional.of(JournalFailure.Kind.STOPPED);
        journal.appendsBefore = 2;
        assertThrows(EngineFailure.class, () -> front.poll(10));
        assertEquals(List.of("hold.escalated", "hold.escalated"), heard);
        assertTrue(front.isStopped());
    }

    @Test
    void aPollWithoutAMaximumIsRefused() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(0)));
        assertThrows(IllegalArgumentException.class, () -> front.poll(0));
    }

    private static List<Reply> together(Callable<Reply> call) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                calls.add(call);
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            threads.shutdown();
        }
    }
}
