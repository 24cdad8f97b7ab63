package org.portcullis.engine.reconciliation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.portcullis.engine.alert.Acknowledged;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertBook;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HandOverEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.control.ControlId;

/** Counts while the entries of a journal are shown to it one after the other; mutable, one thread. */
final class Tally
        implements EntryBody.Cases<Tally>,
                DecisionEntry.DecisionCases<Tally>,
                WorkEntry.WorkCases<Tally>,
                AlertEntry.AlertCases<Tally>,
                HandOverEntry.HandOverCases<Tally> {
    /** What a lapsed hand-over is told under. */
    private static final ControlId HAND_OVER = new ControlId("HAND-OVER");

    private static final String BLOCKED = "blocked";

    private final AlertBook alerts = new AlertBook();
    private final TreeMap<ControlId, Long> noticed = new TreeMap<>();
    private final EnumMap<Reconciliation.Event, Long> happened = new EnumMap<>(Reconciliation.Event.class);
    private final EnumMap<Reconciliation.Event, TreeMap<String, Long>> untold =
            new EnumMap<>(Reconciliation.Event.class);
    private final Map<String, Within> within = new HashMap<>();
    private final Predicate<Instant> period;
    private Instant at = Instant.MIN;

    /** Counts what lies in a period; alerts are followed from the beginning to the end. */
    Tally(Predicate<Instant> period) {
        this.period = period;
        for (Reconciliation.Event event : Reconciliation.Event.values()) {
            happened.put(event, 0L);
            untold.put(event, new TreeMap<>());
        }
    }

    /** Takes the next entry of the engine. */
    void add(JournalEntry entry, EntryBody body) {
        at = entry.at();
        body.unfolded().forEach(each -> each.match(this));
    }

    /** The alerts with what became of them. */
    AlertBook alerts() {
        return alerts;
    }

    /** Which occurrences of an alert lie in the period. */
    Within within(Alert alert) {
        return within.getOrDefault(alert.id(), Within.NONE);
    }

    private void occurred(String alert) {
        within.merge(alert, Within.NONE.then(period.test(at)), (before, first) -> before.then(period.test(at)));
    }

    /** How often each control that tells has found something, by what was decided and judged. */
    SortedMap<ControlId, Long> noticed() {
        return noticed;
    }

    /** How often each event happened. */
    Map<Reconciliation.Event, Reconciliation.Count> events() {
        EnumMap<Reconciliation.Event, Reconciliation.Count> counts = new EnumMap<>(Reconciliation.Event.class);
        happened.forEach((event, times) -> counts.put(
                event,
                new Reconciliation.Count(
                        times,
                        untold.getOrDefault(event, new TreeMap<>()).values().stream()
                                .mapToLong(Long::longValue)
                                .sum())));
        return counts;
    }

    private Tally happened(Reconciliation.Event event, String about) {
        if (!period.test(at)) {
            return this;
        }
        happened.merge(event, 1L, Long::sum);
        untold.computeIfAbsent(event, first -> new TreeMap<>()).merge(about, 1L, Long::sum);
        return this;
    }

    private void told(String event, Occurrence occurrence) {
        String about = occurrence.order().isEmpty() ? occurrence.submission() : occurrence.order();
        untold.forEach((each, open) -> {
            if (each.word().equals(event)) {
                open.remove(about);
            }
        });
    }

    private Tally found(List<RecordedLine.RecordedFinding> findings) {
        if (!period.test(at)) {
            return this;
        }
        findings.stream()
                .filter(finding -> finding.counts() && !finding.tells().isEmpty())
                .forEach(finding -> finding.control().ifPresent(control -> noticed.merge(control, 1L, Long::sum)));
        return this;
    }

    @Override
    public Tally decision(DecisionEntry entry) {
        return entry.matchDecision(this);
    }

    @Override
    public Tally lines(DecisionEntry.Lines entry) {
        entry.lines().forEach(line -> found(line.findings()));
        return this;
    }

    @Override
    public Tally groups(DecisionEntry.Groups entry) {
        return this;
    }

    @Override
    public Tally tallies(DecisionEntry.Tallies entry) {
        return this;
    }

    @Override
    public Tally made(DecisionEntry.Made entry) {
        if (entry.effect() == Effect.BLOCK) {
            return happened(Reconciliation.Event.BLOCKED, entry.submission());
        }
        return entry.effect() == Effect.HOLD ? happened(Reconciliation.Event.HELD, entry.submission()) : this;
    }

    @Override
    public Tally work(WorkEntry entry) {
        return entry.matchWork(this);
    }

    @Override
    public Tally basketEntered(WorkEntry.BasketEntered entry) {
        return this;
    }

    @Override
    public Tally ordersEntered(WorkEntry.OrdersEntered entry) {
        return this;
    }

    @Override
    public Tally reported(WorkEntry.Reported entry) {
        return entry.refused().equals(BLOCKED)
                ? happened(Reconciliation.Event.BLOCKED, entry.event().match(new Named()))
                : this;
    }

    @Override
    public Tally judged(WorkEntry.Judged entry) {
        return found(entry.findings());
    }

    @Override
    public Tally stopped(WorkEntry.Stopped entry) {
        // What an escalation stops itself names no order: the alert that it belongs to tells of it.
        return entry.stop().order().isEmpty()
                ? this
                : happened(Reconciliation.Event.SUSPENDED, entry.stop().order());
    }

    @Override
    public Tally resumed(WorkEntry.Resumed entry) {
        return this;
    }

    @Override
    public Tally cancelAsked(WorkEntry.CancelAsked entry) {
        return this;
    }

    @Override
    public Tally alert(AlertEntry entry) {
        return entry.matchAlert(this);
    }

    @Override
    public Tally raised(AlertEntry.Raised entry) {
        alerts.raise(entry.opening(), at);
        occurred(entry.opening().id());
        told(entry.opening().event(), entry.opening().first());
        return this;
    }

    @Override
    public Tally joined(AlertEntry.Joined entry) {
        alerts.join(entry.alert(), entry.occurrence());
        occurred(entry.alert());
        alerts.find(entry.alert()).ifPresent(alert -> told(alert.opening().event(), entry.occurrence()));
        return this;
    }

    @Override
    public Tally told(AlertEntry.Told entry) {
        alerts.tell(entry.alert(), entry.step(), entry.role(), entry.people(), entry.message());
        return this;
    }

    @Override
    public Tally acted(AlertEntry.Acted entry) {
        alerts.act(entry.alert());
        return this;
    }

    @Override
    public Tally stepTaken(AlertEntry.StepTaken entry) {
        alerts.taken(entry.alert(), entry.step(), entry.reached(), at);
        return this;
    }

    @Override
    public Tally acknowledged(AlertEntry.Acknowledged entry) {
        alerts.acknowledge(entry.alert(), new Acknowledged(entry.person(), entry.note(), at));
        return this;
    }

    @Override
    public Tally acknowledgementRefused(AlertEntry.AcknowledgementRefused entry) {
        return this;
    }

    @Override
    public Tally delivered(AlertEntry.Delivered entry) {
        alerts.deliver(entry.alert(), entry.person(), entry.revision());
        return this;
    }

    @Override
    public Tally seen(AlertEntry.Seen entry) {
        alerts.see(entry.alert(), entry.person(), entry.revision());
        return this;
    }

    @Override
    public Tally confirmationRefused(AlertEntry.ConfirmationRefused entry) {
        return this;
    }

    @Override
    public Tally handOver(HandOverEntry entry) {
        return entry.matchHandOver(this);
    }

    @Override
    public Tally offered(HandOverEntry.Offered entry) {
        return this;
    }

    @Override
    public Tally accepted(HandOverEntry.Accepted entry) {
        return this;
    }

    @Override
    public Tally refused(HandOverEntry.Refused entry) {
        return this;
    }

    @Override
    public Tally lapsed(HandOverEntry.Lapsed entry) {
        if (period.test(at)) {
            noticed.merge(HAND_OVER, 1L, Long::sum);
        }
        return this;
    }

    @Override
    public Tally key(KeyEntry entry) {
        return this;
    }

    @Override
    public Tally person(PersonEntry entry) {
        return this;
    }

    @Override
    public Tally policy(PolicyEntry entry) {
        return this;
    }

    @Override
    public Tally submission(SubmissionEntry entry) {
        return this;
    }

    @Override
    public Tally warning(WarningEntry entry) {
        return this;
    }

    @Override
    public Tally hold(HoldEntry entry) {
        return this;
    }

    @Override
    public Tally token(TokenEntry entry) {
        return this;
    }

    @Override
    public Tally killSwitch(SwitchEntry entry) {
        return this;
    }
}
