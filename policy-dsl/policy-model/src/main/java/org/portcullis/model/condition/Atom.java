package org.portcullis.model.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;

/**
 * Is one comparison, membership or question for missing facts inside a condition.
 *
 * @param condition the part itself: a {@link Condition.Compare}, {@link Condition.OneOf} or {@link Condition.Missing}
 * @param negated whether it stands under an odd number of `not`
 * @param comparison the same part where it is a comparison
 * @param references the measures that it reads, left side first
 */
public record Atom(
        Condition condition, boolean negated, Optional<Condition.Compare> comparison, List<Reference> references) {
    public Atom {
        references = List.copyOf(references);
    }

    /** The atoms of a condition in the order of its text. */
    public static List<Atom> of(Condition condition) {
        List<Atom> atoms = new ArrayList<>();
        condition.match(new Collect(atoms, false));
        return List.copyOf(atoms);
    }

    /** Whether the condition reads the measure. */
    public static boolean reads(Condition condition, Measure measure) {
        return of(condition).stream()
                .flatMap(atom -> atom.references().stream())
                .anyMatch(reference ->
                        reference.measure() == measure && reference.derivation().isEmpty());
    }

    /** What the condition is about: the left side of its first comparison of numbers, or else of its first comparison. */
    public static Optional<Reference> primary(Condition condition) {
        List<Reference> compared = of(condition).stream()
                .flatMap(atom -> atom.comparison().stream())
                .map(Condition.Compare::left)
                .toList();
        return compared.stream()
                .filter(reference -> reference.dimension() != Dimension.TEXT)
                .findFirst()
                .or(() -> compared.stream().findFirst());
    }

    /** The measure of what the condition is about, itself or computed over time. */
    public static Optional<Measure> primaryMeasure(Condition condition) {
        return primary(condition).map(Reference::measure);
    }

    private record Collect(List<Atom> atoms, boolean negated) implements Condition.Cases<Boolean> {

        @Override
        public Boolean always(Condition.Always condition) {
            return false;
        }

        @Override
        public Boolean all(Condition.All condition) {
            condition.parts().forEach(part -> part.match(this));
            return true;
        }

        @Override
        public Boolean any(Condition.Any condition) {
            condition.parts().forEach(part -> part.match(this));
            return true;
        }

        @Override
        public Boolean not(Condition.Not condition) {
            return condition.part().match(new Collect(atoms, !negated));
        }

        @Override
        public Boolean compare(Condition.Compare condition) {
            List<Reference> references = new ArrayList<>(List.of(condition.left()));
            readBy(condition.right()).ifPresent(references::add);
            return atoms.add(new Atom(condition, negated, Optional.of(condition), references));
        }

        @Override
        public Boolean oneOf(Condition.OneOf condition) {
            return atoms.add(new Atom(condition, negated, Optional.empty(), List.of(condition.left())));
        }

        @Override
        public Boolean missing(Condition.Missing condition) {
            return atoms.add(new Atom(condition, negated, Optional.empty(), List.of(condition.what())));
        }

        private static Optional<Reference> readBy(Bound bound) {
            return bound.match(new Bound.Cases<>() {
                @Override
                public Optional<Reference> constant(Bound.Constant constant) {
                    return Optional.empty();
                }

                @Override
                public Optional<Reference> shareOf(Bound.ShareOf share) {
                    return Optional.of(share.of());
                }

                @Override
                public Optional<Reference> other(Bound.Other other) {
                    return Optional.of(other.reference());
                }
            });
        }
    }
}
