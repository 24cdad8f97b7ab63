package org.portcullis.engine.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.EntryBody;

/** Takes in what people do about alerts: they are delivered, seen and acknowledged. */
record Attending(Context context) {

    /** Stops the chain of an alert; what was due before is done first, whether or not anybody polled. */
    Transition acknowledge(Command.AcknowledgeAlert command) {
        Optional<Alert> found = context.state().alerts.find(command.alert());
        if (found.isEmpty()) {
            return refused(command, AlertRefusal.UNKNOWN_ALERT);
        }
        Alert alert = found.get();
        if (alert.acknowledged().isPresent()) {
            return refused(command, AlertRefusal.ACKNOWLEDGED);
        }
        Pending pending = Pending.of(alert);
        List<Draft> drafts = new ArrayList<>(new AlertSteps(context).overdue(pending));
        Responsible responsible = new Responsible(context);
        boolean answers = pending.told().keySet().stream()
                .anyMatch(role -> responsible.answersFor(role, alert.opening().desk(), command.person()));
        if (!answers) {
            return refused(command, AlertRefusal.ROLE_NOT_HELD);
        }
        if (command.note().isBlank()) {
            return refused(command, AlertRefusal.NO_REASON);
        }
        drafts.add(draft(
                alert,
                new AlertEntry.Acknowledged(
                        alert.id(),
                        command.person(),
                        command.note(),
                        Duration.between(alert.raised(), context.at()).toSeconds(),
                        alert.occurrences())));
        return new Transition(drafts, Outcome.Recorded::new);
    }

    /** Remembers that a person was delivered an alert. */
    Transition confirm(Command.ConfirmDelivery command) {
        return confirmed(
                command.alert(),
                command.person(),
                command.revision(),
                new AlertEntry.Delivered(command.alert(), command.person(), command.channel(), command.revision()));
    }

    /** Remembers that a person has seen an alert. */
    Transition seen(Command.Seen command) {
        return confirmed(
                command.alert(),
                command.person(),
                command.revision(),
                new AlertEntry.Seen(command.alert(), command.person(), command.revision()));
    }

    private Transition confirmed(String id, String person, int revision, AlertEntry entry) {
        Optional<Alert> found = context.state().alerts.find(id);
        Optional<AlertRefusal> why = found.isEmpty()
                ? Optional.of(AlertRefusal.UNKNOWN_ALERT)
                : found.filter(alert -> alert.tellings().stream()
                                        .noneMatch(telling -> telling.people().contains(person)))
                                .isPresent()
                        ? Optional.of(AlertRefusal.NOT_TOLD)
                        : found.filter(alert -> revision < 1 || revision > alert.revision())
                                .map(alert -> AlertRefusal.NO_SUCH_REVISION);
        return why.map(refusal -> Transition.refused(
                        context.general(new AlertEntry.ConfirmationRefused(id, person, refusal.code())),
                        refusal.code(),
                        refusal.sentence()))
                .orElseGet(() -> new Transition(List.of(draft(found.orElseThrow(), entry)), Outcome.Recorded::new));
    }

    private Draft draft(Alert alert, EntryBody body) {
        return AlertSteps.draft(context, alert.opening().first(), body);
    }

    private Transition refused(Command.AcknowledgeAlert command, AlertRefusal why) {
        return Transition.refused(
                context.general(new AlertEntry.AcknowledgementRefused(command.alert(), command.person(), why.code())),
                why.code(),
                why.sentence());
    }
}
