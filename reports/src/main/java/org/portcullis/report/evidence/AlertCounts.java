package org.portcullis.report.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HandOverEntry;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.sheet.Cell;

/**
 * Counts by control what alerts of the period came to, without the reconciliation.
 *
 * <p>Mutable while the journal is read, then only read; one thread. Memory grows with alerts.
 */
final class AlertCounts extends Listener<Boolean> {

    /** What a lapsed hand-over is told under. */
    private static final String HAND_OVER = "HAND-OVER";

    private final EvidenceRequest request;
    private final Map<String, String> controlOf = new HashMap<>();
    private final Map<String, List<Long>> seconds = new HashMap<>();
    private final Map<String, Long> refused = new HashMap<>();
    private final Set<String> controls = new TreeSet<>();
    private Instant at = Instant.EPOCH;

    AlertCounts(EvidenceRequest request) {
        super(false);
        this.request = request;
    }

    /** Takes one entry. */
    void add(JournalEntry entry, EntryBody body) {
        at = entry.at();
        body.unfolded().forEach(each -> each.match(this));
    }

    /** Gives the controls of which an alert, a finding that tells, or a lapsed hand-over lies in the period. */
    Set<String> controls() {
        return controls;
    }

    /** Gives how many acknowledgements and confirmations of the control's alerts did not count in the period. */
    long refused(String control) {
        return refused.getOrDefault(control, 0L);
    }

    /**
     * Gives the seconds by which so many of a hundred acknowledgements of the period had come, by the nearest rank; blank where there are
     * none.
     */
    Cell secondsToAcknowledge(String control, int ofHundred) {
        List<Long> sorted =
                seconds.getOrDefault(control, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Cells.blank();
        }
        int rank = (sorted.size() * ofHundred + 99) / 100;
        return Cell.of(sorted.get(Math.max(1, rank) - 1));
    }

    private boolean named(String control) {
        return request.covers(at) && controls.add(control);
    }

    private boolean found(List<RecordedLine.RecordedFinding> findings) {
        findings.stream()
                .filter(finding -> finding.counts() && !finding.tells().isEmpty())
                .forEach(finding -> finding.control().ifPresent(control -> named(control.text())));
        return true;
    }

    private boolean refuse(String alert) {
        if (request.covers(at)) {
            refused.merge(controlOf.getOrDefault(alert, ""), 1L, Long::sum);
        }
        return true;
    }

    @Override
    public Boolean lines(DecisionEntry.Lines body) {
        body.lines().forEach(line -> found(line.findings()));
        return true;
    }

    @Override
    public Boolean judged(WorkEntry.Judged body) {
        return found(body.findings());
    }

    @Override
    public Boolean raised(AlertEntry.Raised body) {
        String control = body.opening().group().control().text();
        controlOf.put(body.opening().id(), control);
        return named(control);
    }

    @Override
    public Boolean joined(AlertEntry.Joined body) {
        String control = controlOf.get(body.alert());
        return control != null && named(control);
    }

    @Override
    public Boolean acknowledged(AlertEntry.Acknowledged body) {
        String control = controlOf.get(body.alert());
        return control != null
                && request.covers(at)
                && seconds.computeIfAbsent(control, first -> new ArrayList<>()).add(body.seconds());
    }

    @Override
    public Boolean acknowledgementRefused(AlertEntry.AcknowledgementRefused body) {
        return refuse(body.alert());
    }

    @Override
    public Boolean confirmationRefused(AlertEntry.ConfirmationRefused body) {
        return refuse(body.alert());
    }

    @Override
    public Boolean lapsed(HandOverEntry.Lapsed body) {
        return named(HAND_OVER);
    }
}
