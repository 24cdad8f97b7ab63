package org.portcullis.compiler.internal.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;

/** Finds tests that no policy can pass. */
final class TestCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (Declaration.Test test : policy.tests()) {
            release(test, diagnostics);
            opposite(test, diagnostics);
            for (TestSyntax.Expectation expectation : test.expectations()) {
                expectation.by().flatMap(by -> policy.control(by.value())).ifPresent(control -> {
                    outcome(policy, expectation, control, diagnostics);
                    stage(test, expectation, control, diagnostics);
                });
            }
        }
    }

    private static void release(Declaration.Test test, Diagnostics diagnostics) {
        Optional<TestSyntax.Expectation> release = first(test, PolicyTest.Outcome.RELEASE);
        Optional<TestSyntax.Expectation> stop =
                first(test, PolicyTest.Outcome.BLOCK).or(() -> first(test, PolicyTest.Outcome.HOLD));
        release.ifPresent(wanted -> stop.ifPresent(other -> diagnostics.report(Diagnostic.of(
                        DiagnosticCode.IMPOSSIBLE_TEST,
                        wanted.span(),
                        "nothing is both released and stopped",
                        "expect one of the two, or write two tests")
                .withLabel(other.span(), "stopped here"))));
    }

    private static Optional<TestSyntax.Expectation> first(Declaration.Test test, PolicyTest.Outcome outcome) {
        return test.expectations().stream()
                .filter(expectation -> expectation.outcome().value() == outcome)
                .findFirst();
    }

    private static void opposite(Declaration.Test test, Diagnostics diagnostics) {
        Map<String, Span> acting = new TreeMap<>();
        test.expectations().stream()
                .filter(expectation -> expectation.outcome().value() != PolicyTest.Outcome.NOT)
                .forEach(expectation ->
                        expectation.by().ifPresent(by -> acting.putIfAbsent(by.value(), expectation.span())));
        for (TestSyntax.Expectation expectation : test.expectations()) {
            if (expectation.outcome().value() == PolicyTest.Outcome.NOT) {
                expectation
                        .by()
                        .filter(by -> acting.containsKey(by.value()))
                        .ifPresent(by -> diagnostics.report(Diagnostic.of(
                                        DiagnosticCode.IMPOSSIBLE_TEST,
                                        expectation.span(),
                                        "the test expects " + UserText.quoted(by.value()) + " to act and not to act",
                                        "expect one of the two")
                                .withLabel(
                                        acting.getOrDefault(by.value(), expectation.span()), "expected to act here")));
            }
        }
    }

    private static void outcome(
            Outline policy, TestSyntax.Expectation expectation, ControlOutline control, Diagnostics diagnostics) {
        boolean possible =
                Outcomes.possible(policy, control, expectation.outcome().value());
        if (!possible) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.IMPOSSIBLE_TEST,
                            expectation.span(),
                            control.words() + " never causes "
                                    + UserText.quoted(
                                            expectation.outcome().value().word()),
                            "expect what " + UserText.quoted(control.id())
                                    + " does, or name the control that causes it")
                    .withLabel(control.syntax().id().span(), "declared here"));
        }
    }

    private static void stage(
            Declaration.Test test,
            TestSyntax.Expectation expectation,
            ControlOutline control,
            Diagnostics diagnostics) {
        Stage tested = test.stage().value();
        Stage applied = control.applies().stage().value();
        boolean everywhere = control.kind() == ControlKind.KILL_SWITCH || control.kind() == ControlKind.ESCALATION;
        if (tested != applied
                && !everywhere
                && tested != Stage.AMENDED
                && expectation.outcome().value() != PolicyTest.Outcome.NOT) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.IMPOSSIBLE_TEST,
                            expectation.span(),
                            UserText.quoted(control.id()) + " applies " + applied.words() + ", and the test runs "
                                    + tested.words(),
                            "test the control at the stage at which it applies")
                    .withLabel(test.stage().span(), "the test's stage"));
        }
    }
}
