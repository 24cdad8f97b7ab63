package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.FactState;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.measure.Measure;

class DifferentialTest {
    private static final long SEED = Long.getLong("portcullis.seed", 20_220_502L);
    private static final long PAIRS = Long.getLong("portcullis.pairs", 100_000L);
    private static final long COVERED_PAIRS = 20_000;
    private static final Coverage COVERAGE = new Differential(
                    ReferenceEvaluator.factory(), ReferenceEvaluator.factory())
            .coverage(20_220_502L, COVERED_PAIRS);

    @Test
    void droolsGivesTheFindingsOfTheReference() {
        System.out.println("differential test: seed " + SEED + ", " + PAIRS + " pairs of a pack and facts");
        Optional<Case.Difference> found =
                new Differential(ReferenceEvaluator.factory(), DroolsEvaluator.factory()).search(SEED, PAIRS);
        assertEquals("", found.map(Case.Difference::toString).orElse(""), "seed " + SEED);
    }

    @Test
    void generatedCasesTouchEverythingThatEvaluatorsRead() {
        List<String> rare = new ArrayList<>();
        for (String what : everything()) {
            if (COVERAGE.count(what) < 20) {
                rare.add(what + ": " + COVERAGE.count(what));
            }
        }
        assertEquals(List.of(), rare, COVERAGE.counts().toString());
    }

    @Test
    void everyVerdictIsGeneratedOften() {
        for (Verdict verdict : Verdict.values()) {
            assertTrue(
                    COVERAGE.count("verdict " + verdict) > 5_000,
                    verdict + " was generated " + COVERAGE.count("verdict " + verdict) + " times");
        }
    }

    @Test
    void generatedPacksAreHashedByOneAndByTwoTexts() {
        Random random = new Random(20_220_502L);
        int one = 0;
        int two = 0;
        for (int i = 0; i < 200; i++) {
            NetworkTables tables = NetworkTables.of(PackGenerator.generate(random));
            one += tables.atTheRoot() > 0 ? 1 : 0;
            two += tables.below() > 0 ? 1 : 0;
        }
        assertTrue(one > 50, "tables at the root: " + one);
        assertTrue(two > 10, "tables below: " + two);
    }

    private static List<String> everything() {
        List<String> all = new ArrayList<>();
        for (String kind : List.of("Grant", "HardLimit", "SoftLimit", "AlertFlood", "Approval")) {
            all.add("control " + kind);
        }
        for (String kind : List.of("Always", "All", "Any", "Not", "Compare", "OneOf", "Missing")) {
            all.add("scope " + kind);
            all.add("breach " + kind);
        }
        List.of("Constant", "ShareOf", "Other").forEach(bound -> all.add("bound " + bound));
        all.add("window");
        Arrays.stream(Comparator.values()).forEach(comparator -> all.add("comparator " + comparator));
        Arrays.stream(Stage.values()).forEach(stage -> all.add("stage " + stage));
        Arrays.stream(Subject.values()).forEach(subject -> all.add("subject " + subject));
        Arrays.stream(Tier.values()).forEach(tier -> all.add("tier " + tier));
        Arrays.stream(FactState.values()).forEach(state -> all.add("state " + state));
        for (Measure measure : Measure.values()) {
            all.add("measure " + measure.path());
            all.add("known " + measure.path());
            all.add("unknown " + measure.path());
        }
        return all;
    }
}
