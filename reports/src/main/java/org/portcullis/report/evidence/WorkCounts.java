package org.portcullis.report.evidence;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;

/**
 * Counts what was done to working orders in the period, without making rows. Mutable while the journal is read, then only read; one
 * thread. Memory grows with the suspensions and switches that stand at one time.
 */
final class WorkCounts extends Listener<Boolean> {

    private final EvidenceRequest request;
    private final Set<String> stops = new HashSet<>();
    private final Set<String> pulled = new HashSet<>();
    private Instant at = Instant.EPOCH;
    private long orders;
    private long resumed;
    private long unknownStops;
    private long switchOrders;
    private long letGo;
    private long neverPulled;

    WorkCounts(EvidenceRequest request) {
        super(false);
        this.request = request;
    }

    /** Takes one entry. */
    void add(JournalEntry entry, EntryBody body) {
        at = entry.at();
        body.match(this);
    }

    /** Gives the number of orders that suspensions concern and whose cancellation was asked for. */
    long orders() {
        return orders;
    }

    /** Gives the number of suspensions that ended in the period. */
    long resumed() {
        return resumed;
    }

    /** Gives the number of these that never began. */
    long unknownStops() {
        return unknownStops;
    }

    /** Gives the number of orders that were out when switches were pulled. */
    long switchOrders() {
        return switchOrders;
    }

    /** Gives the number of switches that were let go in the period. */
    long letGo() {
        return letGo;
    }

    /** Gives the number of these that were not pulled. */
    long neverPulled() {
        return neverPulled;
    }

    private long now(long count) {
        return request.covers(at) ? count : 0;
    }

    @Override
    public Boolean stopped(WorkEntry.Stopped body) {
        orders += now(body.stop().orders());
        return stops.add(body.stop().id());
    }

    @Override
    public Boolean resumed(WorkEntry.Resumed body) {
        boolean known = stops.remove(body.stop());
        resumed += now(1);
        unknownStops += now(known ? 0 : 1);
        return known;
    }

    @Override
    public Boolean cancelAsked(WorkEntry.CancelAsked body) {
        orders += now(body.orders().size());
        return true;
    }

    @Override
    public Boolean pulled(SwitchEntry.Pulled body) {
        switchOrders += now(body.orders());
        return pulled.add(body.control().text());
    }

    @Override
    public Boolean cleared(SwitchEntry.Cleared body) {
        boolean known = pulled.remove(body.control().text());
        letGo += now(1);
        neverPulled += now(known ? 0 : 1);
        return known;
    }
}
