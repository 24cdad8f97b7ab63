package org.portcullis.engine.policytest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;

/**
 * Runs policy tests on the evaluator that decides orders.
 *
 * <p>A test is judged at the first instant at which its policy is in force, or with the last of its events on that day. Facts that it does not give are not
 * known, with what follows by definition filled in: a test with facts about an order is a basket of that one order; a market order has the reference price;
 * quantity times price is the notional; events fill the windows. Immutable and safe for use by many threads, as its evaluator is.
 */
public final class PolicyTests {
    private final Assessor assessor;

    private PolicyTests(Assessor assessor) {
        this.assessor = assessor;
    }

    /** What a test is judged on. */
    private record Judged(SubmissionFacts facts, Set<Tier> tiers) {}

    /**
     * Makes the tests' runner for the evaluator's pack.
     *
     * @throws IllegalArgumentException if the pack is not the same on all days
     */
    public static PolicyTests on(Evaluator evaluator) {
        return new PolicyTests(Assessor.over(evaluator));
    }

    /** Makes the tests' runner for a pack, which may change from day to day: the tests are judged by what is in force on the policy's first day. */
    public static PolicyTests on(Evaluator.Factory factory, PolicyPack pack) {
        return new PolicyTests(Assessor.over(factory, pack));
    }

    /** Runs every test of the pack, in the order of the text. */
    public List<PolicyTestResult> runAll() {
        return assessor.pack().tests().stream().map(this::run).toList();
    }

    /** Runs one test, which need not be the pack's own. */
    public PolicyTestResult run(PolicyTest test) {
        Judged judged = judged(test);
        Assessment assessment = assessor.assess(judged.facts(), test.stage(), judged.tiers());
        Comparison comparison = new Comparison(assessor.pack(), assessment, () -> trace(test, judged));
        List<PolicyTestResult.Mismatch> mismatches = test.expectations().stream()
                .flatMap(expectation -> comparison.mismatch(expectation).stream())
                .toList();
        return new PolicyTestResult(test, assessment, mismatches);
    }

    /** Says of each control of the test's stage what it makes of the given facts, for `explain`; of several lines the first is traced. */
    public List<ControlTrace> trace(PolicyTest test) {
        return trace(test, judged(test));
    }

    /** The same of every line, those of the first line first; controls for baskets say it once. */
    public List<ControlTrace> traceLines(PolicyTest test) {
        Judged judged = judged(test);
        List<ControlTrace> traces = new ArrayList<>(trace(test, judged));
        for (int line = 2; line <= judged.facts().lines().size(); line++) {
            assessor.trace(judged.facts(), test.stage(), judged.tiers(), line).stream()
                    .filter(trace -> trace.line() > 0)
                    .forEach(traces::add);
        }
        return traces;
    }

    private List<ControlTrace> trace(PolicyTest test, Judged judged) {
        int line = judged.facts().lines().isEmpty() ? 0 : 1;
        return assessor.trace(judged.facts(), test.stage(), judged.tiers(), line);
    }

    private Judged judged(PolicyTest test) {
        GivenEvents events = new GivenEvents(assessor.pack(), test);
        GivenFacts given = new GivenFacts(assessor.pack(), test, events.at());
        SubmissionFacts facts = given.facts();
        return new Judged(events.book().map(book -> book.facts(facts)).orElse(facts), given.tiers());
    }
}
