package org.portcullis.compiler.syntax;

import java.util.List;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.value.Value;

/** A condition as written. Brackets around a part are not kept: the nesting says what they said. */
public sealed interface ConditionSyntax extends Syntax {

    /** Dispatches on the kind of condition. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of condition. */
    interface Cases<R> {
        R all(All condition);

        R any(Any condition);

        R not(Not condition);

        R compare(Compare condition);

        R oneOf(OneOf condition);

        R missing(Missing condition);
    }

    /** `a and b and …`; at least two parts. */
    record All(List<ConditionSyntax> parts, Span span) implements ConditionSyntax {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.all(this);
        }
    }

    /** `a or b or …`; at least two parts. */
    record Any(List<ConditionSyntax> parts, Span span) implements ConditionSyntax {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.any(this);
        }
    }

    /** `not (a)`. */
    record Not(ConditionSyntax part, Span span) implements ConditionSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.not(this);
        }
    }

    /** `order.notional is more than USD 250 million`; the sides need not fit each other. */
    record Compare(ReferenceSyntax left, Located<Comparator> comparator, BoundSyntax right, Span span)
            implements ConditionSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.compare(this);
        }
    }

    /** `order.desk is one of ("Delta 1", "Swaps")`; at least one value. */
    record OneOf(ReferenceSyntax left, List<Located<Value>> values, Span span) implements ConditionSyntax {
        public OneOf {
            values = List.copyOf(values);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.oneOf(this);
        }
    }

    /** `market.adv is missing`. */
    record Missing(ReferenceSyntax what, Span span) implements ConditionSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.missing(this);
        }
    }
}
