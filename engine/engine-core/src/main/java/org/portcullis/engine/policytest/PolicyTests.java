package org.portcullis.engine.policytest;

import java.time.Instant;
import java.util.List;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;

/**
 * Runs policy tests on the evaluator that decides orders.
 *
 * <p>A test is judged at the first instant at which its policy is in force. Facts that it does not give are not known, with what follows by definition
 * filled in: a test with facts about an order is a basket of that one order; a market order has the reference price; quantity times price is the notional.
 * Immutable and safe for use by many threads, as its evaluator is.
 */
public final class PolicyTests {
    private final Assessor assessor;
    private final Instant at;

    private PolicyTests(Assessor assessor) {
        this.assessor = assessor;
        PolicyPack pack = assessor.pack();
        this.at =
                pack.header().effectiveFrom().atStartOfDay(pack.header().zone()).toInstant();
    }

    /** Makes the tests' runner for the evaluator's pack. */
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
        SubmissionFacts facts = facts(test);
        Assessment assessment = assessor.assess(facts, test.stage());
        Comparison comparison = new Comparison(assessor.pack(), assessment, () -> trace(test, facts));
        List<PolicyTestResult.Mismatch> mismatches = test.expectations().stream()
                .flatMap(expectation -> comparison.mismatch(expectation).stream())
                .toList();
        return new PolicyTestResult(test, assessment, mismatches);
    }

    /** Says of each control of the test's stage what it makes of the given facts, for `explain`. */
    public List<ControlTrace> trace(PolicyTest test) {
        return trace(test, facts(test));
    }

    private List<ControlTrace> trace(PolicyTest test, SubmissionFacts facts) {
        return assessor.trace(facts, test.stage(), facts.lines().isEmpty() ? 0 : 1);
    }

    private SubmissionFacts facts(PolicyTest test) {
        return new GivenFacts(assessor.pack(), test, at).facts();
    }
}
