package org.portcullis.compiler.internal.check;

import java.time.LocalDate;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PeriodSyntax;

/** Finds periods that end before they begin, and periods of which the policy knows no day. */
final class PeriodCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        policy.header()
                .ifPresent(header -> header.effectiveUntil()
                        .ifPresent(until -> ends("the policy", header.effectiveFrom(), until, diagnostics)));
        policy.controls()
                .forEach(control -> control.syntax()
                        .effective()
                        .ifPresent(period -> period("the control", period, policy, diagnostics)));
        policy.recalibrations().forEach(change -> period("the recalibration", change.period(), policy, diagnostics));
    }

    private static void period(String what, PeriodSyntax period, Outline policy, Diagnostics diagnostics) {
        boolean ends = period.until()
                .map(until -> ends(what, period.from(), until, diagnostics))
                .orElse(true);
        if (ends) {
            policy.header().ifPresent(header -> inside(what, period, header, diagnostics));
        }
    }

    /** Whether the period ends after it begins; reports it if it does not. */
    private static boolean ends(
            String what, Located<LocalDate> from, Located<LocalDate> until, Diagnostics diagnostics) {
        if (until.value().isAfter(from.value())) {
            return true;
        }
        diagnostics.report(Diagnostic.of(
                        DiagnosticCode.EFFECTIVE_BACKWARDS,
                        until.span(),
                        what + " ends on " + until.value() + " and begins on " + from.value(),
                        "let it end after the day on which it begins")
                .withLabel(from.span(), "it begins here"));
        return false;
    }

    private static void inside(String what, PeriodSyntax period, HeaderSyntax header, Diagnostics diagnostics) {
        Optional<Located<LocalDate>> tooLate =
                header.effectiveUntil().filter(end -> !period.from().value().isBefore(end.value()));
        tooLate.ifPresent(end -> diagnostics.report(Diagnostic.of(
                        DiagnosticCode.EFFECTIVE_BACKWARDS,
                        period.span(),
                        what + " begins on " + period.from().value() + ", when the policy has ended",
                        "let it begin while the policy is in force")
                .withLabel(end.span(), "the policy ends here")));
        LocalDate begin = header.effectiveFrom().value();
        period.until()
                .filter(end -> !end.value().isAfter(begin))
                .ifPresent(end -> diagnostics.report(Diagnostic.of(
                                DiagnosticCode.EFFECTIVE_BACKWARDS,
                                period.span(),
                                what + " ends on " + end.value() + ", before the policy begins",
                                "let it end while the policy is in force")
                        .withLabel(header.effectiveFrom().span(), "the policy begins here")));
    }
}
