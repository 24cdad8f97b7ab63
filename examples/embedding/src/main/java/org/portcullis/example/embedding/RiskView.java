package org.portcullis.example.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.portcullis.engine.flow.Delivery;
import org.portcullis.engine.flow.EngineFront;
import org.portcullis.engine.flow.Subscription;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.JournalDirectory;

/** A screen that shows everything that happens, at its own pace; it has seen every entry up to one, and none twice. */
final class RiskView {
    private static final int QUEUE = 6;

    private final Path journal;
    private long seen;
    private Optional<Subscription> subscription = Optional.empty();

    RiskView(Path journal) {
        this.journal = journal;
    }

    /** Follows an engine from now on; what it did before is in the journal. */
    void follow(EngineFront front) {
        subscription.ifPresent(Subscription::close);
        subscription = Optional.of(front.subscribe("risk view", QUEUE));
    }

    // excerpt: subscription
    /** Shows what has come since the last time. In production a thread of its own calls {@code take} in a loop; nobody waits for it. */
    String catchUp() throws IOException, JournalFailure {
        Subscription source = subscription.orElseThrow();
        Reading reading = new Reading();
        reading.readJournal(source.fromIndex());
        for (Optional<Delivery> next = source.poll(); next.isPresent(); next = source.poll()) {
            reading.readJournal(next.get().match(reading));
        }
        return "the risk view has seen entries 0 to " + (seen - 1) + ": " + reading.delivered + " delivered, "
                + reading.fromJournal + " from the journal";
    }

    /** Takes deliveries; answers up to which entry the journal has to be read. */
    private final class Reading implements Delivery.Cases<Long> {
        private long delivered;
        private long fromJournal;

        @Override
        public Long happened(Delivery.Happened delivery) {
            delivered += delivery.happening().entries().size();
            seen = delivery.happening().nextIndex();
            return seen;
        }

        @Override
        public Long lagged(Delivery.Lagged delivery) {
            return delivery.untilIndex();
        }

        @Override
        public Long ended(Delivery.Ended delivery) {
            return seen;
        }

        private void readJournal(long until) throws IOException, JournalFailure {
            long from = seen;
            fromJournal += JournalDirectory.at(journal).entries().stream()
                    .filter(entry -> entry.index() >= from && entry.index() < until)
                    .count();
            seen = Math.max(seen, until);
        }
    }
    // end of excerpt
}
