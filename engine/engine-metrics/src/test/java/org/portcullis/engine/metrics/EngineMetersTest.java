package org.portcullis.engine.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.FrontSettings;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.Subscription;
import org.portcullis.engine.flow.TimedJournal;
import org.portcullis.engine.journal.Journal;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;

/** What the engine does is in the meters. */
class EngineMetersTest {
    private static final Instant NOON = Instant.parse("2022-05-02T11:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final EngineMeters meters = new EngineMeters(registry);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicLong second = new AtomicLong();

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

    /** A key that signs nothing. */
    private static final class NoKey implements Signer {
        @Override
        public String keyId() {
            return "none";
        }

        @Override
        public byte[] publicKey() {
            return new byte[32];
        }

        @Override
        public byte[] sign(byte[] message) {
            return new byte[64];
        }
    }

    @Test
    void commandsAreTimedByWhatCameOfThem() throws EngineFailure {
        EngineFront front = front(new MemoryJournal("example.org/desk"));
        front.handle(new Command.ReplacePeople(new Nobody()));
        front.handle(new Command.ReplacePeople(new Nobody()));
        assertEquals(
                2,
                registry.get("portcullis.commands")
                        .tags("command", "replace people", "outcome", "recorded")
                        .timer()
                        .count());
        assertEquals(2, registry.get("portcullis.journal.entries").counter().count());
        assertEquals(2, registry.get("portcullis.journal.append").timer().count());
        assertEquals(2, registry.get("portcullis.journal.append").timer().totalTime(TimeUnit.MICROSECONDS));
    }

    @Test
    void refusalsAreCountedByCode() throws EngineFailure {
        front(new MemoryJournal("example.org/desk")).handle(new Command.Withdraw("S-000001", "p-hale"));
        assertEquals(
                1,
                registry.get("portcullis.refusals")
                        .tags("command", "withdraw", "code", "unknown-submission")
                        .counter()
                        .count());
    }

    @Test
    void clocksThatGoBackAreTimed() throws EngineFailure {
        EngineFront front = front(new MemoryJournal("example.org/desk"));
        second.set(10);
        front.handle(new Command.ReplacePeople(new Nobody()));
        second.set(7);
        front.handle(new Command.ReplacePeople(new Nobody()));
        assertEquals(3, registry.get("portcullis.clock.backwards").timer().totalTime(TimeUnit.SECONDS));
        assertEquals(
                1,
                registry.get("portcullis.refusals")
                        .tags("code", "time-went-back")
                        .counter()
                        .count());
    }

    @Test
    void anEngineThatStoppedShowsIt() throws EngineFailure {
        EngineFront front = front(records -> {
            throw new JournalFailure(JournalFailure.Kind.STOPPED, "the disk is full");
        });
        assertEquals(0, registry.get("portcullis.stopped").gauge().value());
        assertThrows(EngineFailure.class, () -> front.handle(new Command.ReplacePeople(new Nobody())));
        assertEquals(1, registry.get("portcullis.stopped").gauge().value());
        assertEquals(
                1,
                registry.get("portcullis.failures")
                        .tags("command", "replace people", "category", "stop")
                        .counter()
                        .count());
    }

    @Test
    void whatIsOpenIsGauged() throws EngineFailure {
        front(new MemoryJournal("example.org/desk"));
        for (String of : List.of("submissions", "warnings", "holds", "alerts", "deadlines")) {
            assertEquals(
                    0, registry.get("portcullis.open").tags("of", of).gauge().value());
        }
    }

    @Test
    void listenersThatThrowAreCountedByName() throws EngineFailure {
        EngineFront front = front(new MemoryJournal("example.org/desk"));
        front.listen("risk-view", happening -> {
            throw new IllegalStateException("a fault");
        });
        front.handle(new Command.ReplacePeople(new Nobody()));
        assertEquals(
                1,
                registry.get("portcullis.listener.failures")
                        .tags("listener", "risk-view")
                        .counter()
                        .count());
    }

    @Test
    void queuesAreGaugedWhileTheyLast() throws EngineFailure {
        EngineFront front = front(new MemoryJournal("example.org/desk"));
        Subscription subscription = front.subscribe("risk-view", 1);
        front.handle(new Command.ReplacePeople(new Nobody()));
        front.handle(new Command.ReplacePeople(new Nobody()));
        assertEquals(1, registry.get("portcullis.subscription.waiting").gauge().value());
        assertEquals(
                1,
                registry.get("portcullis.subscription.lags")
                        .tags("subscription", "risk-view")
                        .counter()
                        .count());
        subscription.close();
        assertNull(registry.find("portcullis.subscription.waiting").gauge());
    }

    @Test
    void decisionsAndDeadlinesAreCountedByTheirWords() {
        meters.decided(Effect.HOLD);
        meters.fired("hold-expiry", Duration.ofSeconds(3));
        assertEquals(
                1,
                registry.get("portcullis.decisions")
                        .tags("effect", "hold")
                        .counter()
                        .count());
        assertEquals(
                3,
                registry.get("portcullis.deadlines")
                        .tags("kind", "hold-expiry")
                        .timer()
                        .totalTime(TimeUnit.SECONDS));
    }

    private EngineFront front(Journal journal) throws EngineFailure {
        EnginePorts ports = new EnginePorts(
                new TimedJournal(journal, () -> nanos.getAndAdd(1_000), meters),
                new NoKey(),
                (key, message, signature) -> false,
                () -> "nonce");
        OrderEngine engine = OrderEngine.open(visitor -> {}, new Nobody(), ports, EngineTerms.DEFAULT);
        EngineFront front = new EngineFront(
                engine,
                () -> NOON.plusSeconds(second.get()),
                FrontSettings.DEFAULT.with(meters, () -> nanos.getAndAdd(1_000)));
        meters.watch(front);
        return front;
    }
}
