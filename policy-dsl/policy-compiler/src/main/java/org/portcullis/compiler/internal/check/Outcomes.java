package org.portcullis.compiler.internal.check;

import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Rollout;

/** Says which outcomes a control may cause, through its condition or through what is not known. */
final class Outcomes {
    private Outcomes() {}

    static boolean possible(Outline policy, ControlOutline control, PolicyTest.Outcome outcome) {
        Rollout rollout = control.syntax().rollout().map(Located::value).orElse(Rollout.ENFORCE);
        if (outcome == PolicyTest.Outcome.NOT) {
            return true;
        }
        return switch (rollout) {
            case OBSERVE -> outcome == PolicyTest.Outcome.NOTE;
            case WARN -> outcome == PolicyTest.Outcome.NOTE || outcome == PolicyTest.Outcome.WARN;
            case ENFORCE -> enforced(policy, control, outcome);
        };
    }

    private static boolean enforced(Outline policy, ControlOutline control, PolicyTest.Outcome outcome) {
        boolean silent = control.kind() == ControlKind.MONITOR || control.kind() == ControlKind.ESCALATION;
        boolean before = !control.isInFlight() && !silent;
        return switch (outcome) {
            case NOT -> true;
            case RELEASE, CONTINUE -> false;
            case NOTE -> silent || control.early().isPresent();
            case WARN -> control.kind() == ControlKind.SOFT_LIMIT;
            case HOLD -> control.terms().isPresent() || (before && missing(policy, control) == MissingDataEffect.HOLDS);
            case BLOCK -> blocks(control) || (before && missing(policy, control) == MissingDataEffect.BLOCKS);
            case SUSPEND -> does(control, Action.SUSPEND) || (control.isInFlight() && !silent);
            case CANCEL -> does(control, Action.CANCEL);
            case KILL -> control.kind() == ControlKind.KILL_SWITCH;
        };
    }

    private static boolean blocks(ControlOutline control) {
        return switch (control.kind()) {
            case HARD_LIMIT, GRANT, KILL_SWITCH -> true;
            case ALERT_FLOOD -> control.terms().isEmpty();
            case CUMULATIVE_LIMIT, THROTTLE -> does(control, Action.BLOCK);
            case SOFT_LIMIT, APPROVAL, IN_FLIGHT, MONITOR, ESCALATION -> false;
        };
    }

    private static boolean does(ControlOutline control, Action action) {
        boolean itself = control.action().filter(done -> done.value() == action).isPresent();
        return itself
                || control.steps().stream()
                        .flatMap(step -> step.consequences().stream())
                        .flatMap(consequence -> consequence.act().stream())
                        .anyMatch(act -> act.action().value() == action);
    }

    private static MissingDataEffect missing(Outline policy, ControlOutline control) {
        return control.syntax()
                .missingData()
                .or(() -> policy.header().map(HeaderSyntax::missingData))
                .map(Located::value)
                .orElse(MissingDataEffect.BLOCKS);
    }
}
