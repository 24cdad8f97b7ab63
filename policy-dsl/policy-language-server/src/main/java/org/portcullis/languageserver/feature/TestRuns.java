package org.portcullis.languageserver.feature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.IdUse;
import org.portcullis.languageserver.document.OpenDocument;
import org.portcullis.languageserver.document.Places;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;

/**
 * Runs tests that somebody asked for and keeps their results until the document changes.
 *
 * <p>What was asked for once is run again with whatever is asked for next, so that results of one document are all of one version. Mutable; belongs to the
 * thread that works.
 */
public final class TestRuns {
    /** What editors show as the origin of what a test says. */
    public static final String SOURCE = "portcullis test";

    private final Evaluator.Factory evaluators;
    private final Map<String, Set<Target>> asked = new HashMap<>();
    private final Map<String, Run> runs = new HashMap<>();

    /** Runs tests on evaluators of this kind. */
    public TestRuns(Evaluator.Factory evaluators) {
        this.evaluators = evaluators;
    }

    /**
     * What somebody asked to evaluate.
     *
     * @param isTest whether it is one test, or a control with all tests that expect something of it
     * @param name the test's name or the control's id
     */
    public record Target(boolean isTest, String name) {}

    private record Run(OpenDocument document, Map<String, PolicyTestResult> results) {}

    /**
     * Runs the tests of the target, and those of all earlier ones of the document.
     *
     * @return the target's results; empty if the document does not compile
     */
    public Optional<List<PolicyTestResult>> run(Analysis analysis, Target target) {
        asked.computeIfAbsent(analysis.uri(), none -> new LinkedHashSet<>()).add(target);
        runAgain(analysis);
        return analysis.compilation()
                .pack()
                .map(pack -> results(analysis, TestIndex.of(pack).of(target)));
    }

    /** Runs what was asked for of an earlier version; whether anything was. */
    public boolean runAgain(Analysis analysis) {
        Set<Target> targets = asked.getOrDefault(analysis.uri(), Set.of());
        Optional<PolicyPack> pack = analysis.compilation().pack();
        if (targets.isEmpty() || pack.isEmpty()) {
            return false;
        }
        PolicyTests tests = PolicyTests.on(evaluators, pack.get());
        Map<String, PolicyTestResult> results = new LinkedHashMap<>();
        TestIndex index = TestIndex.of(pack.get());
        for (Target target : targets) {
            index.of(target).forEach(test -> results.computeIfAbsent(test.name(), name -> tests.run(test)));
        }
        runs.put(analysis.uri(), new Run(analysis.document(), results));
        return true;
    }

    /** Forgets a document. */
    public void forget(String uri) {
        asked.remove(uri);
        runs.remove(uri);
    }

    /** The result of a test in this version of the document, if it was run. */
    Optional<PolicyTestResult> result(Analysis analysis, String test) {
        return Optional.ofNullable(runs.get(analysis.uri()))
                .filter(run -> run.document().equals(analysis.document()))
                .flatMap(run -> Optional.ofNullable(run.results().get(test)));
    }

    /** The results of those of the tests that were run. */
    List<PolicyTestResult> results(Analysis analysis, List<PolicyTest> tests) {
        return tests.stream()
                .flatMap(test -> result(analysis, test.name()).stream())
                .toList();
    }

    /** One diagnostic at the name of each test that failed. */
    public List<Diagnostic> failures(Analysis analysis) {
        List<Diagnostic> failures = new ArrayList<>();
        for (SentenceWords sentence : analysis.sentences()) {
            if (sentence.kind().equals("test")) {
                sentence.name()
                        .ifPresent(name -> result(analysis, name.unquoted())
                                .filter(result -> !result.passed())
                                .ifPresent(result -> failures.add(failure(analysis, name, result))));
            }
        }
        return failures;
    }

    private static Diagnostic failure(Analysis analysis, Word name, PolicyTestResult result) {
        Diagnostic failure = new Diagnostic(
                Places.range(analysis.source(), name.span()),
                "the test fails: " + text(result),
                DiagnosticSeverity.Error,
                SOURCE);
        failure.setRelatedInformation(result.test().expectations().stream()
                .flatMap(expectation -> expectation.by().stream())
                .flatMap(id -> analysis.declaration(id.text()).stream())
                .distinct()
                .map(use -> related(analysis, use))
                .toList());
        return failure;
    }

    private static DiagnosticRelatedInformation related(Analysis analysis, IdUse use) {
        return new DiagnosticRelatedInformation(
                new Location(
                        analysis.uri(),
                        Places.range(analysis.source(), use.word().span())),
                "the control that the test expects something of");
    }

    /** What came out of a failed test, one line for each expectation that was not met and each reason. */
    static String text(PolicyTestResult result) {
        List<String> lines = new ArrayList<>();
        for (PolicyTestResult.Mismatch mismatch : result.mismatches()) {
            lines.add("expected " + mismatch.expected() + ", found " + mismatch.actual());
            mismatch.because().forEach(reason -> lines.add("because " + reason));
        }
        return String.join("\n", lines);
    }
}
