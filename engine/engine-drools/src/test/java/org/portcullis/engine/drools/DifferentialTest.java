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
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Rollout;
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
                    COVERAGE.count("verdict " + verdict) > (verdict == Verdict.EARLY ? 800 : 5_000),
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
        for (ControlKind kind : ControlKind.values()) {
            all.add("kind " + kind);
            all.add(kind + " " + Verdict.BREACHED);
            // Whether a switch is pulled is known where it applies, since it applies only once pulled.
            if (kind != ControlKind.KILL_SWITCH) {
                all.add(kind + " " + Verdict.CONDITION_UNKNOWN);
            }
            all.add(kind + " " + Verdict.APPLICABILITY_UNKNOWN);
        }
        for (ControlKind kind : List.of(
                ControlKind.HARD_LIMIT, ControlKind.SOFT_LIMIT, ControlKind.CUMULATIVE_LIMIT, ControlKind.THROTTLE)) {
            all.add("early warning of " + kind);
            all.add(kind + " " + Verdict.EARLY);
        }
        for (String derived : List.of(
                "change since ARRIVAL",
                "change since RELEASE",
                "COUNT sliding",
                "COUNT per day",
                "SUM sliding",
                "SUM per day")) {
            all.add("breach " + derived);
            all.add("known " + derived);
            all.add("unknown " + derived);
        }
        all.add("segment without a control");
        all.add("segment with a recalibration");
        all.add("segment without its recalibration");
        Arrays.stream(Rollout.values()).forEach(rollout -> all.add("rollout " + rollout));
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
