package org.portcullis.engine.policytest.coverage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.ConditionReading;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;

/** One thing that the facts of a wanted test must have. */
sealed interface Wish {

    /** The facts that have to be given for it. */
    List<Reference> references();

    /** Whether facts that give all of them have it. */
    boolean isMetBy(ConditionReading reading);

    /** The comparison of numbers that it is about, if it is. */
    default Optional<Threshold> threshold() {
        return Optional.empty();
    }

    /** The part of a condition that it is about, if it is. */
    default Optional<Condition> part() {
        return Optional.empty();
    }

    /** The fact that may have to be missing, if one may. */
    default Optional<Reference> lacked() {
        return Optional.empty();
    }

    /** One comparison, membership or question has a truth. */
    record Holds(Condition atom, boolean wanted) implements Wish {
        /** That a kill switch is not pulled holds without being given. */
        @Override
        public List<Reference> references() {
            List<Reference> references = Atom.of(atom).get(0).references();
            boolean notPulled = !wanted && references.get(0).measure() == Measure.SWITCH_PULLED;
            return notPulled ? List.of() : references;
        }

        @Override
        public boolean isMetBy(ConditionReading reading) {
            return reading.truth(atom) == Truth.of(wanted);
        }

        @Override
        public Optional<Threshold> threshold() {
            return Threshold.of(Atom.of(atom).get(0));
        }

        @Override
        public Optional<Condition> part() {
            return Optional.of(atom);
        }

        @Override
        public Optional<Reference> lacked() {
            return OfAtom.askedFor(atom);
        }
    }

    /** A comparison of numbers lies at its limit, or one unit beyond. */
    record Lies(Threshold at, Threshold.Side side) implements Wish {
        @Override
        public List<Reference> references() {
            return Stream.concat(Stream.of(at.left()), at.right().stream()).toList();
        }

        @Override
        public boolean isMetBy(ConditionReading reading) {
            if (!references().stream().allMatch(reading::isKnown)) {
                return false;
            }
            long right = at.right()
                    .map(reference -> reading.facts().micros(reference))
                    .orElseGet(() -> at.constant().orElseThrow());
            return at.side(reading.facts().micros(at.left()), right)
                    .filter(side::equals)
                    .isPresent();
        }

        @Override
        public Optional<Threshold> threshold() {
            return Optional.of(at);
        }
    }

    /** A fact is not known. */
    record Lacks(Reference fact) implements Wish {
        @Override
        public List<Reference> references() {
            return List.of(fact);
        }

        @Override
        public boolean isMetBy(ConditionReading reading) {
            return !reading.isKnown(fact);
        }

        @Override
        public Optional<Reference> lacked() {
            return Optional.of(fact);
        }
    }

    /** A fact is known, whatever it is. */
    record Knows(Reference fact) implements Wish {
        @Override
        public List<Reference> references() {
            return List.of(fact);
        }

        @Override
        public boolean isMetBy(ConditionReading reading) {
            return reading.isKnown(fact);
        }
    }
}
