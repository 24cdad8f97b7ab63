package org.portcullis.compiler.syntax;

import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.value.Value;

/** The right side of a comparison. */
public sealed interface BoundSyntax extends Syntax {

    /** Dispatches on the kind of bound. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of bound. */
    interface Cases<R> {
        R constant(Constant bound);

        R shareOf(ShareOf bound);

        R other(Other bound);

        R table(Table bound);
    }

    /** A value: `USD 4 billion`. */
    record Constant(Located<Value> value) implements BoundSyntax {
        @Override
        public Span span() {
            return value.span();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /** A part of another attribute: `95% of market.adv over 20 trading days`. */
    record ShareOf(Located<Value.Ratio> share, ReferenceSyntax of, Span span) implements BoundSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.shareOf(this);
        }
    }

    /** Another attribute: `basket.intended`. */
    record Other(ReferenceSyntax reference) implements BoundSyntax {
        @Override
        public Span span() {
            return reference.span();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.other(this);
        }
    }

    /** `the limit from table "adv-limits.csv"`: each row of the table is a limit of its own. */
    record Table(Located<String> file, Span span) implements BoundSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.table(this);
        }
    }
}
