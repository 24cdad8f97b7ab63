package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.syntax.DerivationSyntax;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.RequirementSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;

/** What an attribute as written stands for. */
final class References {
    private References() {}

    /** Every attribute that the policy names, but not the keys of windows. */
    static List<ReferenceSyntax> all(Outline policy) {
        List<ReferenceSyntax> references =
                new ArrayList<>(Conditions.leaves(Conditions.of(policy)).references());
        for (ControlOutline control : policy.controls()) {
            references.addAll(control.typed());
            control.groupedBy().ifPresent(references::add);
        }
        policy.tests()
                .forEach(test -> Tests.facts(test).map(TestSyntax.Given::fact).forEach(references::add));
        policy.requirements().forEach(requirement -> {
            attribute(requirement.over()).ifPresent(references::add);
            requirement.need().on().ifPresent(references::add);
        });
        return references;
    }

    /** The attribute over whose values a requirement runs; empty if it runs over provisions. */
    static Optional<ReferenceSyntax> attribute(RequirementSyntax.Over over) {
        return over.match(new RequirementSyntax.OverCases<>() {
            @Override
            public Optional<ReferenceSyntax> values(RequirementSyntax.Values values) {
                return Optional.of(values.attribute());
            }

            @Override
            public Optional<ReferenceSyntax> organisation(RequirementSyntax.OfOrganisation organisation) {
                return Optional.of(organisation.attribute());
            }

            @Override
            public Optional<ReferenceSyntax> provisions(RequirementSyntax.Provisions provisions) {
                return Optional.empty();
            }
        });
    }

    /** The keys of the windows that the references are computed over. */
    static Stream<ReferenceSyntax> keys(ReferenceSyntax reference) {
        return windowed(reference).stream().flatMap(window -> window.per().stream());
    }

    /** The window that the reference is computed over, if it is. */
    static Optional<DerivationSyntax.Windowed> windowed(ReferenceSyntax reference) {
        return reference
                .derivation()
                .flatMap(how -> how.match(new DerivationSyntax.Cases<>() {
                    @Override
                    public Optional<DerivationSyntax.Windowed> change(DerivationSyntax.Change change) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<DerivationSyntax.Windowed> windowed(DerivationSyntax.Windowed window) {
                        return Optional.of(window);
                    }
                }));
    }

    /** The moment since which the reference is a change, if it is one. */
    static Optional<DerivationSyntax.Change> change(ReferenceSyntax reference) {
        return reference
                .derivation()
                .flatMap(how -> how.match(new DerivationSyntax.Cases<>() {
                    @Override
                    public Optional<DerivationSyntax.Change> change(DerivationSyntax.Change change) {
                        return Optional.of(change);
                    }

                    @Override
                    public Optional<DerivationSyntax.Change> windowed(DerivationSyntax.Windowed window) {
                        return Optional.empty();
                    }
                }));
    }

    /** The measure that is named; empty if there is none. */
    static Optional<Measure> measure(ReferenceSyntax reference) {
        return Measure.byPath(reference.path().value());
    }

    /** The reference as policies write it: two that mean the same are the same words. */
    static String words(ReferenceSyntax reference) {
        return CanonicalSpelling.of(reference);
    }

    /** The dimension of its values, computed over time or not; empty if there is no such attribute, or if what it is computed from is not counted. */
    static Optional<Dimension> dimension(ReferenceSyntax reference) {
        return measure(reference).flatMap(measure -> {
            if (change(reference).isPresent()) {
                return Optional.of(Dimension.RATIO);
            }
            boolean count = windowed(reference)
                    .filter(window -> window.aggregate() == Derivation.Aggregate.COUNT)
                    .isPresent();
            return count ? measure.counted() : Optional.of(measure.dimension());
        });
    }
}
