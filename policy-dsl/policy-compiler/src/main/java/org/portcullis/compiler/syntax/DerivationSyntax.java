package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.value.Value;

/** How an attribute is computed over time, as written around it. */
public sealed interface DerivationSyntax extends Syntax {

    /** Dispatches on the kind of derivation. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of derivation. */
    interface Cases<R> {
        R change(Change derivation);

        R windowed(Windowed derivation);
    }

    /** `change in … since order.arrival`; the moment need not be known. */
    record Change(Located<String> since, Span span) implements DerivationSyntax {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.change(this);
        }
    }

    /**
     * `sum of … per order.desk and order.symbol in any 10 minutes counting open, held`.
     *
     * @param per at least one
     * @param length empty means the trading day
     * @param counting none means what counts unless it is said
     */
    record Windowed(
            Derivation.Aggregate aggregate,
            List<ReferenceSyntax> per,
            Optional<Located<Value.TimeSpan>> length,
            List<Located<Derivation.Counting>> counting,
            Span span)
            implements DerivationSyntax {
        public Windowed {
            per = List.copyOf(per);
            counting = List.copyOf(counting);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.windowed(this);
        }
    }
}
