package org.portcullis.report.evidence;

import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.sheet.Row;

/** Gives one row for each entry of the period that has something to say, and sees all others. Mutable; one thread. */
abstract class EntryRows implements JournalRows.Fold {

    private final EvidenceRequest request;

    EntryRows(EvidenceRequest request) {
        this.request = request;
    }

    /** Gives what makes the row of one entry. */
    abstract Listener<Optional<Row>> about(JournalEntry entry);

    @Override
    public final void entry(JournalEntry entry, EntryBody body, Consumer<Row> sink) {
        body.match(about(entry)).filter(row -> request.covers(entry.at())).ifPresent(sink);
    }
}
