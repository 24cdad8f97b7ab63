package org.portcullis.engine.flow;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Carries what happened to one consumer, who takes it with a thread of its own and at its own pace.
 *
 * <p>The queue is bounded. The engine never waits for it: what does not fit is not queued, and once the consumer has taken what came before, it is told by
 * {@link Delivery.Lagged} which entries to read from the journal. So nothing is lost without a word, and memory stays bounded.
 *
 * <p>Safe for use by many threads; several consumers of one subscription share what it gives.
 */
public final class Subscription implements AutoCloseable {
    private final String name;
    private final int capacity;
    private final long fromIndex;
    private final Watch watch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Happening> queue = new ArrayDeque<>();
    private Optional<Delivery.Lagged> missed = Optional.empty();
    private Optional<Delivery.Ended> ended = Optional.empty();

    /** Is told what a front has to know of its subscriptions. */
    interface Watch {
        /** The queue was full for the first time since the consumer caught up. */
        void fellBehind(Subscription subscription);

        /** The consumer is gone. */
        void closed(Subscription subscription);
    }

    Subscription(String name, int capacity, long fromIndex, Watch watch) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a subscription holds at least 1, not " + capacity);
        }
        this.name = name;
        this.capacity = capacity;
        this.fromIndex = fromIndex;
        this.watch = watch;
    }

    /** The name that metrics know it by. */
    public String name() {
        return name;
    }

    /** The place in the journal from which on the engine's entries come through here; what lies before is read from the journal. */
    public long fromIndex() {
        return fromIndex;
    }

    /** How many happenings wait to be taken. */
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what is next, or waits for it. After {@link Delivery.Ended} every call gives the same at once. */
    public Delivery take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Optional<Delivery> next = next();
            while (next.isEmpty()) {
                changed.await();
                next = next();
            }
            return next.get();
        } finally {
            lock.unlock();
        }
    }

    /** Takes what is next; empty where nothing waits. */
    public Optional<Delivery> poll() {
        lock.lock();
        try {
            return next();
        } finally {
            lock.unlock();
        }
    }

    /** Ends the subscription: what waits is forgotten, and who waits in {@link #take} is told. */
    @Override
    public void close() {
        lock.lock();
        try {
            queue.clear();
            missed = Optional.empty();
            ended = Optional.of(new Delivery.Ended("the subscription is closed"));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        watch.closed(this);
    }

    /** Queues what happened, or remembers that it did not fit; never waits for the consumer. */
    void offer(Happening happening) {
        boolean first = false;
        lock.lock();
        try {
            if (ended.isPresent()) {
                return;
            }
            if (missed.isPresent()) {
                missed = Optional.of(new Delivery.Lagged(missed.get().fromIndex(), happening.nextIndex()));
            } else if (queue.size() == capacity) {
                missed = Optional.of(new Delivery.Lagged(happening.firstIndex(), happening.nextIndex()));
                first = true;
            } else {
                queue.add(happening);
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
        if (first) {
            watch.fellBehind(this);
        }
    }

    /** Says that nothing comes after what is already queued. */
    void end(String reason) {
        lock.lock();
        try {
            if (ended.isEmpty()) {
                ended = Optional.of(new Delivery.Ended(reason));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Optional<Delivery> next() {
        Happening happening = queue.poll();
        if (happening != null) {
            return Optional.of(new Delivery.Happened(happening));
        }
        if (missed.isPresent()) {
            Delivery.Lagged lagged = missed.get();
            missed = Optional.empty();
            return Optional.of(lagged);
        }
        return ended.map(Delivery.class::cast);
    }
}
