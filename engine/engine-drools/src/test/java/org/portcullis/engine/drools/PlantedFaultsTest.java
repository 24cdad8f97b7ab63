package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;

/** Shows that the differential test finds faults: each test plants one into an evaluator. */
class PlantedFaultsTest {
    private static final long SEED = 20_220_502L;
    private static final long PAIRS = 20_000;

    @Test
    void evaluatorWithoutAFaultPasses() {
        assertEquals(Optional.empty(), search(DroolsEvaluator.factory()));
    }

    @Test
    void limitThatIsMetOneMillionthTooSoonIsFound() {
        assertFoundAndSmall(search(pack -> new Rewritten(pack, PlantedFaultsTest::atLeastInPlaceOfMoreThan)));
    }

    @Test
    void absentFactTakenForWithinTheLimitIsFound() {
        assertFoundAndSmall(search(pack -> losing(pack, Verdict.CONDITION_UNKNOWN)));
    }

    @Test
    void absentFactTakenForOutOfScopeIsFound() {
        assertFoundAndSmall(search(pack -> losing(pack, Verdict.APPLICABILITY_UNKNOWN)));
    }

    @Test
    void controlThatIsNotReportedAsAppliedIsFound() {
        assertFoundAndSmall(
                search(pack -> new Lossy(DroolsEvaluator.factory().load(pack), control -> control != 3, any -> true)));
    }

    @Test
    void earlyWarningThatIsLostIsFound() {
        assertFoundAndSmall(search(pack -> losing(pack, Verdict.EARLY)));
    }

    @Test
    void earlyWarningInPlaceOfABreachIsFound() {
        assertFoundAndSmall(
                search(pack -> new Mistaken(DroolsEvaluator.factory().load(pack), Verdict.BREACHED, Verdict.EARLY)));
    }

    @Test
    void windowTakenForTheMeasureItselfIsFound() {
        assertFoundAndSmall(search(pack -> new Rewritten(pack, PlantedFaultsTest::withoutWindow)));
    }

    @Test
    void killSwitchThatIsAskedAtItsOwnStageAloneIsFound() {
        assertFoundAndSmall(
                search(pack -> new AtOwnStage(DroolsEvaluator.factory().load(pack))));
    }

    @Test
    void recalibrationThatIsOverlookedIsFound() {
        assertTrue(new Assessments(
                        ReferenceEvaluator.factory(),
                        DroolsEvaluator.factory(),
                        PlantedFaultsTest::withoutRecalibration)
                .difference(SEED, 400)
                .isPresent());
    }

    private static PolicyPack withoutRecalibration(PolicyPack pack) {
        return Packs.of(pack.controls());
    }

    /** Reads the measure in the place of what is computed of it over time. */
    private static Condition withoutWindow(Condition leaf) {
        return leaf.match(new Unchanged() {
            @Override
            public Condition compare(Condition.Compare compare) {
                Reference left = compare.left();
                boolean same = left.dimension() == left.measure().dimension();
                return left.derivation().isPresent() && same
                        ? new Condition.Compare(Reference.to(left.measure()), compare.comparator(), compare.right())
                        : compare;
            }
        });
    }

    private static Evaluator losing(PolicyPack pack, Verdict lost) {
        return new Lossy(DroolsEvaluator.factory().load(pack), any -> true, verdict -> verdict != lost);
    }

    private static Optional<Case.Difference> search(Evaluator.Factory faulty) {
        return new Differential(ReferenceEvaluator.factory(), faulty).search(SEED, PAIRS);
    }

    private static void assertFoundAndSmall(Optional<Case.Difference> found) {
        assertTrue(found.isPresent(), "the planted fault was not found");
        Case small = found.get().where();
        assertTrue(small.pack().controls().size() <= 4, small.toString());
        Control last = small.pack().controls().get(small.pack().controls().size() - 1);
        int parts = Conditions.all(last.heading().applies().condition()).size()
                + Controls.written(last)
                        .map(Conditions::all)
                        .map(java.util.List::size)
                        .orElse(0);
        assertTrue(parts <= 3, small.toString());
    }

