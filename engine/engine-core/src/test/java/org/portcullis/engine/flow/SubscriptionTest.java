package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.journal.JournalEntry;

/** A consumer takes its time, and misses nothing without being told. */
class SubscriptionTest {
    private static final int COMMANDS = 500;

    private final Scene scene;
    private final EngineFront front;
    private final Watching watching = new Watching();

    SubscriptionTest() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, Scene.FREE);
        front = new EngineFront(
                scene.engine, InstantSource.fixed(Scene.at(1)), FrontSettings.DEFAULT.with(watching, () -> 0));
    }

    /** Remembers what it is told of subscriptions. */
    private static final class Watching implements EngineMetrics {
        private final List<String> told = new ArrayList<>();

        @Override
        public void subscribed(Subscription subscription) {
            told.add("begun " + subscription.name());
        }

        @Override
        public void fellBehind(String subscription) {
            told.add("behind " + subscription);
        }

        @Override
        public void unsubscribed(Subscription subscription) {
            told.add("over " + subscription.name());
        }
    }

    /** Takes deliveries, and reads the journal where it is told to. */
    private final class Consumer implements Delivery.Cases<Boolean> {
        private final List<Long> seen = new ArrayList<>();
        private int lags;

        @Override
        public Boolean happened(Delivery.Happened delivery) {
            delivery.happening().entries().forEach(entry -> seen.add(entry.index()));
            return true;
        }

        @Override
        public Boolean lagged(Delivery.Lagged delivery) {
            lags++;
            scene.memory.entries().stream()
                    .map(JournalEntry::index)
                    .filter(index -> index >= delivery.fromIndex() && index < delivery.untilIndex())
                    .forEach(seen::add);
            return true;
        }

        @Override
        public Boolean ended(Delivery.Ended delivery) {
            return false;
        }
    }

    @Test
    void aConsumerThatNeverTakesHoldsNobodyUp() throws EngineFailure {
        Subscription subscription = front.subscribe("asleep", 3);
        command(COMMANDS);
        assertEquals(3, subscription.waiting());
        assertEquals(List.of("begun asleep", "behind asleep"), watching.told);
    }

    @Test
    void whatDidNotFitIsNamedByItsPlacesInTheJournal() throws EngineFailure {
        Subscription subscription = front.subscribe("slow", 2);
        long first = subscription.fromIndex();
        command(5);
        assertEquals(first, happened(subscription).firstIndex());
        assertEquals(first + 1, happened(subscription).firstIndex());
        assertEquals(Optional.of(new Delivery.Lagged(first + 2, first + 5)), subscription.poll());
        assertEquals(Optional.empty(), subscription.poll());
        command(1);
        assertEquals(first + 5, happened(subscription).firstIndex());
    }

    @Test
    void aSlowConsumerSeesEveryEntryOnceInOrder() throws EngineFailure, InterruptedException, ExecutionException {
        long first = scene.memory.entries().size();
        Subscription subscription = front.subscribe("slow", 2);
        Consumer consumer = new Consumer();
        command(100);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Boolean> done = thread.submit(() -> {
            while (consumer.seen.size() < COMMANDS) {
                subscription.take().match(consumer);
            }
            return true;
        });
        command(COMMANDS - 100);
        assertTrue(done.get());
        thread.shutdown();
        assertTrue(consumer.lags >= 1);
        assertEquals(
                scene.memory.entries().stream()
                        .map(JournalEntry::index)
                        .filter(index -> index >= first)
                        .toList(),
                consumer.seen);
    }

    @Test
    void whoWaitsIsToldOfTheEnd() throws InterruptedException, ExecutionException {
        Subscription subscription = front.subscribe("desk", 2);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Delivery> waiting = thread.submit(subscription::take);
        subscription.close();
        assertEquals(new Delivery.Ended("the subscription is closed"), waiting.get());
        thread.shutdown();
        subscription.close();
        assertEquals(List.of("begun desk", "over desk"), watching.told);
    }

    @Test
    void whatWasQueuedIsTakenBeforeTheEnd() throws EngineFailure {
        Subscription subscription = front.subscribe("desk", 2);
        command(1);
        subscription.end("over");
        assertTrue(subscription.poll().orElseThrow().match(new Consumer()));
        assertEquals(Optional.of(new Delivery.Ended("over")), subscription.poll());
        assertEquals(Optional.of(new Delivery.Ended("over")), subscription.poll());
    }

    @Test
    void whatIsBeforeTheSubscriptionIsInTheJournal() throws EngineFailure {
        command(7);
        assertEquals(scene.memory.entries().size(), front.subscribe("desk", 1).fromIndex());
    }

    @Test
    void theBeginningIsKnownAfterARestart() throws EngineFailure {
        EngineFront again = new EngineFront(scene.restarted().engine, InstantSource.fixed(Scene.at(1)));
        assertEquals(scene.memory.entries().size(), again.subscribe("desk", 1).fromIndex());
    }

    @Test
    void aSubscriptionWithoutRoomIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> front.subscribe("none", 0));
    }

    private void command(int times) throws EngineFailure {
        for (int time = 0; time < times; time++) {
            front.handle(new Command.ReplacePeople(Scene.desk()));
        }
    }

    private static Happening happened(Subscription subscription) {
        return subscription
                .poll()
                .filter(Delivery.Happened.class::isInstance)
                .map(Delivery.Happened.class::cast)
                .orElseThrow()
                .happening();
    }
}
