package org.portcullis.report.register;

import java.util.List;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.value.ValueText;

/**
 * One test of the policy and how it came out.
 *
 * @param given each fact as policies write it
 * @param expected each expectation as policies write it
 * @param mismatches for each expectation that was not met, what was found instead
 */
public record TestEntry(
        String name, boolean passed, List<String> given, String stage, List<String> expected, List<String> mismatches) {
    public TestEntry {
        given = List.copyOf(given);
        expected = List.copyOf(expected);
        mismatches = List.copyOf(mismatches);
    }

    static TestEntry of(PolicyTestResult result) {
        PolicyTest test = result.test();
        return new TestEntry(
                test.name(),
                result.passed(),
                test.given().stream().map(TestEntry::given).toList(),
                test.stage().words(),
                test.expectations().stream().map(TestEntry::expectation).toList(),
                result.mismatches().stream()
                        .map(mismatch -> mismatch.expected() + ": " + mismatch.actual())
                        .toList());
    }

    private static String given(PolicyTest.Given given) {
        return given.fact().words() + " is "
                + given.value().map(ValueText::canonical).orElse("missing");
    }

    private static String expectation(PolicyTest.Expectation expectation) {
        boolean not = expectation.outcome() == PolicyTest.Outcome.NOT;
        return expectation.outcome().word()
                + expectation.by().map(id -> (not ? " " : " by ") + id).orElse("");
    }
}
