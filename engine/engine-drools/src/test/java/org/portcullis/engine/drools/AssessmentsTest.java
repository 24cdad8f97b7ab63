package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;

/** States what must hold of every policy and every submission, on generated ones: what is asked of one more control, or of the same ones in another order. */
@Tag("long")
class AssessmentsTest {
    private static final long SEED = Long.getLong("portcullis.seed", 20_220_502L);
    private static final int PACKS = Integer.getInteger("portcullis.packs", 120);
    private static final int SUBMISSIONS = 5;

    @Test
    void bothEvaluatorsGiveTheSameAssessments() {
        Optional<String> difference = new Assessments(
                        ReferenceEvaluator.factory(), DroolsEvaluator.factory(), UnaryOperator.identity())
                .difference(SEED, PACKS);

        assertEquals(Optional.empty(), difference, "seed " + SEED);
    }

    @ParameterizedTest
    @EnumSource
    void oneMoreHardLimitReleasesNothingMore(MeaningTest.Engine engine) {
        System.out.println("one more hard limit: seed " + SEED + ", " + PACKS + " packs");
        int stopped = 0;
        for (int number = 0; number < PACKS; number++) {
            Random random = new Random(SEED * 999_983 + number);
            PolicyPack pack = PackGenerator.generate(random);
            List<Control> more = new ArrayList<>(pack.controls());
            Stage stage = Assessments.stage(pack, random);
            more.add(random.nextInt(more.size() + 1), another(stage, random));
            Assessor before = Assessor.over(engine.factory(), pack);
            Assessor after = Assessor.over(engine.factory(), Packs.of(more, pack.recalibrations()));
            for (int i = 0; i < SUBMISSIONS; i++) {
                SubmissionFacts facts = Assessments.submission(pack, Assessments.at(pack, random), random);
                Assessment less = before.assess(facts, stage, EnumSet.allOf(Tier.class));
                Assessment greater = after.assess(facts, stage, EnumSet.allOf(Tier.class));
                String where = "seed " + SEED + ", pack " + number + ", submission " + i;
                assertTrue(!has(greater, ReasonCode.EVALUATION_FAILED), where + " fails: " + greater.findings());
                // What no control applies to is blocked for that; a control that applies lifts it.
                if (has(less, ReasonCode.NO_POLICY)) {
                    continue;
                }
                assertNoMilder(less, greater, where);
                stopped += less.effect() != greater.effect() || less.inFlight() != greater.inFlight() ? 1 : 0;
            }
        }
        assertTrue(stopped > PACKS / 10, "the limit made a difference " + stopped + " times");
    }

    @ParameterizedTest
    @EnumSource
    void orderOfControlsChangesNothing(MeaningTest.Engine engine) {
        System.out.println("order of controls: seed " + SEED + ", " + PACKS + " packs");
        for (int number = 0; number < PACKS; number++) {
            Random random = new Random(SEED * 999_979 + number);
            PolicyPack pack = PackGenerator.generate(random);
            List<Control> shuffled = new ArrayList<>(pack.controls());
            Collections.shuffle(shuffled, random);
            Assessor one = Assessor.over(engine.factory(), pack);
            Assessor other = Assessor.over(engine.factory(), Packs.of(shuffled, pack.recalibrations()));
            for (int i = 0; i < SUBMISSIONS; i++) {
                Instant at = Assessments.at(pack, random);
                SubmissionFacts facts = Assessments.submission(pack, at, random);
                Stage stage = Assessments.stage(pack, random);
                assertEquals(
                        one.assess(facts, stage, EnumSet.allOf(Tier.class)),
                        other.assess(facts, stage, EnumSet.allOf(Tier.class)),
                        "seed " + SEED + ", pack " + number + ", submission " + i);
            }
        }
    }

    /** A hard limit of another generated pack, on orders or baskets of the stage. */
    private static Control another(Stage stage, Random random) {
        Control donor = PackGenerator.generate(random).controls().get(0);
        Subject subject = random.nextBoolean() ? Subject.ORDERS : Subject.BASKETS;
        Applicability applies =
                new Applicability(subject, List.of(), donor.heading().applies().condition(), stage);
        return new Control.HardLimit(
                Packs.heading("ONE-MORE", applies),
                random.nextBoolean() ? Target.ORDER : Target.WHOLE_BASKET,
                Controls.written(donor).orElse(Packs.always()));
    }

    /**
     * Nothing more is released, and nothing that works is let go on. A held order may be warned of in place of being held: where a soft limit gives way to
     * the new hard one, its warning is not counted any more, and a flood may then not be reached; but the line that the warning was about is blocked.
     */
    private static void assertNoMilder(Assessment less, Assessment greater, String where) {
        assertTrue(
                greater.inFlight().compareTo(less.inFlight()) >= 0,
                () -> where + "\n" + less.findings() + "\n" + greater.findings());
        for (int line = 0; line < less.lines().size(); line++) {
            LineDecision was = less.lines().get(line);
            LineDecision is = greater.lines().get(line);
            boolean released = isReleased(is.effect()) && !isReleased(was.effect());
            assertTrue(!released, where + ": line " + was.line() + " was " + was.effect() + " and is " + is.effect());
        }
        assertTrue(!isReleased(greater.effect()) || isReleased(less.effect()), where);
    }

    private static boolean has(Assessment assessment, ReasonCode reason) {
        return assessment.findings().stream().anyMatch(finding -> finding.reason() == reason);
    }

    private static boolean isReleased(Effect effect) {
        return effect.compareTo(Effect.WARN) < 0;
    }
}
