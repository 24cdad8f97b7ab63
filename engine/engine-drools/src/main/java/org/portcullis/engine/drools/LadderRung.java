package org.portcullis.engine.drools;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.value.Exact;

/**
 * Is one control whose condition is a mere comparison that has an order.
 *
 * @param limit a number of millionths, or the share in millionths where the rail has a whole
 */
record LadderRung(Rail rail, long limit, int control) {

    /** What the conditions of one ladder have in common; {@code whole} is the fact of which the limits are shares. */
    record Rail(FactReading fact, Comparator comparator, Optional<FactReading> whole) {}

    static Optional<LadderRung> of(ControlLeaf leaf) {
        // A ladder answers for what it does not ask, so what warns early is asked on its own.
        if (leaf.early().isPresent()) {
            return Optional.empty();
        }
        return leaf.breach().match(new NoComparison() {
            @Override
            public Optional<LadderRung> compare(Condition.Compare compare) {
                boolean ordered = compare.comparator().isOrdering() && !ConditionTypes.isText(compare.left());
                return ordered ? Optional.of(rungOf(compare, leaf.control())) : Optional.empty();
            }
        });
    }

    /** The limit that is met first comes first: the lowest where more is worse, the highest where less is worse. */
    static List<LadderRung> sorted(Rail rail, List<LadderRung> rungs) {
        java.util.Comparator<LadderRung> rising = java.util.Comparator.comparingLong(LadderRung::limit);
        return rungs.stream()
                .sorted(rail.comparator().holds(1) ? rising : rising.reversed())
                .toList();
    }

    static void reportUnknown(int[] controls, FindingSink sink) {
        for (int control : controls) {
            sink.finding(control, Verdict.CONDITION_UNKNOWN);
        }
    }

    private static LadderRung rungOf(Condition.Compare compare, int control) {
        FactReading fact = FactReading.of(compare.left());
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public LadderRung constant(Bound.Constant bound) {
                return rung(Optional.empty(), bound.value().micros());
            }

            @Override
            public LadderRung shareOf(Bound.ShareOf bound) {
                return rung(
                        Optional.of(FactReading.of(bound.of())), bound.share().micros());
            }

            @Override
            public LadderRung other(Bound.Other bound) {
                return rung(Optional.of(FactReading.of(bound.reference())), Exact.ONE);
            }

            private LadderRung rung(Optional<FactReading> whole, long limit) {
                return new LadderRung(new Rail(fact, compare.comparator(), whole), limit, control);
            }
        });
    }

    /** Answers with nothing for every condition that is no comparison. */
    private interface NoComparison extends Condition.Cases<Optional<LadderRung>> {
        @Override
        default Optional<LadderRung> always(Condition.Always condition) {
            return Optional.empty();
        }

        @Override
        default Optional<LadderRung> all(Condition.All condition) {
            return Optional.empty();
        }

        @Override
        default Optional<LadderRung> any(Condition.Any condition) {
            return Optional.empty();
        }

        @Override
        default Optional<LadderRung> not(Condition.Not condition) {
            return Optional.empty();
        }

        @Override
        default Optional<LadderRung> oneOf(Condition.OneOf condition) {
            return Optional.empty();
        }

        @Override
        default Optional<LadderRung> missing(Condition.Missing condition) {
            return Optional.empty();
        }
    }
}
