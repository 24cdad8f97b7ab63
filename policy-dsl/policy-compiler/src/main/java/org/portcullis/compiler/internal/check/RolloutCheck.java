package org.portcullis.compiler.internal.check;

import java.util.List;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Rollout;

/** Reminds of controls that stop nothing yet. */
final class RolloutCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        policy.controls()
                .forEach(control -> control.syntax()
                        .rollout()
                        .filter(rollout -> rollout.value() != Rollout.ENFORCE)
                        .ifPresent(rollout -> notEnforced(control, rollout, diagnostics)));
        hardLimits(policy, diagnostics);
    }

    private static void notEnforced(ControlOutline control, Located<Rollout> rollout, Diagnostics diagnostics) {
        boolean isGrant = control.kind() == ControlKind.GRANT;
        String effect = rollout.value() == Rollout.OBSERVE
                ? " is only observed and " + (isGrant ? "grants nothing" : "stops nothing")
                : " only warns" + (isGrant ? "" : " and stops nothing");
        diagnostics.report(
                DiagnosticCode.NOT_ENFORCED,
                rollout.span(),
                UserText.quoted(control.id()) + effect,
                "write `rollout enforce` or leave the rollout out when it is to act");
    }

    private static void hardLimits(Outline policy, Diagnostics diagnostics) {
        List<ControlOutline> hard = policy.controls().stream()
                .filter(control -> control.kind() == ControlKind.HARD_LIMIT)
                .toList();
        if (hard.isEmpty() || !policy.broken().isEmpty() || hard.stream().anyMatch(ControlOutline::isEnforced)) {
            return;
        }
        ControlOutline first = hard.get(0);
        Diagnostic found = Diagnostic.of(
                DiagnosticCode.NO_ENFORCED_HARD_LIMIT,
                first.syntax().id().span(),
                hard.size() == 1
                        ? UserText.quoted(first.id()) + " is the only hard limit, and it is not enforced"
                        : "none of the " + hard.size() + " hard limits is enforced",
                "enforce a hard limit while the others are tried out");
        diagnostics.report(first.syntax()
                .rollout()
                .map(rollout -> found.withLabel(rollout.span(), "not enforced"))
                .orElse(found));
    }
}
