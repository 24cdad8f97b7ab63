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

/** Finds soft limits that warn only of what a hard limit blocks, wherever they apply or only where both do. */
final class ThresholdCheck implements Check {
    private static final int MAX_LIMITS = 1_000;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        List<Limit> hard = limits(policy, ControlKind.HARD_LIMIT);
        for (Limit soft : limits(policy, ControlKind.SOFT_LIMIT)) {
            Optional<Limit> covering = hard.stream()
                    .filter(limit -> limit.covers(soft) && limit.blocksAllOf(soft))
                    .findFirst();
            covering.ifPresent(limit -> everywhere(soft, limit, diagnostics));
            if (covering.isEmpty()) {
                hard.stream()
                        .filter(limit -> limit.blocksAllOf(soft))
                        .flatMap(limit ->
                                soft.reach().within(limit.reach()).stream().map(part -> elsewhere(soft, limit, part)))
                        .findFirst()
                        .ifPresent(diagnostics::report);
            }
        }
    }

    private static List<Limit> limits(Outline policy, ControlKind kind) {
        return policy.controls().stream()
                .filter(control -> control.kind() == kind && control.isEnforced())
                .limit(MAX_LIMITS)
                .flatMap(control -> Limit.of(policy, control).stream())
                .toList();
    }

    private static void everywhere(Limit soft, Limit hard, Diagnostics diagnostics) {
        diagnostics.report(Diagnostic.of(
                        DiagnosticCode.SOFT_ABOVE_HARD,
                        soft.breach().span(),
                        "the soft limit " + UserText.quoted(soft.id()) + " warns only of what the hard limit "
                                + UserText.quoted(hard.id()) + " blocks",
                        "set the soft limit below the hard limit, or leave it out")
                .withLabel(hard.breach().span(), "the hard limit"));
    }

    private static Diagnostic elsewhere(Limit soft, Limit hard, Reach.Part part) {
        String where = soft.stage() == hard.stage()
                ? part.scope()
                        .map(scope -> " in scope " + UserText.quoted(scope))
                        .orElse("")
                : " " + hard.stage().words();
        return Diagnostic.of(
                        DiagnosticCode.SOFT_ABOVE_HARD_ELSEWHERE,
                        soft.breach().span(),
                        "whatever the soft limit " + UserText.quoted(soft.id()) + " warns of, the hard limit "
                                + UserText.quoted(hard.id()) + " blocks" + where,
                        "set the soft limit below the hard limit, or let it apply where the hard limit does not")
                .withLabel(hard.breach().span(), "the hard limit");
    }

    /** A limit on one attribute, and where it applies. */
    private record Limit(
            String id,
            Subject subject,
            Stage stage,
            Set<String> scopes,
            Optional<String> where,
            Reach reach,
            Constraint breach) {
        static Optional<Limit> of(Outline policy, ControlOutline control) {
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
                            Reach.of(policy, applies),
                            breach));
        }

        /** Whether this limit blocks whatever the other one warns of, where both apply. */
        boolean blocksAllOf(Limit soft) {
            return subject == soft.subject
                    && breach.subject().equals(soft.breach.subject())
                    && soft.breach.region().and(breach.region().not()).isEmpty();
        }

        /** Whether this limit applies wherever and whenever the other one does. */
        boolean covers(Limit soft) {
            boolean allScopes = scopes.isEmpty() || (!soft.scopes.isEmpty() && scopes.containsAll(soft.scopes));
            return stage == soft.stage && allScopes && (where.isEmpty() || where.equals(soft.where));
        }
    }
}
