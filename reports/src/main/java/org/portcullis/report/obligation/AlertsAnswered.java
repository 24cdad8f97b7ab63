package org.portcullis.report.obligation;

import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.portcullis.engine.alert.AlertStep;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;

/** Follows every alert until somebody acknowledges it, or to the end of the evidence. Mutable; one thread. */
final class AlertsAnswered extends Judging {

    /** Is an alert that waits; the steps that were taken and reached somebody are marked. */
    private record Waiting(AlertEntry.Raised raised, long entry, Instant at, BitSet taken) {}

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private Instant end = Instant.MIN;

    AlertsAnswered(EvidenceRequest request) {
        super(request);
    }

    @Override
    void see(JournalEntry entry, EntryBody body) {
        end = entry.at().isAfter(end) ? entry.at() : end;
        super.see(entry, body);
    }

    @Override
    public Boolean raised(AlertEntry.Raised body) {
        if (inPeriod()) {
            waiting.put(body.opening().id(), new Waiting(body, index(), at(), new BitSet()));
        }
        return inPeriod();
    }

    @Override
    public Boolean stepTaken(AlertEntry.StepTaken body) {
        Waiting alert = waiting.get(body.alert());
        if (alert != null && body.reached()) {
            alert.taken().set(body.step());
        }
        return alert != null;
    }

    @Override
    public Boolean acknowledged(AlertEntry.Acknowledged body) {
        Waiting alert = waiting.remove(body.alert());
        if (alert != null) {
            instances.add(true, alert.entry(), "");
        }
        return alert != null;
    }

    @Override
    Judgement judgement(Controls controls) {
        waiting.values().forEach(alert -> {
            String late = late(alert);
            instances.add(
                    late.isEmpty(),
                    alert.entry(),
                    "alert " + alert.raised().opening().id() + " was not acknowledged and " + late);
        });
        waiting.clear();
        return instances.judge(
                Obligation.ALERTS_ANSWERED,
                controls.stated().stream()
                        .anyMatch(each -> !each.control().recipients().isEmpty()),
                "no control of the period tells anybody");
    }

    /** Says which step should have been taken and reached somebody; empty where none is missing. */
    private String late(Waiting alert) {
        int step = 0;
        for (AlertStep each : alert.raised().opening().steps()) {
            boolean due = !each.due(alert.at()).isAfter(end);
            if (due && !alert.taken().get(step) && !each.tell().isEmpty()) {
                return "its step " + step + " reached nobody";
            }
            step++;
        }
        return alert.raised().opening().steps().isEmpty() ? "has no chain" : "";
    }
}
