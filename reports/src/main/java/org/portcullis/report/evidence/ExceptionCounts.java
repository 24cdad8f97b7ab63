package org.portcullis.report.evidence;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;

/**
 * Counts in the period what is an exception by its content and not by its type. Mutable while the journal is read, then only read; one
 * thread.
 */
final class ExceptionCounts extends Listener<Boolean> {

    /** The ends of baskets that nobody wanted. */
    static final List<String> BY_TIME = List.of("unacknowledged", "not-presented", "killed");

    private final EvidenceRequest request;
    private final Set<String> lacking = new HashSet<>();
    private final Set<String> kinds = new HashSet<>();
    private Instant at = Instant.EPOCH;
    private long withoutFacts;
    private long unreached;
    private long endedByTime;
    private long refusedReports;
    private long gaps;

    ExceptionCounts(EvidenceRequest request) {
        super(false);
        this.request = request;
    }

    /** Takes one entry. */
    void add(JournalEntry entry, EntryBody body) {
        at = entry.at();
        if (request.covers(at)) {
            body.unfolded().forEach(each -> each.match(this));
        }
    }

    /** Gives the number of all of them. */
    long all() {
        return withoutFacts + unreached + endedByTime + refusedReports;
    }

    /** Gives the number of decisions with a finding that lacks a fact. */
    long withoutFacts() {
        return withoutFacts;
    }

    /** Gives the number of steps that reached nobody. */
    long unreached() {
        return unreached;
    }

    /** Gives the number of baskets that ended in a way that nobody wanted. */
    long endedByTime() {
        return endedByTime;
    }

    /** Gives the number of reports that were refused. */
    long refusedReports() {
        return refusedReports;
    }

    /** Gives how often findings of decisions and judgements say that a fact is not known. */
    long gaps() {
        return gaps;
    }

    /** Gives how many pairs of a fact and what was wrong with it there are among these. */
    long kindsOfGap() {
        return kinds.size();
    }

    private long gaps(List<RecordedLine.RecordedFinding> findings) {
        long lacked = 0;
        for (RecordedLine.RecordedFinding finding : findings) {
            lacked += finding.gaps().size();
            finding.gaps()
                    .forEach(gap ->
                            kinds.add(gap.cause().path() + ": " + gap.state().phrase()));
        }
        gaps += lacked;
        return lacked;
    }

    @Override
    public Boolean lines(DecisionEntry.Lines body) {
        long lacked = 0;
        for (RecordedLine line : body.lines()) {
            lacked += gaps(line.findings());
        }
        return lacked > 0 && lacking.add(body.submission());
    }

    @Override
    public Boolean judged(WorkEntry.Judged body) {
        return gaps(body.findings()) > 0;
    }

    @Override
    public Boolean made(DecisionEntry.Made body) {
        boolean lacked = lacking.remove(body.submission());
        withoutFacts += lacked ? 1 : 0;
        return lacked;
    }

    @Override
    public Boolean stepTaken(AlertEntry.StepTaken body) {
        unreached += body.reached() ? 0 : 1;
        return true;
    }

    @Override
    public Boolean ended(SubmissionEntry.Ended body) {
        endedByTime += BY_TIME.contains(body.why().word()) ? 1 : 0;
        return true;
    }

    @Override
    public Boolean reported(WorkEntry.Reported body) {
        refusedReports += body.refused().isEmpty() ? 0 : 1;
        return true;
    }
}
