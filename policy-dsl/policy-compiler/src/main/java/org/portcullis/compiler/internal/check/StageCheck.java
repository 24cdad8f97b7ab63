package org.portcullis.compiler.internal.check;

import java.util.EnumSet;
import java.util.Set;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;

/** Finds controls at stages at which they cannot act, and subjects that do not exist yet. */
final class StageCheck implements Check {
    private static final Set<Subject> AFTER_RELEASE =
            EnumSet.of(Subject.EXECUTIONS, Subject.MESSAGES, Subject.STRATEGIES);

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        policy.controls().forEach(control -> control(control, diagnostics));
        policy.claims().stream()
                .filter(claim -> AFTER_RELEASE.contains(claim.subject().value()))
                .forEach(claim -> nothingYet(claim.subject(), diagnostics));
    }

    private static void control(ControlOutline control, Diagnostics diagnostics) {
        switch (control.kind()) {
            case GRANT, HARD_LIMIT, SOFT_LIMIT, ALERT_FLOOD, APPROVAL -> beforeRelease(control, diagnostics);
            case CUMULATIVE_LIMIT, THROTTLE -> overTime(control, diagnostics);
            case IN_FLIGHT -> inFlight(control, diagnostics);
            case MONITOR -> subject(control, diagnostics);
            case ESCALATION, KILL_SWITCH -> {}
        }
    }

    private static void beforeRelease(ControlOutline control, Diagnostics diagnostics) {
        if (control.isInFlight()) {
            Located<Stage> stage = control.applies().stage();
            diagnostics.report(
                    DiagnosticCode.IMPOSSIBLE_STAGE,
                    stage.span(),
                    control.words() + " acts on what is not released yet, and "
                            + UserText.quoted(stage.value().words()) + " is after the release",
                    "write `when released`, or make it an in-flight control or a monitor");
        } else {
            subject(control, diagnostics);
        }
    }

    private static void overTime(ControlOutline control, Diagnostics diagnostics) {
        String words = UserText.quoted(control.applies().stage().value().words());
        control.action()
                .filter(action -> control.isInFlight() && action.value() == Action.BLOCK)
                .ifPresent(action -> diagnostics.report(
                        DiagnosticCode.IMPOSSIBLE_STAGE,
                        action.span(),
                        "nothing is blocked " + words + ", because it was released already",
                        Cure.of("write `suspend`", Fix.write(action.span(), Action.SUSPEND.word()))));
        subject(control, diagnostics);
    }

    private static void inFlight(ControlOutline control, Diagnostics diagnostics) {
        if (!control.isInFlight()) {
            Located<Stage> stage = control.applies().stage();
            diagnostics.report(
                    DiagnosticCode.IMPOSSIBLE_STAGE,
                    stage.span(),
                    "an in-flight control acts on what is working, and nothing is working "
                            + UserText.quoted(stage.value().words()),
                    Cure.of(
                            "write `while working`, or make it a hard limit",
                            Fix.write(stage.span(), Stage.WORKING.words())));
        }
    }

    private static void subject(ControlOutline control, Diagnostics diagnostics) {
        Located<Subject> subject = control.applies().subject();
        if (!control.isInFlight() && AFTER_RELEASE.contains(subject.value())) {
            nothingYet(subject, diagnostics);
        }
    }

    private static void nothingYet(Located<Subject> subject, Diagnostics diagnostics) {
        diagnostics.report(
                DiagnosticCode.NOTHING_BEFORE_RELEASE,
                subject.span(),
                "there are no " + subject.value().word() + " before something is released",
                "write `orders` or `baskets`, or a stage after the release such as `while working`");
    }
}
