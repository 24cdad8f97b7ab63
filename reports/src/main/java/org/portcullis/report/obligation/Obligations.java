package org.portcullis.report.obligation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;

/**
 * Judges every {@link Obligation} while a journal is read once: it is shown each entry in its order, then asked.
 *
 * <p>An instance belongs to the period in which it began; what came of it is read from all entries up to the checkpoint. Memory grows with what
 * is open at one time and with the number of petitions, not with the number of decisions. Mutable; one thread.
 */
public final class Obligations {

    private final Controls controls;
    private final Releases releases;
    private final WarningsRead warnings;
    private final Signatures signatures;
    private final AlertsAnswered alerts;
    private final SwitchesDrilled switches;
    private final ReviewsInTime reviews;
    private final KeysConfirmed keys;
    private final RecordsWhole records;
    private final List<Watch> watches;

    /**
     * Begins before the first entry.
     *
     * @param genuine tells whether an accepted vote is signed with its person's own key
     */
    public Obligations(EvidenceRequest request, Predicate<HoldEntry.VoteAccepted> genuine) {
        this.controls = new Controls(request);
        this.releases = new Releases(request);
        this.warnings = new WarningsRead(request);
        this.signatures = new Signatures(request, genuine);
        this.alerts = new AlertsAnswered(request);
        this.switches = new SwitchesDrilled(request);
        this.reviews = new ReviewsInTime(request);
        this.keys = new KeysConfirmed(request);
        this.records = new RecordsWhole(request);
        this.watches = List.of(controls, releases, warnings, signatures, alerts, switches, reviews, keys, records);
    }

    /** Sees the next entry, with its body where it is of a type of the engine. */
    public void see(JournalEntry entry, Optional<EntryBody> body) {
        records.link(entry);
        body.ifPresent(known -> watches.forEach(watch -> watch.see(entry, known)));
    }

    /** Sees a decision that the entries so far make whole. */
    public void decision(RecordedDecision decision) {
        records.decision(decision);
    }

    /** Judges, once everything was seen; to be called once. */
    public List<Judgement> judgements() {
        return List.of(
                releases.blocks(controls),
                releases.judgement(controls),
                warnings.judgement(controls),
                signatures.judgement(controls),
                signatures.exceptions(controls),
                alerts.judgement(controls),
                signatures.stops(controls),
                switches.judgement(controls),
                reviews.judgement(controls),
                signatures.changes(controls),
                keys.judgement(controls),
                records.judgement(controls));
    }
}
