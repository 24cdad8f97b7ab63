package org.portcullis.report.obligation;

import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.Digest;
import org.portcullis.report.EvidenceRequest;

/** Looks whether every decision has its parts and every entry its place. Mutable; one thread. */
final class RecordsWhole extends Judging {

    private long next;
    private Digest previous = EntryFormat.NO_ENTRY;

    RecordsWhole(EvidenceRequest request) {
        super(request);
    }

    /** Sees an entry of any type. */
    void link(JournalEntry entry) {
        boolean follows = entry.index() == next && entry.previous().equals(previous);
        if (!follows) {
            instances.add(false, entry.index(), "it does not follow the entry before it");
        }
        next = entry.index() + 1;
        previous = entry.leafHash();
    }

    @Override
    void see(JournalEntry entry, EntryBody body) {
        // Reason: decisions come put together, and links are of entries of every type.
    }

    /** Sees a decision with all its parts. */
    void decision(RecordedDecision decision) {
        if (request.covers(decision.at())) {
            instances.add(
                    decision.isWhole(),
                    decision.index(),
                    "parts of the decision on submission " + decision.received().submission() + " are missing");
        }
    }

    @Override
    Judgement judgement(Controls controls) {
        return instances.judge(
                Obligation.RECORDS_WHOLE, !controls.stated().isEmpty(), "no policy was in force in the period");
    }
}
