package org.portcullis.report.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackChanges;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;

/**
 * Keeps every time that a policy pack was put in force, also the same pack again, with its controls and with who asked and signed.
 *
 * <p>Mutable while the journal is read, then only read; one thread. Memory grows with the packs that were put in force.
 */
final class PolicyBook extends Listener<Boolean> {

    private final List<Activation> activations = new ArrayList<>();
    private final Map<String, Petition> petitions = new HashMap<>();
    private final Map<String, List<String>> approvers = new HashMap<>();
    private final String lastDay;
    private long index;
    private Instant at = Instant.EPOCH;

    PolicyBook(EvidenceRequest request) {
        super(false);
        this.lastDay = request.lastDay().toString();
    }

    /** Is one time that a pack was put in force. Mutable while the journal is read. */
    static final class Activation {
        private final PackActivated pack;
        private final long entry;
        private final Instant from;
        private final Map<String, Placed> controls = new LinkedHashMap<>();
        private final List<Stated> changes = new ArrayList<>();
        private Optional<Instant> until = Optional.empty();
        private long statedRows;
        private long due;

        Activation(PackActivated pack, long entry, Instant from) {
            this.pack = pack;
            this.entry = entry;
            this.from = from;
        }

        PackActivated pack() {
            return pack;
        }

        long entry() {
            return entry;
        }

        Instant from() {
            return from;
        }

        /** Gives when another pack was put in force; empty for the last one. */
        Optional<Instant> until() {
            return until;
        }

        /** Gives the controls by their id, in the order of the pack. */
        Map<String, Placed> controls() {
            return controls;
        }

        /** Gives what the journal says that it changed. */
        List<Stated> changes() {
            return changes;
        }

        /** Gives how many limits its controls state, and how many differences beside limits. */
        long statedRows() {
            return statedRows;
        }

        /** Gives how many of its controls were to be reviewed by the last day of the period, or say so in trading days. */
        long due() {
            return due;
        }

        boolean inForce(EvidenceRequest request) {
            return from.isBefore(request.to())
                    && until.map(end -> end.isAfter(request.from())).orElse(true);
        }
    }

    /** Is a control with the entry that says so. */
    record Placed(PackControl control, long entry) {}

    /** Is a difference with the entry that says so. */
    record Stated(PackChanges.Change change, long entry) {

        /** Tells whether it is of no threshold that has a row of its own. */
        boolean standsAlone() {
            return change.way() == PackChanges.Way.REMOVED
                    || (change.way() == PackChanges.Way.OTHER
                            && change.measure().isEmpty());
        }
    }

    /** Is who asked for a pack and who signed for it. */
    record Petition(String requester, String reason, List<String> approvers) {}

    /** Tells whether a review was due by the day, or cannot be told from the policy alone. */
    static boolean isDue(PackControl control, LocalDate day) {
        return control.reviewDue().isEmpty()
                || !LocalDate.parse(control.reviewDue()).isAfter(day);
    }

    /** Takes one entry. */
    void add(JournalEntry entry, EntryBody body) {
        index = entry.index();
        at = entry.at();
        body.match(this);
    }

    /** Gives the activations in their order. */
    List<Activation> activations() {
        return List.copyOf(activations);
    }

    /** Gives those that were in force at some time of the period. */
    List<Activation> inForce(EvidenceRequest request) {
        return activations.stream().filter(each -> each.inForce(request)).toList();
    }

    /** Gives the petition by whose signatures the pack was put in force, if people signed. */
    Optional<Petition> petition(Activation activation) {
        return activation
                .pack()
                .signedBy()
                .flatMap(id -> Optional.ofNullable(petitions.get(id))
                        .map(asked -> new Petition(
                                asked.requester(), asked.reason(), approvers.getOrDefault(id, List.of()))));
    }

    private Optional<Activation> last() {
        return activations.isEmpty() ? Optional.empty() : Optional.of(activations.get(activations.size() - 1));
    }

    @Override
    public Boolean packActivated(PackActivated body) {
        last().ifPresent(before -> before.until = Optional.of(at));
        return activations.add(new Activation(body, index, at));
    }

    @Override
    public Boolean packControl(PackControl body) {
        last().ifPresent(activation -> {
            activation.controls.put(body.id(), new Placed(body, index));
            activation.statedRows += body.limits().size();
            activation.due += body.reviewDue().isEmpty() || body.reviewDue().compareTo(lastDay) <= 0 ? 1 : 0;
        });
        return true;
    }

    @Override
    public Boolean packChanges(PackChanges body) {
        last().ifPresent(activation -> body.changes().forEach(change -> {
            Stated stated = new Stated(change, index);
            activation.changes.add(stated);
            activation.statedRows += stated.standsAlone() ? 1 : 0;
        }));
        return true;
    }

    @Override
    public Boolean asked(PetitionEntry.Asked body) {
        if (body.purpose().kind() == Purpose.Kind.ACTIVATION) {
            petitions.put(body.petition(), new Petition(body.person(), body.reason(), List.of()));
        }
        return true;
    }

    @Override
    public Boolean voteAccepted(HoldEntry.VoteAccepted body) {
        return petitions.containsKey(body.hold())
                && body.action() != Statement.Action.REJECT
                && approvers
                        .computeIfAbsent(body.hold(), first -> new ArrayList<>())
                        .add(body.approver());
    }
}
