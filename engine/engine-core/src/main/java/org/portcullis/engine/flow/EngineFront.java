package org.portcullis.engine.flow;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets several threads call one engine: one at a time, in the order in which they get the lock, each with the time read inside it.
 *
 * <p>Safe for use by many threads. While it is in use nobody else MUST call the engine. Callers wait while another's entries are made durable.
 */
public final class EngineFront {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final OrderEngine engine;
    private final InstantSource time;

    /** Puts a front before the engine; the time source MUST NOT go backwards, or commands are refused until it has caught up. */
    public EngineFront(OrderEngine engine, InstantSource time) {
        this.engine = engine;
        this.time = time;
    }

    /** Does what {@link OrderEngine#handle} does, now. */
    public Reply handle(Command command) throws EngineFailure {
        lock.lock();
        try {
            return engine.handle(command, time.instant());
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#poll} does, now. */
    public PollReply poll(int max) throws EngineFailure {
        lock.lock();
        try {
            return engine.poll(time.instant(), max);
        } finally {
            lock.unlock();
        }
    }

    /** Does what {@link OrderEngine#view} does. */
    public Optional<SubmissionView> view(String submission) {
        lock.lock();
        try {
            return engine.view(submission);
        } finally {
            lock.unlock();
        }
    }
}
