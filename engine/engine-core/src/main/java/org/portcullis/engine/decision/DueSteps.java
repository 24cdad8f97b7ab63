package org.portcullis.engine.decision;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Role;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.ValueText;

/**
 * The steps of an escalation that are due: those whose time nobody has acknowledged the alert for.
 *
 * <p>How long that is, is a fact; where it is not known, only what is due at once is due, since an escalation stops nothing through missing data.
 */
record DueSteps(List<EscalationStage> stages) {
    DueSteps {
        stages = List.copyOf(stages);
    }

    static DueSteps of(Control.Escalation escalation, Facts facts) {
        long waited = facts.isKnown(Measure.ALERT_UNACKNOWLEDGED) ? facts.micros(Measure.ALERT_UNACKNOWLEDGED) : 0;
        return new DueSteps(escalation.stages().stream()
                .filter(stage -> after(stage) <= waited)
                .toList());
    }

    /** The strictest act that is due. */
    InFlightEffect inFlight() {
        return stages.stream()
                .flatMap(stage -> stage.actions().stream())
                .map(act -> Consequence.acting(act.action()))
                .reduce(InFlightEffect.CONTINUE, InFlightEffect::join);
    }

    /** What is due, for people: `at once: tells role "A"; after 10 minutes: suspends the whole basket`. */
    String words() {
        return stages.isEmpty()
                ? "no step is due yet"
                : stages.stream().map(DueSteps::words).collect(Collectors.joining("; "));
    }

    private static long after(EscalationStage stage) {
        return stage.after().map(span -> span.micros()).orElse(0L);
    }

    private static String words(EscalationStage stage) {
        String when =
                stage.after().map(span -> "after " + ValueText.canonical(span)).orElse("at once");
        String tells = stage.tell().isEmpty()
                ? ""
                : "tells "
                        + stage.tell().stream()
                                .map(Role::name)
                                .map(name -> "role \"" + name + "\"")
                                .collect(Collectors.joining(" and "));
        String acts = stage.actions().stream()
                .map(act -> act.action().word() + "s " + act.target().words())
                .collect(Collectors.joining(" and "));
        return when + ": " + (tells.isEmpty() || acts.isEmpty() ? tells + acts : tells + " and " + acts);
    }
}
