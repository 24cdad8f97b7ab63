package org.portcullis.app.testing;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.Compilation;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.model.PolicyPack;

/**
 * One policy file with the results of its tests, on the evaluator that decides orders; none where it did not compile.
 *
 * @param leftOut how many tests were not chosen
 */
public record FileRun(Compilation compilation, List<PolicyTestResult> results, int leftOut) {
    public FileRun {
        results = List.copyOf(results);
    }

    /** Runs all tests of a file and keeps the results of the chosen ones. */
    public static FileRun of(Compilation compilation, TestChoice choice) {
        Optional<PolicyPack> pack = compilation.pack();
        if (pack.isEmpty()) {
            return new FileRun(compilation, List.of(), 0);
        }
        List<PolicyTestResult> all =
                PolicyTests.on(DroolsEvaluator.factory(), pack.get()).runAll();
        List<PolicyTestResult> chosen =
                all.stream().filter(result -> choice.wants(result, pack.get())).toList();
        return new FileRun(compilation, chosen, all.size() - chosen.size());
    }

    /** The file as diagnostics call it. */
    public String name() {
        return compilation.source().name();
    }

    /** How many of the chosen tests failed. */
    public long failed() {
        return results.stream().filter(result -> !result.passed()).count();
    }

    /** Whether the file compiles and no chosen test failed. */
    public boolean isGood() {
        return compilation.pack().isPresent() && failed() == 0;
    }
}
