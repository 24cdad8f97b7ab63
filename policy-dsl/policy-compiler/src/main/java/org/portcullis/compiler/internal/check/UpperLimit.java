package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.value.Value;

/**
 * A comparison that becomes true when an attribute grows: the limit that the control sets to it.
 *
 * @param subject the attribute, or its ratio to another, in words
 * @param threshold what is written as the limit; empty where a table says it
 */
record UpperLimit(String subject, ReferenceSyntax measured, Optional<Located<Value>> threshold, Span span) {

    /** The upper limits in a condition, in the order of the text. */
    static List<UpperLimit> of(ConditionSyntax condition) {
        List<UpperLimit> limits = new ArrayList<>();
        condition.match(new Collecting(limits, false));
        return limits;
    }

    private record Collecting(List<UpperLimit> limits, boolean negated) implements ConditionSyntax.Cases<Boolean> {
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
            return condition.part().match(new Collecting(limits, !negated));
        }

        @Override
        public Boolean compare(ConditionSyntax.Compare condition) {
            Comparator comparator = condition.comparator().value();
            boolean upper = negated
                    ? comparator == Comparator.LESS_THAN || comparator == Comparator.AT_MOST
                    : comparator == Comparator.MORE_THAN || comparator == Comparator.AT_LEAST;
            return upper && condition.right().match(bound(condition));
        }

        private BoundSyntax.Cases<Boolean> bound(ConditionSyntax.Compare condition) {
            String left = References.words(condition.left());
            return new BoundSyntax.Cases<>() {
                @Override
                public Boolean constant(BoundSyntax.Constant bound) {
                    return limits.add(
                            new UpperLimit(left, condition.left(), Optional.of(bound.value()), condition.span()));
                }

                @Override
                public Boolean shareOf(BoundSyntax.ShareOf bound) {
                    Located<Value> share =
                            new Located<>(bound.share().value(), bound.share().span());
                    String subject = left + " / " + References.words(bound.of());
                    return limits.add(new UpperLimit(subject, condition.left(), Optional.of(share), condition.span()));
                }

                @Override
                public Boolean other(BoundSyntax.Other bound) {
                    return false;
                }

                @Override
                public Boolean table(BoundSyntax.Table bound) {
                    return limits.add(new UpperLimit(left, condition.left(), Optional.empty(), condition.span()));
                }
            };
        }

        @Override
        public Boolean oneOf(ConditionSyntax.OneOf condition) {
            return false;
        }

        @Override
        public Boolean missing(ConditionSyntax.Missing condition) {
            return false;
        }
    }
}
