package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.engine.policytest.coverage.Cell;
import org.portcullis.engine.policytest.coverage.CellResult;
import org.portcullis.engine.policytest.coverage.Coverage;
import org.portcullis.engine.policytest.coverage.MissingTests;
import org.portcullis.engine.policytest.coverage.Proposal;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;

/** What is built for packs that use everything the language has: every test passes and shows its cell, and the rest has a reason. */
@Tag("long")
class MissingTestsOfGeneratedPacksTest {
    private static final long SEED = 20220502L;
    private static final Evaluator.Factory FACTORY = DroolsEvaluator.factory();
    private static final int PACKS = 6;

    @Test
    void everyBuiltTestPassesAndShowsItsCell() {
        Random random = new Random(SEED);
        long cells = 0;
        long built = 0;
        for (int number = 0; number < PACKS; number++) {
            PolicyPack pack = PackGenerator.generate(random);
            List<Proposal> proposals = MissingTests.of(FACTORY, pack, Coverage.of(FACTORY, pack, List.of()));
            List<PolicyTest> tests = proposals.stream()
                    .flatMap(proposal -> proposal.test().stream())
                    .distinct()
                    .toList();
            String where = "pack " + number + " of seed " + SEED;
            assertEquals(List.of(), failing(pack, tests), where);
            assertEquals(difference(namesOf(proposals), namesOf(Coverage.of(FACTORY, pack, tests))), List.of(), where);
            cells += proposals.size();
            built += proposals.stream()
                    .filter(proposal -> proposal.test().isPresent())
                    .count();
        }
        // The rest are contradictions, numbers compared with themselves, and amounts below nothing, which the generator
        // is fond of.
        assertTrue(built * 100 > cells * 50, built + " of " + cells + " cells of seed " + SEED);
    }

    private static List<String> difference(List<String> one, List<String> other) {
        return Stream.concat(
                        one.stream().filter(name -> !other.contains(name)).map(name -> "proposed alone: " + name),
                        other.stream().filter(name -> !one.contains(name)).map(name -> "tested alone: " + name))
                .toList();
    }

    private static List<String> failing(PolicyPack pack, List<PolicyTest> tests) {
        PolicyTests runner = PolicyTests.on(FACTORY, pack);
        return tests.stream()
                .filter(test -> !runner.run(test).passed())
                .map(PolicyTest::name)
                .toList();
    }

    private static List<String> namesOf(List<Proposal> proposals) {
        return proposals.stream()
                .filter(proposal -> proposal.test().isPresent())
                .map(proposal -> name(proposal.cell()))
                .toList();
    }

    private static List<String> namesOf(Coverage coverage) {
        return coverage.controls().stream()
                .flatMap(control -> control.cells().stream())
                .filter(CellResult::isTested)
                .map(result -> name(result.cell()))
                .toList();
    }

    private static String name(Cell cell) {
        return cell.control() + ": " + cell.words();
    }
}
