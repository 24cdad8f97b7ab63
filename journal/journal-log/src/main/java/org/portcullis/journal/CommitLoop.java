package org.portcullis.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.journal.JournalFailure;

/** Takes commits from the queue and writes them, until the queue is closed or a write fails; run by the writer thread. */
final class CommitLoop implements Runnable {

    /** The most records of one batch; a single append may have more. */
    private static final int MAX_BATCH_RECORDS = 4_096;

    private final CommitQueue queue;
    private final Ledger ledger;
    private final AtomicReference<@Nullable JournalFailure> failure = new AtomicReference<>();

    CommitLoop(CommitQueue queue, Ledger ledger) {
        this.queue = queue;
        this.ledger = ledger;
    }

    /** Gives the failure that stopped the journal. */
    Optional<JournalFailure> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void run() {
        List<Commit> batch = List.of();
        try (ledger) {
            for (batch = queue.take(MAX_BATCH_RECORDS); !batch.isEmpty(); batch = queue.take(MAX_BATCH_RECORDS)) {
                write(batch);
            }
            ledger.finish();
        } catch (IOException | RuntimeException failed) {
            stop(failed, batch);
        }
    }

    private void write(List<Commit> batch) throws IOException {
        List<Commit> appends =
                batch.stream().filter(commit -> !commit.isPublication()).toList();
        ledger.commit(appends);
        for (Commit commit : batch) {
            if (commit.isPublication()) {
                ledger.publish(commit);
            }
        }
    }

    /** Wakes the writer thread, so that it finds that publishing has failed. */
    void publishingFailed() {
        ledger.publishingFailure().ifPresent(queue::close);
    }

    /** What became of the batch is unknown, so its callers are told so, and nobody writes any more. */
    private void stop(Exception cause, List<Commit> batch) {
        JournalFailure stopped = ledger.publishingFailure()
                .orElseGet(() -> new JournalFailure(
                        JournalFailure.Kind.STOPPED,
                        "the journal has stopped, because writing failed: " + cause,
                        cause));
        failure.set(stopped);
        batch.forEach(commit -> commit.fail(stopped));
        queue.abandon(stopped).forEach(commit -> commit.fail(stopped));
    }
}
