package org.portcullis.compiler.internal.files;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;

/** Finds the tables in a condition, and puts a row's limit in their place; the depth is what the reader allows. */
final class TableBounds {
    private TableBounds() {}

    static List<BoundSyntax.Table> in(ConditionSyntax condition) {
        List<BoundSyntax.Table> found = new ArrayList<>();
        rewrite(condition, table -> {
            found.add(table);
            return table;
        });
        return found;
    }

    static ConditionSyntax replace(ConditionSyntax condition, BoundSyntax limit) {
        return rewrite(condition, table -> limit);
    }

    /** Gives what stands in the place of a table. */
    private interface Replacement {
        BoundSyntax of(BoundSyntax.Table table);
    }

    private static ConditionSyntax rewrite(ConditionSyntax condition, Replacement replacement) {
        return condition.match(new ConditionSyntax.Cases<ConditionSyntax>() {
            @Override
            public ConditionSyntax all(ConditionSyntax.All all) {
                return new ConditionSyntax.All(parts(all.parts()), all.span());
            }

            @Override
            public ConditionSyntax any(ConditionSyntax.Any any) {
                return new ConditionSyntax.Any(parts(any.parts()), any.span());
            }

            @Override
            public ConditionSyntax not(ConditionSyntax.Not not) {
                return new ConditionSyntax.Not(not.part().match(this), not.span());
            }

            @Override
            public ConditionSyntax compare(ConditionSyntax.Compare compare) {
                BoundSyntax right =
                        compare.right() instanceof BoundSyntax.Table table ? replacement.of(table) : compare.right();
                return new ConditionSyntax.Compare(compare.left(), compare.comparator(), right, compare.span());
            }

            @Override
            public ConditionSyntax oneOf(ConditionSyntax.OneOf oneOf) {
                return oneOf;
            }

            @Override
            public ConditionSyntax missing(ConditionSyntax.Missing missing) {
                return missing;
            }

            private List<ConditionSyntax> parts(List<ConditionSyntax> parts) {
                return parts.stream().map(part -> part.match(this)).toList();
            }
        });
    }
}
