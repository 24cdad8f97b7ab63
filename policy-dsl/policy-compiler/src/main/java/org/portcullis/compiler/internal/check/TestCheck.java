package org.portcullis.compiler.internal.check;

import java.util.List;
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
            together(test.expectations(), diagnostics);
            Tests.expectations(test).forEach(expectation -> {
                Optional<ControlOutline> by = expectation.by().flatMap(id -> policy.control(id.value()));
                boolean possible = by.map(control -> outcome(policy, expectation, control, diagnostics))
                        .orElse(true);
                if (possible && !by.filter(TestCheck::actsAnywhere).isPresent()) {
                    lattice(test, expectation, diagnostics);
                }
                by.ifPresent(control -> stage(test, expectation, control, diagnostics));
            });
        }
    }

    private static void together(List<TestSyntax.Expectation> expected, Diagnostics diagnostics) {
        goesOnAndStops(expected, PolicyTest.Outcome.RELEASE, List.of(PolicyTest.Outcome.BLOCK, PolicyTest.Outcome.HOLD))
                .ifPresent(clash -> clash.report("nothing is both released and stopped", diagnostics));
        goesOnAndStops(
                        expected,
                        PolicyTest.Outcome.CONTINUE,
                        List.of(PolicyTest.Outcome.SUSPEND, PolicyTest.Outcome.CANCEL, PolicyTest.Outcome.KILL))
                .ifPresent(clash -> clash.report("nothing both continues and stops", diagnostics));
        opposite(expected, diagnostics);
    }

    private static Optional<Clash> goesOnAndStops(
            List<TestSyntax.Expectation> expected, PolicyTest.Outcome goes, List<PolicyTest.Outcome> stops) {
        return first(expected, List.of(goes))
                .flatMap(one -> first(expected, stops).map(other -> new Clash(one.span(), other.span())));
    }

    private static Optional<TestSyntax.Expectation> first(
            List<TestSyntax.Expectation> expected, List<PolicyTest.Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome -> expected.stream()
                        .filter(expectation -> expectation.outcome().value() == outcome))
                .findFirst();
    }

    /** Two expectations that exclude each other. */
    private record Clash(Span goes, Span stops) {
        void report(String message, Diagnostics diagnostics) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.IMPOSSIBLE_TEST, goes, message, "expect one of the two, or write two tests")
                    .withLabel(stops, "stopped here"));
        }
    }

    private static void opposite(List<TestSyntax.Expectation> expected, Diagnostics diagnostics) {
        Map<String, Span> acting = new TreeMap<>();
        expected.stream()
                .filter(expectation -> expectation.outcome().value() != PolicyTest.Outcome.NOT)
                .forEach(expectation ->
                        expectation.by().ifPresent(by -> acting.putIfAbsent(by.value(), expectation.span())));
        for (TestSyntax.Expectation expectation : expected) {
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

    /** Before the release something is let go or stopped, afterwards it goes on or is taken back; an alert acts at any time. */
    private static void lattice(Declaration.Test test, TestSyntax.Expectation expectation, Diagnostics diagnostics) {
        Stage stage = test.stage().value();
        boolean inFlight = stage == Stage.WORKING || stage == Stage.EXECUTED;
        boolean fits = switch (expectation.outcome().value()) {
            case RELEASE, WARN, HOLD, BLOCK -> !inFlight;
            case CONTINUE, SUSPEND, CANCEL, KILL -> inFlight || speaksOfAnAlert(test);
            case NOTE, NOT -> true;
        };
        if (!fits) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.IMPOSSIBLE_TEST,
                            expectation.span(),
                            UserText.quoted(expectation.outcome().value().word()) + " never happens " + stage.words(),
                            inFlight
                                    ? "expect `continue`, `suspend`, `cancel` or `kill`"
                                    : "expect `release`, `warn`, `hold` or `block`")
                    .withLabel(test.stage().span(), "the test's stage"));
        }
    }

    private static boolean speaksOfAnAlert(Declaration.Test test) {
        return Tests.facts(test).anyMatch(given -> given.fact().path().value().startsWith("alert."));
    }

    private static boolean actsAnywhere(ControlOutline control) {
        return control.kind() == ControlKind.ESCALATION;
    }

    private static boolean outcome(
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
        return possible;
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
