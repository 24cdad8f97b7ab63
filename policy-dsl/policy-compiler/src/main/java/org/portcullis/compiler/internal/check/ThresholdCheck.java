package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;

/** Finds soft limits whose warning nobody will ever see, because a hard limit blocks first. */
final class ThresholdCheck implements Check {
    private static final int MAX_LIMITS = 1_000;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        List<Limit> hard = limits(policy, ControlKind.HARD_LIMIT);
        for (Limit soft : limits(policy, ControlKind.SOFT_LIMIT)) {
            hard.stream()
                    .filter(limit -> limit.swallows(soft))
                    .findFirst()
                    .ifPresent(limit -> report(soft, limit, diagnostics));
        }
    }

    private static List<Limit> limits(Outline policy, ControlKind kind) {
        return policy.controls().stream()
                .filter(control -> control.kind() == kind)
                .limit(MAX_LIMITS)
                .flatMap(control -> Limit.of(control).stream())
                .toList();
    }

    private static void report(Limit soft, Limit hard, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticCode.SOFT_ABOVE_HARD,
                        soft.breach().span(),
                        "the soft limit " + UserText.quoted(soft.id()) + " warns only of what the hard limit "
                                + UserText.quoted(hard.id()) + " blocks",
                        "set the soft limit below the hard limit, or leave it out")
                .withLabel(hard.breach().span(), "the hard limit"));
    }

    /** A limit on one attribute, and where it applies. */
    private record Limit(
            String id, Subject subject, Stage stage, Set<String> scopes, Optional<String> where, Constraint breach) {
        static Optional<Limit> of(ControlOutline control) {
            ApplicabilitySyntax applies = control.applies();
            return control.condition()
                    .flatMap(Constraint::of)
                    .map(breach -> new Limit(
                            control.id(),
                            applies.subject().value(),
                            applies.stage().value(),
                            applies.scopes().stream()
                                    .map(Located::value)
                                    .collect(Collectors.toCollection(TreeSet::new)),
                            applies.where().map(ConditionWords::of),
                            breach));
        }

        /** Whether this limit applies wherever the other one does and blocks whatever the other one warns of. */
        boolean swallows(Limit soft) {
            return covers(soft)
                    && breach.subject().equals(soft.breach.subject())
                    && soft.breach.region().and(breach.region().not()).isEmpty();
        }

        private boolean covers(Limit soft) {
            boolean allScopes = scopes.isEmpty() || (!soft.scopes.isEmpty() && scopes.containsAll(soft.scopes));
            return subject == soft.subject
                    && stage == soft.stage
                    && allScopes
                    && (where.isEmpty() || where.equals(soft.where));
        }
    }
}
