package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.value.Value;

/** Walks conditions; their depth is bounded by the parser. */
final class Conditions {
    private Conditions() {}

    /** Every condition of the policy: scopes' meanings, `where` clauses, and what controls act on. */
    static List<ConditionSyntax> of(Outline policy) {
        List<ConditionSyntax> all = new ArrayList<>();
        policy.scopes().forEach(scope -> all.add(scope.means()));
        for (ControlOutline control : policy.controls()) {
            control.applies().where().ifPresent(all::add);
            control.condition().ifPresent(all::add);
        }
        policy.claims().forEach(claim -> claim.where().ifPresent(all::add));
        return all;
    }

    /** The comparisons inside a condition, in the order of the text. */
    static Leaves leaves(ConditionSyntax condition) {
        Leaves leaves = new Leaves(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        condition.match(leaves.collecting());
        return leaves;
    }

    /** The comparisons inside several conditions. */
    static Leaves leaves(List<ConditionSyntax> conditions) {
        Leaves leaves = new Leaves(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        conditions.forEach(condition -> condition.match(leaves.collecting()));
        return leaves;
    }

    /** The comparisons of a condition by kind. */
    record Leaves(
            List<ConditionSyntax.Compare> comparisons,
            List<ConditionSyntax.OneOf> lists,
            List<ConditionSyntax.Missing> missing) {

        /** Every attribute that is named, on either side. */
        List<ReferenceSyntax> references() {
            List<ReferenceSyntax> references = new ArrayList<>();
            for (ConditionSyntax.Compare comparison : comparisons) {
                references.add(comparison.left());
                reference(comparison.right()).ifPresent(references::add);
            }
            lists.forEach(list -> references.add(list.left()));
            missing.forEach(test -> references.add(test.what()));
            return references;
        }

        /** Every value that is written as such. */
        List<Located<Value>> values() {
            List<Located<Value>> values = new ArrayList<>();
            comparisons.forEach(comparison -> constant(comparison.right()).ifPresent(values::add));
            lists.forEach(list -> values.addAll(list.values()));
            return values;
        }

        private ConditionSyntax.Cases<Boolean> collecting() {
            return new ConditionSyntax.Cases<>() {
                @Override
                public Boolean all(ConditionSyntax.All condition) {
                    condition.parts().forEach(part -> part.match(this));
                    return true;
                }

                @Override
                public Boolean any(ConditionSyntax.Any condition) {
                    condition.parts().forEach(part -> part.match(this));
                    return true;
                }

                @Override
                public Boolean not(ConditionSyntax.Not condition) {
                    return condition.part().match(this);
                }

                @Override
                public Boolean compare(ConditionSyntax.Compare condition) {
                    return comparisons.add(condition);
                }

                @Override
                public Boolean oneOf(ConditionSyntax.OneOf condition) {
                    return lists.add(condition);
                }

                @Override
                public Boolean missing(ConditionSyntax.Missing condition) {
                    return missing.add(condition);
                }
            };
        }
    }

    /** The attribute on the right side, if there is one. */
    static Optional<ReferenceSyntax> reference(BoundSyntax bound) {
        return bound.match(new BoundSyntax.Cases<>() {
            @Override
            public Optional<ReferenceSyntax> constant(BoundSyntax.Constant constant) {
                return Optional.empty();
            }

            @Override
            public Optional<ReferenceSyntax> shareOf(BoundSyntax.ShareOf share) {
                return Optional.of(share.of());
            }

            @Override
            public Optional<ReferenceSyntax> other(BoundSyntax.Other other) {
                return Optional.of(other.reference());
            }

            @Override
            public Optional<ReferenceSyntax> table(BoundSyntax.Table table) {
                return Optional.empty();
            }
        });
    }

    /** The value on the right side, if there is one. */
    static Optional<Located<Value>> constant(BoundSyntax bound) {
        return bound.match(new BoundSyntax.Cases<>() {
            @Override
            public Optional<Located<Value>> constant(BoundSyntax.Constant constant) {
                return Optional.of(constant.value());
            }

            @Override
            public Optional<Located<Value>> shareOf(BoundSyntax.ShareOf share) {
                return Optional.empty();
            }

            @Override
            public Optional<Located<Value>> other(BoundSyntax.Other other) {
                return Optional.empty();
            }

            @Override
            public Optional<Located<Value>> table(BoundSyntax.Table table) {
                return Optional.empty();
            }
        });
    }
}
