package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.Located;

/** Finds soft limits whose warning nobody will ever see, because a hard limit blocks first, and warnings that one act clears. */
final class ThresholdCheck implements Check {
    private static final int MAX_CONTROLS = 2_000;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        List<ControlOutline> limits = policy.controls().stream()
                .filter(control -> control.condition().isPresent())
                .limit(MAX_CONTROLS)
                .toList();
        List<ControlOutline> hard = limits.stream()
                .filter(limit -> limit.kind() == ControlOutline.Kind.HARD_LIMIT)
                .toList();
        for (ControlOutline soft : limits) {
            if (soft.kind() == ControlOutline.Kind.SOFT_LIMIT) {
                hard.stream()
                        .filter(limit -> swallows(limit, soft))
                        .findFirst()
                        .ifPresent(limit -> report(soft, limit, diagnostics));
            }
        }
    }

    private static void report(ControlOutline soft, ControlOutline hard, Diagnostics diagnostics) {
        soft.condition()
                .ifPresent(condition -> diagnostics.report(Diagnostic.of(
                                DiagnosticCode.SOFT_ABOVE_HARD,
                                condition.span(),
                                "the soft limit " + UserText.quoted(soft.id()) + " warns only of what the hard limit "
                                        + UserText.quoted(hard.id()) + " blocks",
                                "set the soft limit below the hard limit, or leave it out")
                        .withLabel(hard.condition().orElse(condition).span(), "the hard limit")));
    }

    /** Whether the hard limit applies wherever the soft one does and blocks whatever it warns of. */
    private static boolean swallows(ControlOutline hard, ControlOutline soft) {
        Optional<Constraint> warns = soft.condition().flatMap(Constraint::of);
        Optional<Constraint> blocks = hard.condition().flatMap(Constraint::of);
        return covers(hard.applies(), soft.applies())
                && warns.flatMap(one -> blocks.filter(two -> one.subject().equals(two.subject())
                                && one.region().and(two.region().not()).isEmpty()))
                        .isPresent();
    }

    private static boolean covers(ApplicabilitySyntax hard, ApplicabilitySyntax soft) {
        return hard.subject().value() == soft.subject().value()
                && hard.stage().value() == soft.stage().value()
                && coversScopes(names(hard), names(soft))
                && (hard.where().isEmpty()
                        || hard.where()
                                .map(ConditionWords::of)
                                .equals(soft.where().map(ConditionWords::of)));
    }

    private static boolean coversScopes(List<String> hard, List<String> soft) {
        return hard.isEmpty() || (!soft.isEmpty() && hard.containsAll(soft));
    }

    private static List<String> names(ApplicabilitySyntax applies) {
        return applies.scopes().stream().map(Located::value).toList();
    }
}
