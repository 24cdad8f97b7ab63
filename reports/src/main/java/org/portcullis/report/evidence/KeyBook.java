package org.portcullis.report.evidence;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;

/** Keeps the life of every key. Mutable while the journal is read, then only read; one thread. Memory grows with keys. */
final class KeyBook extends Listener<Boolean> {

    private final EvidenceRequest request;
    private final Map<String, Life> keys = new LinkedHashMap<>();
    private long index;
    private Instant at = Instant.EPOCH;
    private long enrolments;

    KeyBook(EvidenceRequest request) {
        super(false);
        this.request = request;
    }

    /** Is what became of one key. Mutable while the journal is read. */
    static final class Life {
        private final String keyId;
        private final String person;
        private final String publicKey;
        private final String replaces;
        private final String confirmedBy;
        private final boolean confirmed;
        private final Event begun;
        private Optional<Instant> until = Optional.empty();
        private Optional<Event> ended = Optional.empty();
        private String why = "";
        private long votes;
        private Optional<Event> lastVote = Optional.empty();

        Life(
                String keyId,
                String person,
                String publicKey,
                String replaces,
                String confirmedBy,
                boolean confirmed,
                Event begun) {
            this.keyId = keyId;
            this.person = person;
            this.publicKey = publicKey;
            this.replaces = replaces;
            this.confirmedBy = confirmedBy;
            this.confirmed = confirmed;
            this.begun = begun;
        }

        String keyId() {
            return keyId;
        }

        String person() {
            return person;
        }

        String publicKey() {
            return publicKey;
        }

        /** Gives the key that it took the place of; empty for one that was enrolled. */
        String replaces() {
            return replaces;
        }

        String confirmedBy() {
            return confirmedBy;
        }

        /** Tells whether the second person signed; a founding key is named by somebody without a key. */
        boolean confirmed() {
            return confirmed;
        }

        Event begun() {
            return begun;
        }

        /** Gives the last instant at which it counts beside the key that replaces it. */
        Optional<Instant> until() {
            return until;
        }

        /** Gives the entry that revoked or replaced it. */
        Optional<Event> ended() {
            return ended;
        }

        String why() {
            return why;
        }

        /** Gives how many votes of the period are signed with it. */
        long votes() {
            return votes;
        }

        Optional<Event> lastVote() {
            return lastVote;
        }
    }

    /** Is an entry with its time. */
    record Event(long entry, Instant at) {}

    /** Takes one entry. */
    void add(JournalEntry entry, EntryBody body) {
        index = entry.index();
        at = entry.at();
        if (at.isBefore(request.to())) {
            body.match(this);
        }
    }

    /** Gives the keys in the order in which they came, up to the end of the period. */
    List<Life> keys() {
        return List.copyOf(keys.values());
    }

    /** Gives how many enrolments and rotations there were up to the end of the period. */
    long enrolments() {
        return enrolments;
    }

    private Event now() {
        return new Event(index, at);
    }

    @Override
    public Boolean enrolled(KeyEntry.Enrolled body) {
        enrolments++;
        return begin(new Life(
                body.keyId(),
                body.person(),
                body.publicKey(),
                "",
                body.confirmedBy(),
                body.confirmation().isPresent(),
                now()));
    }

    @Override
    public Boolean rotated(KeyEntry.Rotated body) {
        enrolments++;
        Life old = keys.get(body.rotation().replaces());
        if (old != null) {
            old.until = Optional.of(body.rotation().overlapUntil());
            old.ended = Optional.of(now());
            old.why = "replaced by " + body.rotation().keyId();
        }
        return begin(new Life(
                body.rotation().keyId(),
                body.rotation().person(),
                body.rotation().publicKey(),
                body.rotation().replaces(),
                body.confirmedBy(),
                body.confirmation().isPresent(),
                now()));
    }

    private boolean begin(Life life) {
        return keys.put(life.keyId(), life) == null;
    }

    @Override
    public Boolean revoked(KeyEntry.Revoked body) {
        Life life = keys.get(body.keyId());
        if (life != null) {
            life.until = Optional.of(at);
            life.ended = Optional.of(now());
            life.why = "revoked by " + body.revokedBy() + ": " + body.reason();
        }
        return life != null;
    }

    @Override
    public Boolean voteAccepted(HoldEntry.VoteAccepted body) {
        Life life = keys.get(body.keyId());
        if (life == null || !request.covers(at)) {
            return false;
        }
        life.votes++;
        life.lastVote = Optional.of(now());
        return true;
    }
}
