package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;

/**
 * Finds conditions that can never, or will always, hold because of what they say of one attribute.
 *
 * <p>It looks at one attribute at a time and at a `where` clause within its scope; contradictions across attributes take a solver.
 */
final class ContradictionCheck implements Check {
    /** The most parts of a condition that are held against its scope. */
    private static final int MAX_WITHIN = 50;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        Conditions.of(policy).forEach(condition -> walk(condition, diagnostics));
        for (ControlOutline control : policy.controls()) {
            if (control.applies().scopes().size() == 1) {
                policy.scope(control.applies().scopes().get(0).value()).ifPresent(scope -> {
                    control.applies().where().ifPresent(where -> within(scope, where, diagnostics));
                    control.condition().ifPresent(condition -> within(scope, condition, diagnostics));
                });
            }
        }
    }

    /** Looks at the parts first, and at the whole only if no part was reported; says whether anything was. */
    private static boolean walk(ConditionSyntax condition, Diagnostics diagnostics) {
        return condition.match(new ConditionSyntax.Cases<>() {
            @Override
            public Boolean all(ConditionSyntax.All all) {
                return parts(all.parts()) || never(all.parts(), diagnostics);
            }

            @Override
            public Boolean any(ConditionSyntax.Any any) {
                return parts(any.parts()) || always(any.parts(), diagnostics);
            }

            @Override
            public Boolean not(ConditionSyntax.Not not) {
                return walk(not.part(), diagnostics);
            }

            @Override
            public Boolean compare(ConditionSyntax.Compare compare) {
                return alone(compare, diagnostics);
            }

            @Override
            public Boolean oneOf(ConditionSyntax.OneOf oneOf) {
                return alone(oneOf, diagnostics);
            }

            @Override
            public Boolean missing(ConditionSyntax.Missing missing) {
                return false;
            }

            private boolean parts(List<ConditionSyntax> parts) {
                boolean found = false;
                for (ConditionSyntax part : parts) {
                    found |= walk(part, diagnostics);
                }
                return found;
            }
        });
    }

    private static boolean alone(ConditionSyntax condition, Diagnostics diagnostics) {
        Optional<Constraint> constraint = Constraint.of(condition);
        if (constraint.filter(one -> one.region().isEmpty()).isPresent()) {
            diagnostics.report(
                    DiagnosticCode.NEVER_HOLDS,
                    condition.span(),
                    subject(constraint.get()) + " is never so, because it is not negative",
                    "write a limit that an amount can reach");
            return true;
        }
        if (constraint.filter(one -> one.region().isEverything()).isPresent()) {
            diagnostics.report(
                    DiagnosticCode.ALWAYS_HOLDS,
                    condition.span(),
                    subject(constraint.get()) + " is always so, because it is not negative",
                    "leave the condition out if the control applies to everything");
            return true;
        }
        return false;
    }

    private static boolean never(List<ConditionSyntax> parts, Diagnostics diagnostics) {
        Optional<Clash> clash = clash(parts, Region::and, Region::isEmpty);
        clash.ifPresent(found -> diagnostics.report(Diagnostic.of(
                        DiagnosticCode.NEVER_HOLDS,
                        found.second(),
                        UserText.quoted(found.subject()) + " can never be both",
                        "write `or` if either suffices, otherwise change one of the two")
                .withLabel(found.first(), "together with this")));
        return clash.isPresent();
    }

    private static boolean always(List<ConditionSyntax> parts, Diagnostics diagnostics) {
        Optional<Clash> clash = clash(parts, Region::or, Region::isEverything);
        clash.ifPresent(found -> diagnostics.report(Diagnostic.of(
                        DiagnosticCode.ALWAYS_HOLDS,
                        found.second(),
                        UserText.quoted(found.subject()) + " is always one of the two",
                        "write `and` if both are needed, otherwise change one of the two")
                .withLabel(found.first(), "together with this")));
        return clash.isPresent();
    }

    private static void within(Declaration.Scope scope, ConditionSyntax condition, Diagnostics diagnostics) {
        List<Constraint> outer = constraints(scope.means());
        for (Constraint own : constraints(condition)) {
            outer.stream()
                    .filter(other -> clashes(own, other))
                    .findFirst()
                    .ifPresent(other -> diagnostics.report(Diagnostic.of(
                                    DiagnosticCode.NEVER_HOLDS,
                                    own.span(),
                                    subject(other) + " is never so in scope "
                                            + UserText.quoted(scope.id().value()),
                                    "apply the control to another scope, or change the condition")
                            .withLabel(other.span(), "the scope says this")));
        }
    }

    /** What the parts of a conjunction say of one attribute each. */
    static List<Constraint> constraints(ConditionSyntax condition) {
        return conjuncts(condition).stream()
                .limit(MAX_WITHIN)
                .flatMap(part -> Constraint.of(part).stream())
                .filter(constraint -> !constraint.region().isEmpty())
                .toList();
    }

    /** Whether nothing can satisfy both. */
    static boolean clashes(Constraint one, Constraint two) {
        return one.subject().equals(two.subject())
                && one.region().and(two.region()).isEmpty();
    }

    /** The parts of a conjunction, whether they stand in brackets or not. */
    static List<ConditionSyntax> conjuncts(ConditionSyntax condition) {
        List<ConditionSyntax> parts = new ArrayList<>();
        condition.match(new ConditionSyntax.Cases<Boolean>() {
            @Override
            public Boolean all(ConditionSyntax.All all) {
                all.parts().forEach(part -> parts.addAll(conjuncts(part)));
                return true;
            }

            @Override
            public Boolean any(ConditionSyntax.Any any) {
                return parts.add(any);
            }

            @Override
            public Boolean not(ConditionSyntax.Not not) {
                return parts.add(not);
            }

            @Override
            public Boolean compare(ConditionSyntax.Compare compare) {
                return parts.add(compare);
            }

            @Override
            public Boolean oneOf(ConditionSyntax.OneOf oneOf) {
                return parts.add(oneOf);
            }

            @Override
            public Boolean missing(ConditionSyntax.Missing missing) {
                return parts.add(missing);
            }
        });
        return parts;
    }

    /** The first part with which the combination of all parts on its subject goes too far. */
    private static Optional<Clash> clash(
            List<ConditionSyntax> parts, BinaryOperator<Region> combination, Predicate<Region> tooFar) {
        Map<String, Constraint> combined = new TreeMap<>();
        for (ConditionSyntax part : parts.subList(0, Math.min(parts.size(), Constraint.MAX_PARTS))) {
            Optional<Constraint> read = Constraint.of(part);
            if (read.isEmpty()) {
                continue;
            }
            Constraint constraint = read.get();
            Constraint before = combined.get(constraint.subject());
            if (before == null) {
                combined.put(constraint.subject(), constraint);
                continue;
            }
            Region region = combination.apply(before.region(), constraint.region());
            if (tooFar.test(region)) {
                return Optional.of(new Clash(constraint.subject(), before.span(), constraint.span()));
            }
            combined.put(constraint.subject(), new Constraint(constraint.subject(), region, before.span()));
        }
        return Optional.empty();
    }

    private static String subject(Constraint constraint) {
        return UserText.quoted(constraint.subject());
    }

    /** Two parts that together say nothing or everything. */
    private record Clash(String subject, Span first, Span second) {}
}
