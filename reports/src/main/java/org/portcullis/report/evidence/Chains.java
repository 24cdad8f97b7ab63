package org.portcullis.report.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;

/**
 * Follows alerts and holds from their beginning to their end, and counts what their chains did in the period.
 *
 * <p>What became of them is known up to the checkpoint, also where the period ended before. Mutable while the journal is read, then only
 * read; one thread. Memory grows with alerts and holds.
 */
final class Chains extends Listener<Boolean> {

    private final EvidenceRequest request;
    private final Map<String, Instant> raised = new HashMap<>();
    private final Map<String, Integer> pending = new HashMap<>();
    private final Map<String, Ending> alerts = new HashMap<>();
    private final Map<String, String> holdOf = new HashMap<>();
    private final Map<String, Ending> holds = new HashMap<>();
    private long index;
    private Instant at = Instant.EPOCH;
    private long peopleTold;
    private long acknowledgements;
    private long rightTimes;

    Chains(EvidenceRequest request) {
        super(false);
        this.request = request;
    }

    /** Takes one entry. */
    void add(JournalEntry entry, EntryBody body) {
        index = entry.index();
        at = entry.at();
        body.match(this);
    }

    /** Gives how an alert ended; empty while nobody has acknowledged it. */
    Optional<Ending> ofAlert(String alert) {
        return Optional.ofNullable(alerts.get(alert));
    }

    /** Gives how a hold ended; empty while it waits. */
    Optional<Ending> ofHold(String hold) {
        return Optional.ofNullable(holds.get(hold));
    }

    /** Gives how many people were told by steps of the period; a person counts once for each telling. */
    long peopleTold() {
        return peopleTold;
    }

    /** Gives the number of acknowledgements of alerts in the period. */
    long acknowledgements() {
        return acknowledgements;
    }

    /** Gives the number of these that state the seconds that lie between the two entries. */
    long rightTimes() {
        return rightTimes;
    }

    @Override
    public Boolean raised(AlertEntry.Raised body) {
        return raised.put(body.opening().id(), at) == null;
    }

    @Override
    public Boolean told(AlertEntry.Told body) {
        if (body.step() >= 0) {
            pending.merge(body.alert(), body.people().size(), Integer::sum);
        }
        return true;
    }

    @Override
    public Boolean stepTaken(AlertEntry.StepTaken body) {
        Integer people = pending.remove(body.alert());
        peopleTold += people == null || !request.covers(at) ? 0 : people;
        return true;
    }

    @Override
    public Boolean acknowledged(AlertEntry.Acknowledged body) {
        Instant since = raised.remove(body.alert());
        if (request.covers(at)) {
            acknowledgements++;
            rightTimes += since != null && Duration.between(since, at).toSeconds() == body.seconds() ? 1 : 0;
        }
        return alerts.put(body.alert(), ending(Ending.Way.ACKNOWLEDGED, body.person())) == null;
    }

    @Override
    public Boolean begun(HoldEntry.Begun body) {
        if (!body.submission().isEmpty() && !body.hold().purpose().isPetition()) {
            holdOf.put(body.submission(), body.hold().id());
        }
        return true;
    }

    @Override
    public Boolean escalated(HoldEntry.Escalated body) {
        peopleTold += request.covers(at) ? body.people().size() : 0;
        return true;
    }

    @Override
    public Boolean released(HoldEntry.Released body) {
        String people =
                body.seats().stream().map(seat -> seat.person()).distinct().collect(Collectors.joining(", "));
        return end(body.submission(), body.hold(), ending(Ending.Way.RELEASED, people));
    }

    @Override
    public Boolean rejected(HoldEntry.Rejected body) {
        return end(body.submission(), body.hold(), ending(Ending.Way.REJECTED, body.by()));
    }

    @Override
    public Boolean expired(HoldEntry.Expired body) {
        return end(body.submission(), body.hold(), ending(Ending.Way.EXPIRED, ""));
    }

    @Override
    public Boolean withdrawn(PetitionEntry.Withdrawn body) {
        return end("", body.petition(), ending(Ending.Way.TAKEN_BACK, body.by()));
    }

    @Override
    public Boolean ended(SubmissionEntry.Ended body) {
        String hold = holdOf.remove(body.submission());
        return hold != null
                && holds.putIfAbsent(
                                hold,
                                ending(
                                        body.why() == SubmissionEntry.Ended.Why.WITHDRAWN
                                                ? Ending.Way.TAKEN_BACK
                                                : Ending.Way.VOID,
                                        body.by()))
                        == null;
    }

    private boolean end(String submission, String hold, Ending ending) {
        holdOf.remove(submission, hold);
        return holds.put(hold, ending) == null;
    }

    private Ending ending(Ending.Way way, String by) {
        return new Ending(way, by, index, at);
    }
}
