package org.portcullis.report.register;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;

/** The policy's own tests, run once, and what they show of each control. */
record TestRuns(List<PolicyTestResult> results) {

    static TestRuns of(PolicyPack pack) {
        return new TestRuns(PolicyTests.on(ReferenceEvaluator.factory(), pack).runAll());
    }

    /** Every test, in the order of the policy. */
    List<TestEntry> entries() {
        return results.stream().map(TestEntry::of).toList();
    }

    /** The tests that evaluate the control or name it, in the order of the policy. */
    List<TestUse> uses(Control control) {
        return results.stream().flatMap(result -> use(control, result).stream()).toList();
    }

    /** The message of the first test that breaches the control. */
    Optional<ControlEntry.Example> example(Control control) {
        return results.stream()
                .flatMap(result -> breach(control.id(), result)
                        .map(finding -> new ControlEntry.Example(
                                finding.message(), result.test().name()))
                        .stream())
                .findFirst();
    }

    private static Optional<TestUse> use(Control control, PolicyTestResult result) {
        ControlId id = control.id();
        boolean named = result.test().expectations().stream()
                .anyMatch(expectation -> expectation.by().equals(Optional.of(id)));
        Optional<ControlTally> tally = result.assessment().tallies().stream()
                .filter(each -> each.control().equals(id))
                .findFirst();
        boolean evaluated = tally.filter(each -> each.evaluated() > 0).isPresent();
        return named || evaluated
                ? Optional.of(new TestUse(result.test().name(), result.passed(), named, shows(control, result, tally)))
                : Optional.empty();
    }

    private static String shows(Control control, PolicyTestResult result, Optional<ControlTally> tally) {
        if (tally.isEmpty()) {
            boolean asked = result.assessment().asked() > 0
                    && control.appliesAt(result.test().stage());
            return asked ? "does not apply" : "not evaluated";
        }
        if (tally.get().breached() > 0) {
            return "breached";
        }
        if (tally.get().unknown() > 0) {
            return "unknown";
        }
        return "satisfied";
    }

    private static Optional<Finding> breach(ControlId id, PolicyTestResult result) {
        return result.assessment().findings().stream()
                .filter(finding -> finding.control().equals(Optional.of(id)))
                .filter(finding -> finding.reason() == ReasonCode.LIMIT_BREACHED)
                .findFirst();
    }
}
