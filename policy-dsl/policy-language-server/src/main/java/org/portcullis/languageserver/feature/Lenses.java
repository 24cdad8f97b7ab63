package org.portcullis.languageserver.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.Places;
import org.portcullis.languageserver.feature.TestRuns.Target;
import org.portcullis.model.PolicyTest;

/** Puts `evaluate` above every control and test of a policy that compiles, and the result in its place. */
public final class Lenses {
    /** The command behind a lens; its arguments are the document's address, `control` or `test`, and the id or name. */
    public static final String EVALUATE = "portcullis.evaluate";

    private final TestRuns runs;

    /** Shows the results of these runs. */
    public Lenses(TestRuns runs) {
        this.runs = runs;
    }

    /** The lenses of a version of a document; none while it does not compile. */
    public List<CodeLens> of(Analysis analysis) {
        List<CodeLens> lenses = new ArrayList<>();
        analysis.compilation()
                .pack()
                .map(TestIndex::of)
                .ifPresent(tests -> analysis.sentences()
                        .forEach(sentence -> lens(analysis, tests, sentence).ifPresent(lenses::add)));
        return lenses;
    }

    private Optional<CodeLens> lens(Analysis analysis, TestIndex index, SentenceWords sentence) {
        Optional<Target> target = target(index, sentence);
        return target.map(found -> {
            Word name = sentence.name().orElseThrow();
            List<PolicyTest> tests = index.of(found);
            List<PolicyTestResult> results = runs.results(analysis, tests);
            Command command = tests.isEmpty()
                    ? new Command("no test expects anything of it", "")
                    : new Command(
                            results.size() < tests.size() ? question(found, tests.size()) : answer(results),
                            EVALUATE,
                            List.of(analysis.uri(), found.isTest() ? "test" : "control", found.name()));
            return new CodeLens(Places.range(analysis.source(), name.span()), command, null);
        });
    }

    private static Optional<Target> target(TestIndex index, SentenceWords sentence) {
        if (sentence.kind().equals("test")) {
            return sentence.name().map(name -> new Target(true, name.unquoted()));
        }
        return sentence.id().filter(id -> index.hasControl(id.text())).map(id -> new Target(false, id.text()));
    }

    private static String question(Target target, int tests) {
        return target.isTest() ? "evaluate" : "evaluate " + tests + (tests == 1 ? " test" : " tests");
    }

    /** For example `3 passed` or `2 passed, 1 failed`. */
    static String answer(List<PolicyTestResult> results) {
        long passed = results.stream().filter(PolicyTestResult::passed).count();
        long failed = results.size() - passed;
        return failed == 0 ? passed + " passed" : passed + " passed, " + failed + " failed";
    }
}
