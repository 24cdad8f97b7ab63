package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;

class SharedThreadsTest {
    private static final long SEED = 4;
    private static final int THREADS = 4;
    private static final int FACTS = 60;
    private static final int ROUNDS = 10;

    @Test
    void oneNetworkGivesEveryThreadItsOwnAnswers() throws Exception {
        System.out.println("shared threads: seed " + SEED);
        PolicyPack pack = largePack();
        Evaluator shared = DroolsEvaluator.factory().load(pack);
        CyclicBarrier together = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<String>>> wrong = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                List<Question> questions = questions(pack, SEED + i);
                wrong.add(threads.submit(() -> {
                    together.await();
                    return wrongAnswers(shared, questions);
                }));
            }
            for (Future<List<String>> answers : wrong) {
                assertEquals(List.of(), answers.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Facts with the findings that are right. */
    private record Question(Facts facts, Stage stage, Tier tier, Findings right) {}

    private static List<Question> questions(PolicyPack pack, long seed) {
        Evaluator reference = ReferenceEvaluator.factory().load(pack);
        FactsGenerator generator = new FactsGenerator(pack);
        Random random = new Random(seed);
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            Facts facts = generator.generate(random);
            for (Stage stage : Stage.values()) {
                for (Tier tier : Tier.values()) {
                    questions.add(new Question(facts, stage, tier, Findings.of(reference, facts, stage, tier)));
                }
            }
        }
        return questions;
    }

    private static List<String> wrongAnswers(Evaluator shared, List<Question> questions) {
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Question question : questions) {
                Findings given = Findings.of(shared, question.facts, question.stage, question.tier);
                if (!given.equals(question.right)) {
                    wrong.add(given + " in place of " + question.right);
                }
            }
        }
        return wrong;
    }

    private static PolicyPack largePack() {
        Random random = new Random(SEED);
        List<Control> controls = new ArrayList<>();
        while (controls.size() < 100) {
            for (Control control : PackGenerator.generate(random).controls()) {
                controls.add(Controls.renamed(control, "SHARED-" + controls.size()));
            }
        }
        return Packs.of(controls);
    }
}
