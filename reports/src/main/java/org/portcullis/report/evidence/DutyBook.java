package org.portcullis.report.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.control.Role;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;

/**
 * Keeps for each hold who asked, who could sign, who signed and by whom it was released.
 *
 * <p>Mutable while the journal is read, then only read; one thread. Memory grows with holds.
 */
final class DutyBook extends Listener<Boolean> {

    private final EvidenceRequest request;
    private final Map<String, Duties> holds = new LinkedHashMap<>();
    private Instant at = Instant.EPOCH;
    private long votes;
    private long seats;
    private long seatsWithVotes;

    DutyBook(EvidenceRequest request) {
        super(false);
        this.request = request;
    }

    /** Is who did what about one hold. Mutable while the journal is read. */
    static final class Duties {
        private final String requester;
        private final boolean inPeriod;
        private final TreeSet<String> eligible = new TreeSet<>();
        private final TreeMap<String, String> excluded = new TreeMap<>();
        private final List<Signed> signed = new ArrayList<>();

        Duties(String requester, boolean inPeriod) {
            this.requester = requester;
            this.inPeriod = inPeriod;
        }

        /** Gives who submitted or asked. */
        String requester() {
            return requester;
        }

        /** Gives the people who could sign. */
        String eligible() {
            return String.join(", ", eligible);
        }

        /** Gives the people who held a role and could not, with why. */
        String excluded() {
            return excluded.entrySet().stream()
                    .map(person -> person.getKey() + " (" + person.getValue() + ")")
                    .collect(Collectors.joining(", "));
        }

        /** Gives the people who signed, each with what and as which role. */
        String signed() {
            return signed.stream()
                    .map(each -> each.person() + " (" + each.action().word() + ", " + each.roles() + ")")
                    .collect(Collectors.joining("\n"));
        }

        /** Gives how many signatures counted. */
        int votes() {
            return signed.size();
        }

        /** Tells whether the person who asked is among those who signed for it. */
        boolean isOwn() {
            return signed.stream()
                    .anyMatch(each -> each.action() != Statement.Action.REJECT
                            && each.person().equals(requester));
        }
    }

    /** Is one signature that counted. */
    private record Signed(String person, Statement.Action action, String roles) {}

    /** Takes one entry. */
    void add(JournalEntry entry, EntryBody body) {
        at = entry.at();
        body.match(this);
    }

    /** Gives the duties about a hold. */
    Duties of(String hold) {
        return holds.getOrDefault(hold, new Duties("", false));
    }

    /** Gives how many signatures counted for holds that began in the period. */
    long votes() {
        return votes;
    }

    /** Gives how many seats were taken when holds were released in the period. */
    long seats() {
        return seats;
    }

    /** Gives how many of these seats are taken by somebody whose signature counted. */
    long seatsWithVotes() {
        return seatsWithVotes;
    }

    @Override
    public Boolean begun(HoldEntry.Begun body) {
        return holds.put(body.hold().id(), new Duties(body.hold().requester(), request.covers(at))) == null;
    }

    @Override
    public Boolean frozen(HoldEntry.Frozen body) {
        Duties duties = of(body.hold());
        duties.excluded.putAll(body.quorum().excluded());
        return duties.eligible.addAll(body.quorum().eligible().keySet());
    }

    @Override
    public Boolean voteAccepted(HoldEntry.VoteAccepted body) {
        Duties duties = of(body.hold());
        votes += duties.inPeriod ? 1 : 0;
        String roles = body.roles().stream().map(Role::name).collect(Collectors.joining(", "));
        return duties.signed.add(new Signed(body.approver(), body.action(), roles));
    }

    @Override
    public Boolean released(HoldEntry.Released body) {
        if (request.covers(at)) {
            Duties duties = of(body.hold());
            body.seats().forEach(seat -> {
                seats++;
                seatsWithVotes +=
                        duties.signed.stream().anyMatch(each -> each.person().equals(seat.person())) ? 1 : 0;
            });
        }
        return true;
    }
}
