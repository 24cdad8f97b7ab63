package org.portcullis.compiler.internal.check;

import java.util.Optional;
import org.portcullis.compiler.syntax.DerivationSyntax;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;

/** What an attribute as written stands for. */
final class References {
    private References() {}

    /** The measure that is named; empty if there is none. */
    static Optional<Measure> measure(ReferenceSyntax reference) {
        return Measure.byPath(reference.path().value());
    }

    /** The dimension of its values, computed over time or not; empty if there is no such attribute. */
    static Optional<Dimension> dimension(ReferenceSyntax reference) {
        return measure(reference)
                .map(measure -> reference
                        .derivation()
                        .map(how -> how.match(new DerivationSyntax.Cases<Dimension>() {
                            @Override
                            public Dimension change(DerivationSyntax.Change change) {
                                return Dimension.RATIO;
                            }

                            @Override
                            public Dimension windowed(DerivationSyntax.Windowed window) {
                                return window.aggregate() == Derivation.Aggregate.COUNT
                                        ? measure.counted().orElse(measure.dimension())
                                        : measure.dimension();
                            }
                        }))
                        .orElse(measure.dimension()));
    }
}
