package org.portcullis.engine.decision;

import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;

/**
 * Is the condition of a control where that is one comparison of numbers, and nothing else that the control reads changes with its left side: then other
 * values of the left side are judged without supposing facts, with the answer that the reference evaluator gives on them.
 *
 * @param compare the comparison, which was evaluated before
 * @param share the right side: so many millionths of {@code whole}
 */
record LoneComparison(Condition.Compare compare, long share, long whole) {

    /** The control's comparison; empty where something else than its left side changes with the measures. */
    static Optional<LoneComparison> of(Control control, Facts facts, Set<Measure> changing) {
        if (!(Obligation.breachOf(control) instanceof Condition.Compare compare)
                || compare.left().dimension() == Dimension.TEXT
                || reads(Obligation.appliesOf(control), changing)) {
            return Optional.empty();
        }
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public Optional<LoneComparison> constant(Bound.Constant bound) {
                return Optional.of(
                        new LoneComparison(compare, Exact.ONE, bound.value().micros()));
            }

            @Override
            public Optional<LoneComparison> shareOf(Bound.ShareOf bound) {
                return of(bound.of(), bound.share().micros());
            }

            @Override
            public Optional<LoneComparison> other(Bound.Other bound) {
                return of(bound.reference(), Exact.ONE);
            }

            private Optional<LoneComparison> of(Reference whole, long share) {
                return changing.contains(whole.measure()) || !facts.isKnown(whole)
                        ? Optional.empty()
                        : Optional.of(new LoneComparison(compare, share, facts.micros(whole)));
            }
        });
    }

    /** Whether the control passes with another left side. */
    boolean passes(long micros) {
        return !compare.comparator().holds(Exact.compareProducts(micros, Exact.ONE, share, whole));
    }

    private static boolean reads(Condition condition, Set<Measure> measures) {
        for (Atom atom : Atom.of(condition)) {
            for (Reference reference : atom.references()) {
                if (measures.contains(reference.measure())) {
                    return true;
                }
            }
        }
        return false;
    }
}
