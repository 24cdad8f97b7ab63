package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertStep;
import org.portcullis.engine.alert.Occurrence;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Writes down what the steps of alerts come to; lives for one command, since it counts the stops that it begins. */
final class AlertSteps {
    private final Context context;
    private final AlertActs acts;
    private final Responsible responsible;

    AlertSteps(Context context) {
        this(context, 0);
    }

    /** Begins after so many stops that the command begins otherwise. */
    AlertSteps(Context context, int stopsBegun) {
        this.context = context;
        this.acts = new AlertActs(context, stopsBegun);
        this.responsible = new Responsible(context);
    }

    /** What a deadline comes to: the step, and those after it as long as nobody is reached. */
    List<Draft> fire(String alert, int step) {
        Alert known = context.state()
                .alerts
                .find(alert)
                .orElseThrow(() -> new IllegalStateException("alert `" + alert + "` is not known"));
        return take(Pending.of(known), step);
    }

    /** Takes every step that is due by now, for what comes before anybody has polled. */
    List<Draft> overdue(Pending alert) {
        List<Draft> drafts = new ArrayList<>();
        Optional<Integer> next = due(alert);
        while (next.isPresent()) {
            drafts.addAll(take(alert, next.get()));
            next = due(alert);
        }
        return drafts;
    }

    /** Takes a step, and those after it as long as nobody is reached. */
    List<Draft> take(Pending alert, int first) {
        List<Draft> drafts = new ArrayList<>();
        Optional<Integer> step = Optional.of(first).filter(number -> alert.due().containsKey(number));
        String because =
                step.map(number -> after(alert.opening().steps().get(number))).orElse("");
        while (step.isPresent()) {
            boolean reached = take(alert, step.get(), because, drafts);
            because = "since nobody answers for the role that was to be told";
            step = reached ? Optional.empty() : alert.due().keySet().stream().findFirst();
        }
        return drafts;
    }

    /** Does to one more occurrence what steps have already done to those before. */
    List<Draft> joined(Alert alert, Occurrence occurrence) {
        List<Draft> drafts = new ArrayList<>();
        if (alert.opening().acts() && !alert.subjects().contains(occurrence)) {
            for (int step = 0; step < alert.opening().steps().size(); step++) {
                if (!alert.due().containsKey(step)) {
                    act(alert.opening(), step, List.of(occurrence), drafts);
                }
            }
        }
        return drafts;
    }

    private boolean take(Pending alert, int number, String because, List<Draft> drafts) {
        Alert.Opening opening = alert.opening();
        AlertStep step = opening.steps().get(number);
        if (opening.acts()) {
            act(opening, number, alert.subjects(), drafts);
        }
        boolean reached = step.tell().isEmpty();
        // A step that only acts tells those who were told before: they are to know what was done.
        List<Role> roles = step.tell().isEmpty() ? List.copyOf(alert.told().keySet()) : step.tell();
        for (Role role : roles) {
            List<String> people = responsible.people(role, opening.desk());
            AlertEntry.Told.deal(opening.id(), number, because, role, people, message(alert, step))
                    .forEach(entry -> add(opening, entry, drafts));
            alert.told().computeIfAbsent(role, first -> new TreeSet<>()).addAll(people);
            reached |= !people.isEmpty();
        }
        add(opening, new AlertEntry.StepTaken(opening.id(), number, reached), drafts);
        alert.due().remove(number);
        return reached;
    }

    private void act(Alert.Opening opening, int step, Iterable<Occurrence> subjects, List<Draft> drafts) {
        for (EscalationStage.Act act : opening.steps().get(step).acts()) {
            drafts.addAll(acts.drafts(opening, step, act, subjects));
        }
    }

    private Optional<Integer> due(Pending alert) {
        return alert.due().entrySet().stream()
                .filter(step -> !step.getValue().isAfter(context.at()))
                .map(Map.Entry<Integer, Instant>::getKey)
                .findFirst();
    }

    private void add(Alert.Opening opening, EntryBody body, List<Draft> drafts) {
        drafts.add(draft(context, opening.first(), body));
    }

    /** A draft about what an alert is about, under the policy in force. */
    static Draft draft(Context context, Occurrence about, EntryBody body) {
        return new Draft(body, about.submission(), context.state().policy);
    }

    private static String message(Pending alert, AlertStep step) {
        Alert.Opening opening = alert.opening();
        String times = alert.occurrences() == 1 ? "" : " (" + alert.occurrences() + " times)";
        String done = opening.acts() ? done(step) : "";
        return done + opening.message() + times;
    }

    private static String done(AlertStep step) {
        StringBuilder done = new StringBuilder();
        step.acts()
                .forEach(act -> done.append("nobody acknowledged it, so what it is about is to be ")
                        .append(
                                switch (act.action()) {
                                    case SUSPEND, BLOCK -> "suspended";
                                    case CANCEL -> "cancelled";
                                })
                        .append(" (")
                        .append(act.target().words())
                        .append("): "));
        return done.toString();
    }

    private static String after(AlertStep step) {
        if (step.afterMicros() == 0) {
            return "at once";
        }
        SpanUnit unit = step.afterMicros() % SpanUnit.MINUTES.microsInOne() == 0 ? SpanUnit.MINUTES : SpanUnit.SECONDS;
        return "after " + ValueText.canonical(new Value.TimeSpan(step.afterMicros(), unit)) + " unacknowledged";
    }
}
