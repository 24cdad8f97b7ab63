package org.portcullis.engine.policytest;

import java.util.List;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.model.PolicyTest;

/**
 * How one policy test came out.
 *
 * @param assessment what the controls said of the given facts
 * @param mismatches the expectations that were not met; none means that the test passed
 */
public record PolicyTestResult(PolicyTest test, Assessment assessment, List<Mismatch> mismatches) {
    public PolicyTestResult {
        mismatches = List.copyOf(mismatches);
    }

    /** Whether every expectation was met. */
    public boolean passed() {
        return mismatches.isEmpty();
    }

    /**
     * One expectation that was not met.
     *
     * @param expected the expectation as the policy writes it
     * @param actual what came out instead
     * @param because why, one sentence each
     */
    public record Mismatch(String expected, String actual, List<String> because) {
        public Mismatch {
            because = List.copyOf(because);
        }
    }
}
