package org.portcullis.engine.drools;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;

/**
 * Compares whole assessments of generated packs and submissions, on days on which what is in force changes.
 *
 * @param change what the other side does to a pack before it is loaded
 */
record Assessments(Evaluator.Factory reference, Evaluator.Factory other, UnaryOperator<PolicyPack> change) {
    private static final int SUBMISSIONS = 10;

    /** The first difference within so many packs. */
    Optional<String> difference(long seed, int packs) {
        for (int number = 0; number < packs; number++) {
            Random random = new Random(seed * 1_000_003 + number);
            PolicyPack pack = PackGenerator.generate(random);
            Assessor expected = Assessor.over(reference, pack);
            Assessor actual = Assessor.over(other, change.apply(pack));
            for (int i = 0; i < SUBMISSIONS; i++) {
                Stage stage = stage(pack, random);
                SubmissionFacts facts = submission(pack, at(pack, random), random);
                Assessment right = expected.assess(facts, stage, java.util.EnumSet.allOf(Tier.class));
                Assessment compared = actual.assess(facts, stage, java.util.EnumSet.allOf(Tier.class));
                if (!right.equals(compared)) {
                    return Optional.of("pack " + number + " " + stage + ":\n" + right.findings() + "\n"
                            + compared.findings() + "\n" + new Case(pack, facts.basket()));
                }
            }
        }
        return Optional.empty();
    }

    /** Mostly a stage at which the pack has controls. */
    static Stage stage(PolicyPack pack, Random random) {
        List<Stage> own = pack.controls().stream()
                .map(control -> control.heading().applies().stage())
                .distinct()
                .toList();
        return own.get(random.nextInt(own.size()));
    }

    /** An instant of a day on which something changes, or of the first day. */
    static Instant at(PolicyPack pack, Random random) {
        List<LocalDate> days = new ArrayList<>(InForce.changes(pack));
        days.add(Packs.DAY);
        return days.get(random.nextInt(days.size()))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** A basket of up to three lines. */
    static SubmissionFacts submission(PolicyPack pack, Instant at, Random random) {
        FactsGenerator generator = new FactsGenerator(pack);
        List<Facts> lines = new ArrayList<>();
        for (int line = random.nextInt(4); line > 0; line--) {
            lines.add(0, generator.generate(random, line, at));
        }
        return new SubmissionFacts("B", generator.generate(random, 0, at), lines);
    }
}
