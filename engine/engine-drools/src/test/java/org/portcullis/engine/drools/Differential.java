package org.portcullis.engine.drools;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;

/**
 * Compares two evaluators on generated pairs of a pack and facts; the same seed gives the same pairs.
 *
 * @param reference makes the evaluator that is right
 * @param other makes the evaluator that is compared with it
 */
record Differential(Evaluator.Factory reference, Evaluator.Factory other) {
    /** On how many sets of facts each pack is evaluated. */
    static final int FACTS_PER_PACK = 100;

    /** The first difference within so many pairs, as small as it can be made. */
    Optional<Case.Difference> search(long seed, long pairs) {
        for (long pair = 0, packNumber = 0; pair < pairs; packNumber++) {
            Random random = random(seed, packNumber);
            PolicyPack pack = onSomeDay(PackGenerator.generate(random), random);
            FactsGenerator generator = new FactsGenerator(pack);
            Evaluator right = reference.load(pack);
            Evaluator compared = other.load(pack);
            List<Case.Place> used = Case.Place.of(pack);
            for (int i = 0; i < FACTS_PER_PACK && pair < pairs; i++, pair++) {
                // Where a pack has no controls nothing may be reported; asked once per pack, for that depends on no
                // facts.
                List<Case.Place> places = i == 0 ? Case.Place.all() : used;
                Optional<Case.Difference> difference =
                        Case.difference(right, compared, generator.generate(random), places);
                if (difference.isPresent()) {
                    return Optional.of(Case.shrink(difference.get(), reference, other));
                }
            }
        }
        return Optional.empty();
    }

    /** Counts what the first pairs touch. */
    Coverage coverage(long seed, long pairs) {
        Coverage coverage = new Coverage();
        for (long pair = 0, packNumber = 0; pair < pairs; packNumber++) {
            Random random = random(seed, packNumber);
            PolicyPack whole = PackGenerator.generate(random);
            PolicyPack pack = onSomeDay(whole, random);
            coverage.noteSegment(whole, pack);
            FactsGenerator generator = new FactsGenerator(pack);
            Evaluator right = reference.load(pack);
            coverage.note(pack);
            for (int i = 0; i < FACTS_PER_PACK && pair < pairs; i++, pair++) {
                Facts facts = generator.generate(random);
                coverage.note(right, facts);
            }
        }
        return coverage;
    }

    /** The pack as in force on a day: before everything, or on one on which something changes. */
    private static PolicyPack onSomeDay(PolicyPack pack, Random random) {
        List<LocalDate> days = new ArrayList<>(InForce.changes(pack));
        if (days.isEmpty()) {
            return pack;
        }
        days.add(days.get(0).minusDays(1));
        return InForce.on(pack, days.get(random.nextInt(days.size())));
    }

    private static Random random(long seed, long packNumber) {
        return new Random(seed * 1_000_003 + packNumber);
    }
}
