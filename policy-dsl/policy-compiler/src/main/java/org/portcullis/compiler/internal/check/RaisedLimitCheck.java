package org.portcullis.compiler.internal.check;

import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.value.Value;

/** Finds recalibrations that raise a threshold beyond a hard limit on the same measure, where they change nothing. */
final class RaisedLimitCheck implements Check {
    private static final int MAX_CONTROLS = 1_000;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (Declaration.Recalibration change : policy.recalibrations()) {
            policy.control(change.control().value())
                    .ifPresent(control -> control.condition()
                            .flatMap(condition -> changed(change, condition))
                            .ifPresent(limit -> beyond(policy, change, control, limit, diagnostics)));
        }
    }

    private static Optional<UpperLimit> changed(Declaration.Recalibration change, ConditionSyntax condition) {
        return UpperLimit.of(condition).stream()
                .filter(limit -> limit.threshold()
                        .filter(threshold ->
                                threshold.value().equals(change.from().value()))
                        .isPresent())
                .findFirst();
    }

    private static void beyond(
            Outline policy,
            Declaration.Recalibration change,
            ControlOutline changed,
            UpperLimit limit,
            Diagnostics diagnostics) {
        Reach reach = Reach.of(policy, changed.applies());
        policy.controls().stream()
                .limit(MAX_CONTROLS)
                .filter(control -> control.kind() == ControlKind.HARD_LIMIT
                        && control.isEnforced()
                        && !control.id().equals(changed.id())
                        && Reach.of(policy, control.applies()).meets(reach))
                .flatMap(control -> control.condition().stream()
                        .flatMap(condition -> UpperLimit.of(condition).stream())
                        .filter(hard -> hard.subject().equals(limit.subject()) && isBetween(change, hard))
                        .map(hard -> Diagnostic.of(
                                        DiagnosticCode.RECALIBRATED_PAST_HARD,
                                        change.to().span(),
                                        "the threshold rises beyond the hard limit "
                                                + UserText.quoted(control.id())
                                                + ", which blocks before it is reached",
                                        "recalibrate to below the hard limit")
                                .withLabel(hard.span(), "the hard limit")))
                .findFirst()
                .ifPresent(diagnostics::report);
    }

    /** Whether the hard limit lies at or above the threshold before the change and below it after. */
    private static boolean isBetween(Declaration.Recalibration change, UpperLimit hard) {
        Value from = change.from().value();
        Value to = change.to().value();
        return hard.threshold()
                .map(Located::value)
                .filter(limit -> limit.dimension() == from.dimension() && limit.dimension() == to.dimension())
                .filter(limit -> limit.dimension().isNumeric())
                .filter(limit -> from.micros() <= limit.micros() && limit.micros() < to.micros())
                .isPresent();
    }
}
