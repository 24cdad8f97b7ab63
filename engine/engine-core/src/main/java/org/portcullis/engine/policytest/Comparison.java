package org.portcullis.engine.policytest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.portcullis.engine.decision.Assessment;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.decision.Impact;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.evaluate.EvaluationFailure;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.ControlId;

/**
 * Compares an assessment with what a test expects.
 *
 * @param traces computed only where an expectation about one control is not met
 */
record Comparison(PolicyPack pack, Assessment assessment, Supplier<List<ControlTrace>> traces) {

    /** Gives what is wrong, or nothing where the expectation is met. */
    Optional<PolicyTestResult.Mismatch> mismatch(PolicyTest.Expectation expectation) {
        return expectation
                .by()
                .map(id -> ofControl(expectation.outcome(), id))
                .orElseGet(() -> ofWhole(expectation.outcome()));
    }

    private Optional<PolicyTestResult.Mismatch> ofWhole(PolicyTest.Outcome outcome) {
        Impact actual = new Impact(assessment.effect(), assessment.inFlight());
        boolean met = outcome == PolicyTest.Outcome.RELEASE
                ? actual.effect().compareTo(Effect.WARN) < 0 && actual.inFlight() == InFlightEffect.CONTINUE
                : outcome == PolicyTest.Outcome.CONTINUE
                        ? actual.inFlight() == InFlightEffect.CONTINUE
                        : is(actual, outcome);
        return met ? Optional.empty() : Optional.of(mismatch(outcome.word(), actual.word(), headlines()));
    }

    private Optional<PolicyTestResult.Mismatch> ofControl(PolicyTest.Outcome outcome, ControlId id) {
        String expected = outcome == PolicyTest.Outcome.NOT ? "not " + id : outcome.word() + " by " + id;
        boolean isReason = pack.find(id).isEmpty() && reason(id).isPresent();
        if (pack.find(id).isEmpty() && !isReason) {
            return Optional.of(mismatch(expected, "the policy has no control `" + id + "`", List.of()));
        }
        List<Finding> findings = assessment.findings().stream()
                .filter(Finding::counts)
                .filter(finding -> isReason
                        ? reason(id).equals(Optional.of(finding.reason()))
                        : finding.control().equals(Optional.of(id)))
                .toList();
        boolean met = switch (outcome) {
            case RELEASE, CONTINUE -> !isBreached(findings) && (isReason || wasSatisfied(id));
            case NOT -> !isBreached(findings);
            // Whoever tells and stops both notes and stops.
            case NOTE ->
                findings.stream()
                        .anyMatch(finding -> is(finding.impact(), outcome)
                                || !finding.tells().isEmpty());
            case WARN, HOLD, BLOCK, SUSPEND, CANCEL, KILL ->
                findings.stream().anyMatch(finding -> is(finding.impact(), outcome));
        };
        return met ? Optional.empty() : Optional.of(mismatch(expected, actual(id, findings), why(id, isReason)));
    }

    private String actual(ControlId id, List<Finding> findings) {
        return findings.stream()
                .map(Finding::impact)
                .reduce(Impact::join)
                .map(impact -> impact.word() + " by " + id)
                .orElseGet(() -> superseded(id)
                        .map(other -> id + " gives way to " + other)
                        .orElse(id + " raises nothing"));
    }

    private Optional<ControlId> superseded(ControlId id) {
        return assessment.findings().stream()
                .filter(finding -> finding.control().equals(Optional.of(id)))
                .flatMap(finding -> finding.supersededBy().stream())
                .findFirst();
    }

    private List<String> why(ControlId id, boolean isReason) {
        if (isReason) {
            return headlines();
        }
        try {
            return traces.get().stream()
                    .filter(trace -> trace.control().equals(id))
                    .map(ControlTrace::because)
                    .toList();
        } catch (EvaluationFailure failure) {
            return headlines();
        }
    }

    private boolean wasSatisfied(ControlId id) {
        return assessment.tallies().stream().anyMatch(tally -> tally.control().equals(id) && tally.satisfied() > 0);
    }

    private List<String> headlines() {
        return assessment.groups().stream().map(FindingGroup::headline).toList();
    }

    /** Whether any says more than that the control is nearly breached. */
    private static boolean isBreached(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.reason() != ReasonCode.EARLY_WARNING);
    }

    /** Whether exactly that is done: a working order that is suspended is not merely noted. */
    private static boolean is(Impact impact, PolicyTest.Outcome outcome) {
        return switch (outcome) {
            case RELEASE -> impact.equals(Impact.NONE);
            case NOTE -> impact.equals(Impact.NOTED);
            case WARN -> impact.effect() == Effect.WARN;
            case HOLD -> impact.effect() == Effect.HOLD;
            case BLOCK -> impact.effect() == Effect.BLOCK;
            case CONTINUE -> impact.inFlight() == InFlightEffect.CONTINUE;
            case SUSPEND -> impact.inFlight() == InFlightEffect.SUSPEND;
            case CANCEL -> impact.inFlight() == InFlightEffect.CANCEL;
            case KILL -> impact.inFlight() == InFlightEffect.KILL;
            case NOT -> false;
        };
    }

    /** `NOT-GRANTED` and its like are spelled like ids, but no control says them. */
    private static Optional<ReasonCode> reason(ControlId id) {
        return Arrays.stream(ReasonCode.values())
                .filter(code -> code.code().equals(id.text()))
                .findFirst();
    }

    private static PolicyTestResult.Mismatch mismatch(String expected, String actual, List<String> because) {
        return new PolicyTestResult.Mismatch(expected, actual, because);
    }
}
