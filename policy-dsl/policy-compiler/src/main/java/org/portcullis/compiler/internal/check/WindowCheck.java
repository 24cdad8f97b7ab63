package org.portcullis.compiler.internal.check;

import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.EarlyWarningSyntax;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** Finds limits over time that read no time, and early warnings that come never or too late. */
final class WindowCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (ControlOutline control : policy.controls()) {
            boolean overTime = control.kind() == ControlKind.THROTTLE || control.kind() == ControlKind.CUMULATIVE_LIMIT;
            control.condition().ifPresent(condition -> {
                if (overTime) {
                    window(control, condition, diagnostics);
                }
                control.early().ifPresent(early -> early(early, condition, diagnostics));
            });
        }
    }

    private static void window(ControlOutline control, ConditionSyntax condition, Diagnostics diagnostics) {
        boolean read = Conditions.leaves(condition).references().stream()
                .anyMatch(reference -> References.windowed(reference).isPresent());
        if (!read) {
            diagnostics.report(
                    DiagnosticCode.NO_WINDOW,
                    condition.span(),
                    control.words() + " counts or adds up over time, and this condition does neither",
                    "write for example `sum of order.notional per order.desk per trading day is more than …`, "
                            + "or make it a hard limit");
        }
    }

    private static void early(EarlyWarningSyntax early, ConditionSyntax condition, Diagnostics diagnostics) {
        Span at = early.at().span();
        Value value = early.at().value();
        if (!(value instanceof Value.Ratio)) {
            diagnostics.report(
                    DiagnosticCode.NO_UPPER_LIMIT,
                    at,
                    "an early warning comes at a percentage of the limit, not at "
                            + value.dimension().phrase(),
                    "write for example `early warning at 70% of the limit`");
        } else if (value.micros() <= 0 || value.micros() >= Exact.ONE) {
            diagnostics.report(
                    DiagnosticCode.NO_UPPER_LIMIT,
                    at,
                    value.micros() <= 0
                            ? "an early warning at nothing is given always"
                            : "an early warning at the limit or above it comes too late",
                    "write a percentage between 0% and 100%");
        }
        if (UpperLimit.of(condition).isEmpty()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.NO_UPPER_LIMIT,
                            early.span(),
                            "the condition has no upper limit that an early warning could come before",
                            "leave the early warning out, or write a condition with `is more than` or `is at least`")
                    .withLabel(condition.span(), "the condition"));
        }
    }
}