    private static Condition atLeastInPlaceOfMoreThan(Condition leaf) {
        return leaf.match(new Unchanged() {
            @Override
            public Condition compare(Condition.Compare compare) {
                boolean constant = compare.right().match(new Bound.Cases<>() {
                    @Override
                    public Boolean constant(Bound.Constant bound) {
                        return true;
                    }

                    @Override
                    public Boolean shareOf(Bound.ShareOf bound) {
                        return false;
                    }

                    @Override
                    public Boolean other(Bound.Other bound) {
                        return false;
                    }
                });
                return constant && compare.comparator() == Comparator.MORE_THAN
                        ? new Condition.Compare(compare.left(), Comparator.AT_LEAST, compare.right())
                        : compare;
            }
        });
    }

    /** Evaluates another pack than the one it says it evaluates. */
    private record Rewritten(PolicyPack pack, Evaluator of) implements Evaluator {
        private Rewritten(PolicyPack pack, UnaryOperator<Condition> change) {
            this(
                    pack,
                    DroolsEvaluator.factory()
                            .load(Packs.of(pack.controls().stream()
                                    .map(control -> rewritten(control, change))
                                    .toList())));
        }

        private static Control rewritten(Control control, UnaryOperator<Condition> change) {
            return Controls.written(control)
                    .map(condition -> Controls.withWritten(control, Conditions.mapLeaves(condition, change)))
                    .orElse(control);
        }

        @Override
        public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
            of.evaluate(facts, stage, tier, sink);
        }
    }

    /** Loses some of what is reported. */
    private record Lossy(Evaluator of, IntPredicate applied, Predicate<Verdict> verdicts) implements Evaluator {
        @Override
        public PolicyPack pack() {
            return of.pack();
        }

        @Override
        public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
            of.evaluate(facts, stage, tier, new FindingSink() {
                @Override
                public void applied(int control) {
                    if (applied.test(control)) {
                        sink.applied(control);
                    }
                }

                @Override
                public void finding(int control, Verdict verdict) {
                    if (verdicts.test(verdict)) {
                        sink.finding(control, verdict);
                    }
                }
            });
        }
    }

    /** Reports one verdict in the place of another. */
    private record Mistaken(Evaluator of, Verdict right, Verdict wrong) implements Evaluator {
        @Override
        public PolicyPack pack() {
            return of.pack();
        }

        @Override
        public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
            of.evaluate(facts, stage, tier, new FindingSink() {
                @Override
                public void applied(int control) {
                    sink.applied(control);
                }

                @Override
                public void finding(int control, Verdict verdict) {
                    sink.finding(control, verdict == right ? wrong : verdict);
                }
            });
        }
    }

    /** Asks each control at the one stage that its sentence names. */
    private record AtOwnStage(Evaluator of) implements Evaluator {
        @Override
        public PolicyPack pack() {
            return of.pack();
        }

        @Override
        public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
            of.evaluate(facts, stage, tier, new FindingSink() {
                @Override
                public void applied(int control) {
                    if (isOwn(control)) {
                        sink.applied(control);
                    }
                }

                @Override
                public void finding(int control, Verdict verdict) {
                    if (isOwn(control)) {
                        sink.finding(control, verdict);
                    }
                }

                private boolean isOwn(int control) {
                    return pack().controls().get(control).heading().applies().stage() == stage;
                }
            });
        }
    }

    /** Leaves every condition as it is. */
    private interface Unchanged extends Condition.Cases<Condition> {
        @Override
        default Condition always(Condition.Always condition) {
            return condition;
        }

        @Override
        default Condition all(Condition.All condition) {
            return condition;
        }

        @Override
        default Condition any(Condition.Any condition) {
            return condition;
        }

        @Override
        default Condition not(Condition.Not condition) {
            return condition;
        }

        @Override
        default Condition compare(Condition.Compare condition) {
            return condition;
        }

        @Override
        default Condition oneOf(Condition.OneOf condition) {
            return condition;
        }

        @Override
        default Condition missing(Condition.Missing condition) {
            return condition;
        }
    }
}
