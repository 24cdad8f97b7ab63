package org.portcullis.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.portcullis.engine.journal.JournalFailure;

/**
 * Holds the commits that wait for the one writer thread; callers wait while it is full, nothing is ever dropped.
 *
 * <p>Safe for calls from several threads; {@link #take} is the writer thread's alone.
 */
final class CommitQueue {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition emptied = lock.newCondition();
    private final Deque<Commit> waiting = new ArrayDeque<>();
    private final int capacity;

    private Optional<JournalFailure> closed = Optional.empty();

    CommitQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Adds a commit as soon as there is room; throws once the queue is closed. */
    void put(Commit commit) throws JournalFailure {
        lock.lock();
        try {
            while (closed.isEmpty() && waiting.size() >= capacity) {
                emptied.awaitUninterruptibly();
            }
            if (closed.isPresent()) {
                throw closed.get();
            }
            waiting.add(commit);
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for commits and takes all that fit into one batch; empty when the queue is closed and drained. */
    List<Commit> take(int maxRecords) {
        lock.lock();
        try {
            while (waiting.isEmpty() && closed.isEmpty()) {
                filled.awaitUninterruptibly();
            }
            List<Commit> batch = new ArrayList<>();
            int records = 0;
            while (!waiting.isEmpty()
                    && (batch.isEmpty() || records + waiting.getFirst().size() <= maxRecords)) {
                Commit commit = waiting.removeFirst();
                records += commit.size();
                batch.add(commit);
            }
            emptied.signalAll();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Lets every later {@link #put} fail; what waits is still written. */
    void close(JournalFailure reason) {
        lock.lock();
        try {
            if (closed.isEmpty()) {
                closed = Optional.of(reason);
            }
            filled.signalAll();
            emptied.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets every later {@link #put} fail and gives what still waited, so that it can be failed too. */
    List<Commit> abandon(JournalFailure reason) {
        close(reason);
        return take(Integer.MAX_VALUE);
    }
}
