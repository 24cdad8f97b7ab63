package org.portcullis.report.obligation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;

/** Looks at every entry and knows which it is; the answer to an entry says nothing. Mutable; one thread. */
abstract class Watch extends Listener<Boolean> {

    final EvidenceRequest request;
    private @Nullable JournalEntry now;

    Watch(EvidenceRequest request) {
        super(false);
        this.request = request;
    }

    /** Sees the next entry of the journal. */
    void see(JournalEntry entry, EntryBody body) {
        now = entry;
        body.match(this);
    }

    /** Gives the entry that is seen now. */
    JournalEntry now() {
        return Objects.requireNonNull(now, "an entry is seen first");
    }

    /** Gives the number of the entry that is seen now. */
    long index() {
        return now().index();
    }

    /** Gives the time of the entry that is seen now. */
    Instant at() {
        return now().at();
    }

    /** Tells whether the entry that is seen now lies in the period. */
    boolean inPeriod() {
        return request.covers(at());
    }
}
