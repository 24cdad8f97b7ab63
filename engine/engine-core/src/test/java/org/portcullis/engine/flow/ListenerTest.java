package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.model.control.Stage;

/** Those who listen are told in the order of the journal, and cannot do harm. */
class ListenerTest {
    private final List<String> reported = new ArrayList<>();
    private final List<Long> heard = new ArrayList<>();

    @Test
    void listenersHearTheJournalInItsOrder() throws EngineFailure, InterruptedException, ExecutionException {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        long from = scene.memory.entries().size();
        EngineFront front = front(scene);
        front.listen("order", this::hear);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Reply>> calls = new ArrayList<>();
        for (int call = 0; call < 100; call++) {
            calls.add(() -> front.handle(new Command.ReplacePeople(Scene.desk())));
        }
        for (Future<Reply> reply : threads.invokeAll(calls)) {
            reply.get();
        }
        threads.shutdown();
        assertEquals(
                scene.memory.entries().stream()
                        .map(JournalEntry::index)
                        .filter(index -> index >= from)
                        .toList(),
                heard);
    }

    @Test
    void aListenerIsToldBeforeTheCallerHasItsReply() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = front(scene);
        front.listen("order", this::hear);
        Reply reply = front.handle(new Command.ReplacePeople(Scene.desk()));
        assertEquals(List.of(reply.entries().get(0).index()), heard);
    }

    @Test
    void aListenerThatThrowsStopsNothing() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = front(scene);
        front.listen("broken", happening -> {
            throw new IllegalStateException("a fault of its own");
        });
        front.listen("out of memory", happening -> {
            throw new StackOverflowError("too deep");
        });
        front.listen("order", this::hear);
        Reply reply = front.handle(new Command.ReplacePeople(Scene.desk()));
        assertEquals(List.of("people.replaced"), Scene.types(reply.entries()));
        assertEquals(1, heard.size());
        assertEquals(List.of("broken: a fault of its own", "out of memory: too deep"), reported);
        front.handle(new Command.ReplacePeople(Scene.desk()));
        assertEquals(2, heard.size());
    }

    @Test
    void whoIsToldOfFailuresMayFailToo() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = new EngineFront(
                scene.engine, InstantSource.fixed(Scene.at(1)), FrontSettings.DEFAULT.with((listener, failure) -> {
                    throw new IllegalStateException("the pager is gone");
                }));
        front.listen("broken", happening -> {
            throw new IllegalStateException("a fault of its own");
        });
        front.listen("order", this::hear);
        front.handle(new Command.ReplacePeople(Scene.desk()));
        assertEquals(1, heard.size());
    }

    @Test
    void whatAListenerMakesHappenIsToldAfterwards() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = front(scene);
        front.listen("acts", happening -> {
            if (happening.cause().equals("submit")) {
                withdraw(front);
            }
        });
        List<String> causes = new ArrayList<>();
        front.listen("order", happening -> causes.add(happening.cause()));
        front.handle(
                new Command.Submit(Scene.basket().submission(), Scene.basket().snapshot(), Stage.RELEASED));
        assertEquals(List.of("submit", "withdraw"), causes);
        assertEquals(List.of(), reported);
    }

    @Test
    void whoIsForgottenHearsNothing() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE);
        EngineFront front = front(scene);
        EngineListener listener = this::hear;
        front.listen("order", listener);
        front.forget(listener);
        front.handle(new Command.ReplacePeople(Scene.desk()));
        assertEquals(List.of(), heard);
    }

    @Test
    void deadlinesAreToldOfWithoutACommand() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        scene.submit(0, Scene.basket());
        EngineFront front = new EngineFront(scene.engine, InstantSource.fixed(Scene.at(180)));
        List<String> told = new ArrayList<>();
        front.listen("order", happening -> told.add(happening.cause() + " " + happening.at()));
        front.poll(10);
        assertEquals(List.of("deadline " + Scene.at(180)), told);
    }

    @Test
    void listenersAreToldOnceThatTheEngineStopped() throws EngineFailure {
        MemoryJournal memory = new MemoryJournal("example.org/desk");
        FailingJournal journal = new FailingJournal(memory);
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.FREE);
        EngineFront front = front(scene);
        List<String> stops = new ArrayList<>();
        front.listen("order", new EngineListener() {
            @Override
            public void happened(Happening happening) {
                hear(happening);
            }

            @Override
            public void stopped(EngineFailure failure) {
                stops.add(String.valueOf(failure.getMessage()));
            }
        });
        Subscription subscription = front.subscribe("desk", 10);
        journal.failure = Optional.of(JournalFailure.Kind.STOPPED);
        Command command = new Command.ReplacePeople(Scene.desk());
        assertThrows(EngineFailure.class, () -> front.handle(command));
        assertThrows(EngineFailure.class, () -> front.handle(command));
        assertEquals(List.of("nothing has happened, because it could not be recorded: the disk is full"), stops);
        assertEquals(List.of(), heard);
        assertEquals(Optional.of(new Delivery.Ended("the engine has stopped: " + stops.get(0))), subscription.poll());
    }

    @Test
    void aRefusedRecordStopsNobody() throws EngineFailure {
        MemoryJournal memory = new MemoryJournal("example.org/desk");
        FailingJournal journal = new FailingJournal(memory);
        Scene scene = Scene.over(memory, journal, Scene.GRANT, Scene.FREE);
        EngineFront front = front(scene);
        Subscription subscription = front.subscribe("desk", 10);
        journal.failure = Optional.of(JournalFailure.Kind.REFUSED);
        assertThrows(EngineFailure.class, () -> front.handle(new Command.ReplacePeople(Scene.desk())));
        assertFalse(front.isStopped());
        assertTrue(subscription.poll().isEmpty());
    }

    private EngineFront front(Scene scene) {
        return new EngineFront(
                scene.engine,
                InstantSource.fixed(Scene.at(1)),
                new FrontSettings(
                        Duration.ZERO,
                        () -> 0,
                        EngineMetrics.NONE,
                        (listener, failure) -> reported.add(listener + ": " + failure.getMessage())));
    }

    private void hear(Happening happening) {
        happening.entries().forEach(entry -> heard.add(entry.index()));
    }

    private static void withdraw(EngineFront front) {
        try {
            front.handle(new Command.Withdraw("S-000001", Scene.MAKER));
        } catch (EngineFailure failure) {
            throw new IllegalStateException(failure);
        }
    }
}
