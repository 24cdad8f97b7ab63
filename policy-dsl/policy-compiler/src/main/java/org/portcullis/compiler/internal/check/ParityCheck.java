package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;

/**
 * Finds, without being asked, the one desk, location, flow or venue that lacks a control which all others have: in 2022 New York had a limit on a basket's
 * notional and London had none.
 *
 * <p>Of two values one alone stands for "all others", so that only hard limits are compared then. What no grant lets submit lacks nothing, and a flow that
 * escapes every hard limit is found by {@link EscapeCheck}.
 */
final class ParityCheck implements Check {
    private static final List<Measure> ATTRIBUTES =
            List.of(Measure.ORDER_LOCATION, Measure.ORDER_DESK, Measure.ORDER_FLOW, Measure.ORDER_VENUE);
    private static final Set<ControlKind> KINDS = EnumSet.of(
            ControlKind.HARD_LIMIT,
            ControlKind.SOFT_LIMIT,
            ControlKind.ALERT_FLOOD,
            ControlKind.APPROVAL,
            ControlKind.CUMULATIVE_LIMIT,
            ControlKind.THROTTLE,
            ControlKind.IN_FLIGHT);
    private static final int MAX_VALUES = 50;
    private static final int MAX_CONTROLS = 1_000;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        if (!policy.broken().isEmpty() || policy.controls().size() > MAX_CONTROLS) {
            return;
        }
        Map<String, Gap> gaps = new LinkedHashMap<>();
        for (Measure attribute : ATTRIBUTES) {
            Map<String, Span> values = values(policy, attribute);
            if (values.size() >= 2 && values.size() <= MAX_VALUES) {
                gaps(policy, attribute, values).forEach(gap -> gaps.putIfAbsent(gap.what(), gap));
            }
        }
        gaps.values().forEach(gap -> diagnostics.report(gap.diagnostic()));
    }

    /** The values that scopes and controls single out and that somebody may submit, each with the first place where it stands. */
    private static Map<String, Span> values(Outline policy, Measure attribute) {
        Set<String> used = new TreeSet<>();
        List<ConditionSyntax> conditions = new ArrayList<>();
        for (ControlOutline control : policy.controls()) {
            control.applies().scopes().forEach(scope -> used.add(scope.value()));
            control.applies().where().ifPresent(conditions::add);
        }
        policy.scopes().stream()
                .filter(scope -> used.contains(scope.id().value()))
                .map(Declaration.Scope::means)
                .forEach(conditions::add);
        Map<String, Span> values = new TreeMap<>();
        for (ConditionSyntax condition : conditions) {
            TextValues.of(condition, attribute)
                    .forEach(value -> values.merge(
                            value.value(), value.span(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        }
        List<ControlOutline> grants = policy.controls().stream()
                .filter(control -> control.kind() == ControlKind.GRANT)
                .toList();
        values.keySet().removeIf(value -> {
            Supposing supposing = Supposing.that(policy, attribute.path(), value);
            return !grants.isEmpty() && grants.stream().noneMatch(supposing::reaches);
        });
        return values;
    }

    private static List<Gap> gaps(Outline policy, Measure attribute, Map<String, Span> values) {
        Map<String, Set<String>> having = new LinkedHashMap<>();
        Map<String, ControlOutline> example = new TreeMap<>();
        for (String value : values.keySet()) {
            Supposing supposing = Supposing.that(policy, attribute.path(), value);
            for (ControlOutline control : policy.controls()) {
                if (KINDS.contains(control.kind()) && control.isEnforced() && supposing.reaches(control)) {
                    for (String measured : Measured.of(control)) {
                        boolean compared = control.kind() == ControlKind.HARD_LIMIT || values.size() > 2;
                        if (compared) {
                            String what = control.kind().words() + " on " + measured;
                            having.computeIfAbsent(what, none -> new TreeSet<>())
                                    .add(value);
                            example.putIfAbsent(what, control);
                        }
                    }
                }
            }
        }
        List<Gap> gaps = new ArrayList<>();
        having.forEach((what, with) -> {
            if (with.size() == values.size() - 1) {
                Set<String> without = new TreeSet<>(values.keySet());
                without.removeAll(with);
                String lacking = without.iterator().next();
                ControlOutline control = example.get(what);
                if (control != null && !escapesAll(policy, attribute, lacking)) {
                    gaps.add(new Gap(
                            what,
                            attribute,
                            lacking,
                            values.getOrDefault(lacking, control.syntax().span()),
                            control));
                }
            }
        });
        return gaps;
    }

    private static boolean escapesAll(Outline policy, Measure attribute, String value) {
        Supposing supposing = Supposing.that(policy, attribute.path(), value);
        return attribute == Measure.ORDER_FLOW
                && policy.controls().stream()
                        .noneMatch(control -> control.kind() == ControlKind.HARD_LIMIT
                                && control.isEnforced()
                                && supposing.reaches(control));
    }

    /**
     * A value that alone lacks a control.
     *
     * @param what the kind and the measure of the control
     */
    private record Gap(String what, Measure attribute, String lacking, Span where, ControlOutline example) {
        Diagnostic diagnostic() {
            String article = "aeiou".indexOf(what.charAt(0)) >= 0 ? "an " : "a ";
            return Diagnostic.of(
                            DiagnosticCode.PARITY_GAP,
                            where,
                            "every " + attribute.path() + " but " + UserText.quoted(lacking) + " has " + article + what,
                            "let the control apply there too, or decide that the difference is meant")
                    .withLabel(example.syntax().id().span(), "the others have this one");
        }
    }
}
