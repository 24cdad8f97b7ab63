package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.EscalationSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;

/** Checks that escalations go on in time and to somebody else, and end in something that does not depend on anybody's reading. */
final class EscalationCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (ControlOutline control : policy.controls()) {
            List<Step> steps = control.steps().stream().map(Step::of).toList();
            inOrder(steps, diagnostics);
            toOthers(steps, diagnostics);
            endsInAnAct(steps, diagnostics);
            control.terms().map(HoldTermsSyntax::escalation).ifPresent(hold -> {
                List<Step> told = hold.stream().map(Step::of).toList();
                inOrder(told, diagnostics);
                toOthers(told, diagnostics);
            });
        }
    }

    private static void inOrder(List<Step> steps, Diagnostics diagnostics) {
        Optional<Located<Value.TimeSpan>> before = Optional.empty();
        for (Step step : steps) {
            Optional<Located<Value.TimeSpan>> earlier = before;
            step.after().ifPresent(after -> later(earlier, after, diagnostics));
            before = step.after().or(() -> earlier);
        }
    }

    private static void later(
            Optional<Located<Value.TimeSpan>> before, Located<Value.TimeSpan> after, Diagnostics diagnostics) {
        if (after.value().dimension() != Dimension.DURATION) {
            diagnostics.report(
                    DiagnosticCode.ESCALATION_OUT_OF_ORDER,
                    after.span(),
                    "trading days have no order among the steps, which follow each other on the clock",
                    "write minutes or hours");
            return;
        }
        before.filter(earlier -> earlier.value().dimension() == Dimension.DURATION
                        && earlier.value().micros() >= after.value().micros())
                .ifPresent(earlier -> diagnostics.report(Diagnostic.of(
                                DiagnosticCode.ESCALATION_OUT_OF_ORDER,
                                after.span(),
                                "this step comes no later than the one before it",
                                "write the steps in the order of their time, each later than the last")
                        .withLabel(earlier.span(), "the step before")));
    }

    /** A step that only tells whom an earlier step told brings nobody new. */
    private static void toOthers(List<Step> steps, Diagnostics diagnostics) {
        Map<String, Span> told = new TreeMap<>();
        for (Step step : steps) {
            boolean again = !step.tells().isEmpty()
                    && !step.acts()
                    && step.tells().stream().allMatch(role -> told.containsKey(role.value()));
            if (again) {
                Located<String> role = step.tells().get(0);
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.ESCALATION_LOOPS,
                                step.span(),
                                "the escalation comes back to " + UserText.quoted(role.value())
                                        + ", who was told before and did nothing",
                                "tell somebody else, or suspend or cancel")
                        .withLabel(told.getOrDefault(role.value(), role.span()), "told here before"));
            }
            step.tells().forEach(role -> told.putIfAbsent(role.value(), role.span()));
        }
    }

    private static void endsInAnAct(List<Step> steps, Diagnostics diagnostics) {
        if (steps.isEmpty()) {
            return;
        }
        Step last = steps.get(steps.size() - 1);
        if (!last.acts()) {
            diagnostics.report(
                    DiagnosticCode.ESCALATION_ENDS_IN_NOTICE,
                    last.span(),
                    "the escalation ends in a notice, so that nothing stops if nobody reads it",
                    "end it with an act, for example `after 10 minutes unacknowledged cancel the whole basket`");
        }
    }

    /** A step of an escalation or of a hold. */
    private record Step(Optional<Located<Value.TimeSpan>> after, List<Located<String>> tells, boolean acts, Span span) {
        static Step of(EscalationSyntax.Step step) {
            List<Located<String>> tells = step.consequences().stream()
                    .flatMap(consequence -> consequence.tell().stream())
                    .toList();
            boolean acts = step.consequences().stream()
                    .anyMatch(consequence -> consequence.act().isPresent());
            return new Step(step.after(), tells, acts, step.span());
        }

        static Step of(HoldTermsSyntax.Step step) {
            return new Step(
                    Optional.of(step.after()),
                    List.of(step.to()),
                    false,
                    step.after().span().to(step.to().span()));
        }
    }
}
