package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;

/** Where a control applies, one part for each scope that it names, as far as that can be read from what is said of one attribute each. */
record Reach(List<Part> parts) {
    Reach {
        parts = List.copyOf(parts);
    }

    static Reach of(Outline policy, ApplicabilitySyntax applies) {
        List<ConditionSyntax> where = applies.where().stream().toList();
        if (applies.scopes().isEmpty()) {
            return new Reach(List.of(Part.of(Optional.empty(), where)));
        }
        List<Part> parts = new ArrayList<>();
        for (Located<String> scope : applies.scopes()) {
            Stream<ConditionSyntax> means = policy.scope(scope.value()).map(Declaration.Scope::means).stream();
            parts.add(Part.of(
                    Optional.of(scope.value()),
                    Stream.concat(where.stream(), means).toList()));
        }
        return new Reach(parts);
    }

    /** Whether something may be where both apply: nothing that is said of one attribute rules it out. */
    boolean meets(Reach other) {
        return parts.stream().anyMatch(own -> other.parts.stream().anyMatch(own::meets));
    }

    /** The first part that lies wholly in the other reach. */
    Optional<Part> within(Reach other) {
        return parts.stream()
                .filter(own -> other.parts.stream().anyMatch(own::isWithin))
                .findFirst();
    }

    /**
     * A conjunction.
     *
     * @param scope the scope that it comes from, if a scope is named
     * @param isRead whether nothing is said but the constraints
     */
    record Part(Optional<String> scope, List<Constraint> constraints, boolean isRead) {
        private static Part of(Optional<String> scope, List<ConditionSyntax> conditions) {
            List<ConditionSyntax> said = conditions.stream()
                    .flatMap(condition -> ContradictionCheck.conjuncts(condition).stream())
                    .toList();
            List<Constraint> constraints = conditions.stream()
                    .flatMap(condition -> ContradictionCheck.constraints(condition).stream())
                    .toList();
            return new Part(scope, constraints, said.size() == constraints.size());
        }

        private boolean meets(Part other) {
            return constraints.stream()
                    .noneMatch(own -> other.constraints.stream().anyMatch(its -> ContradictionCheck.clashes(own, its)));
        }

        private boolean isWithin(Part other) {
            return other.isRead
                    && other.constraints.stream()
                            .allMatch(its -> constraints.stream().anyMatch(own -> own.implies(its)));
        }
    }
}
