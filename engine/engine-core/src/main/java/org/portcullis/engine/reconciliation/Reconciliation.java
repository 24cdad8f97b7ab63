package org.portcullis.engine.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;

/**
 * Proves for each control that tells: raised = delivered = seen, or says which alerts are not; a function of a journal's entries and of nothing else.
 *
 * @param lines one for each control that told, or should have, by its id
 * @param events what happened of which escalations tell
 * @param differences what is not as it must be; none where everything that was noticed was raised, delivered and seen
 */
public record Reconciliation(List<Line> lines, Map<Event, Count> events, List<Difference> differences) {
    public Reconciliation {
        lines = List.copyOf(lines);
        events = java.util.Collections.unmodifiableMap(new EnumMap<>(events));
        differences = List.copyOf(differences);
    }

    /** What escalations listen for. */
    public enum Event {
        SUSPENDED("suspended"),
        BLOCKED("blocked"),
        HELD("held");

        private final String word;

        Event(String word) {
            this.word = word;
        }

        /** The event as policies write it. */
        public String word() {
            return word;
        }
    }

    /**
     * How often an event happened.
     *
     * @param untold how often of those no escalation told anybody of it, because none stands there
     */
    public record Count(long happened, long untold) {}

    /**
     * The occurrences of one control.
     *
     * @param counted whether the journal says by itself how often the control noticed something; not for escalations, whose scope it does not judge
     * @param noticed by decisions and judgements; as raised where that is not counted
     * @param raised occurrences raised in an alert or joined to one
     * @param alerts how many alerts these are
     * @param told occurrences in alerts of which every role had somebody to be told
     * @param delivered occurrences that somebody of each role told was delivered
     * @param seen occurrences that somebody of each role told has seen
     * @param acknowledged occurrences in alerts that somebody took on
     */
    public record Line(
            ControlId control,
            boolean counted,
            long noticed,
            long raised,
            long alerts,
            long told,
            long delivered,
            long seen,
            long acknowledged) {}

    /**
     * Something that is not as it must be.
     *
     * @param alert the alert; empty where it is about the control as a whole
     */
    public record Difference(ControlId control, String alert, String sentence) {}

    /** Whether everything that was noticed was raised, delivered and seen. */
    public boolean isProved() {
        return differences.isEmpty();
    }

    /**
     * Reconciles a journal.
     *
     * @throws JournalFailure when it cannot be read
     */
    public static Reconciliation of(EntrySource entries) throws JournalFailure {
        return of(entries, at -> true);
    }

    /**
     * Reconciles what occurred in a period with what became of it until the end of the journal.
     *
     * @param period tells whether an instant lies in the period, which has no gaps
     * @throws JournalFailure when the journal cannot be read
     */
    public static Reconciliation of(EntrySource entries, Predicate<Instant> period) throws JournalFailure {
        Gathering gathering = new Gathering(period);
        entries.forEach(entry -> EntryBody.read(entry).ifPresent(body -> gathering.add(entry, body)));
        return gathering.result();
    }

    /** Reconciles while somebody else reads the journal. Mutable; one thread. */
    public static final class Gathering {
        private final Tally tally;

        /** Has seen nothing yet; {@code period} tells whether an instant lies in the period, which has no gaps. */
        public Gathering(Predicate<Instant> period) {
            this.tally = new Tally(period);
        }

        /** Takes the next entry of the engine with its body; those of other writers say nothing about alerts. */
        public void add(JournalEntry entry, EntryBody body) {
            tally.add(entry, body);
        }

        /** Reconciles what was seen. */
        public Reconciliation result() {
            return Reconciliation.of(tally);
        }
    }

    private static Reconciliation of(Tally tally) {
        Map<ControlId, List<Alert>> alerts = new TreeMap<>();
        tally.noticed().keySet().forEach(control -> alerts.put(control, new ArrayList<>()));
        tally.alerts().all().stream()
                .filter(alert -> tally.within(alert).count() > 0)
                .forEach(alert -> alerts.computeIfAbsent(alert.opening().group().control(), first -> new ArrayList<>())
                        .add(alert));
        List<Line> lines = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        alerts.forEach((control, own) -> {
            Line line = line(control, own, tally);
            lines.add(line);
            if (line.noticed() != line.raised()) {
                differences.add(new Difference(
                        control, "", "noticed " + line.noticed() + " times, raised " + line.raised() + " times"));
            }
            own.forEach(alert -> differences(control, alert, tally.within(alert), differences));
        });
        return new Reconciliation(lines, tally.events(), differences);
    }

    private static Line line(ControlId control, List<Alert> alerts, Tally tally) {
        long raised = 0;
        long told = 0;
        long delivered = 0;
        long seen = 0;
        long acknowledged = 0;
        for (Alert alert : alerts) {
            Within within = tally.within(alert);
            Reach reach = Reach.of(alert, within);
            raised += within.count();
            told += reach.told();
            delivered += reach.delivered();
            seen += reach.seen();
            acknowledged += alert.acknowledged().isPresent() ? within.count() : 0;
        }
        boolean counted = tally.noticed().containsKey(control);
        return new Line(
                control,
                counted,
                counted ? tally.noticed().getOrDefault(control, 0L) : raised,
                raised,
                alerts.size(),
                told,
                delivered,
                seen,
                acknowledged);
    }

    private static void differences(ControlId control, Alert alert, Within within, List<Difference> differences) {
        if (alert.tellings().isEmpty()) {
            differences.add(new Difference(control, alert.id(), "no role was told"));
        }
        alert.told().keySet().forEach(role -> {
            String sentence = difference(within.count(), role, Reach.of(alert, role, within));
            if (!sentence.isEmpty()) {
                differences.add(new Difference(control, alert.id(), sentence));
            }
        });
    }

    private static String difference(int occurrences, Role role, Reach reach) {
        String who = "role \"" + role + "\"";
        if (reach.told() == 0) {
            return who + " has nobody to be told";
        }
        if (reach.delivered() < occurrences) {
            return who + " was delivered " + reach.delivered() + " of " + occurrences;
        }
        if (!reach.lastDelivered()) {
            return who + " was not delivered the latest of what it was told";
        }
        if (reach.seen() < occurrences) {
            return who + " has seen " + reach.seen() + " of " + occurrences;
        }
        return reach.lastSeen() ? "" : who + " has not seen the latest of what it was told";
    }
}
