package org.portcullis.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.DiagnosticJson;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the tests that stand in policies, on the evaluator that decides orders. */
@Command(name = "test", description = "Run the tests that stand in policies.")
final class TestCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final PolicyArguments policies = new PolicyArguments();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    TestCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<FileResult> files = new ArrayList<>();
        for (Compilation compilation : policies.compile(surroundings)) {
            files.add(new FileResult(
                    compilation, compilation.pack().map(TestCommand::runAll).orElse(List.of())));
        }
        if (json) {
            surroundings.terminal().json(document(files));
        } else {
            files.forEach(this::print);
            long run = files.stream().mapToLong(file -> file.results().size()).sum();
            long failed = files.stream().mapToLong(FileResult::failed).sum();
            surroundings.terminal().line((run - failed) + " passed, " + failed + " failed");
        }
        return files.stream().allMatch(FileResult::isGood) ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static List<PolicyTestResult> runAll(PolicyPack pack) {
        return PolicyTests.on(DroolsEvaluator.factory(), pack).runAll();
    }

    private void print(FileResult file) {
        surroundings.terminal().line(file.compilation().source().name());
        if (file.compilation().pack().isEmpty()) {
            surroundings.terminal().line("  not compiled; its tests were not run:");
            PolicyArguments.print(surroundings, file.compilation());
        } else if (file.results().isEmpty()) {
            surroundings.terminal().line("  no tests");
        }
        for (PolicyTestResult result : file.results()) {
            surroundings
                    .terminal()
                    .line((result.passed()
                                    ? surroundings.terminal().paint(Ink.Tone.GOOD, "  passed  ")
                                    : surroundings.terminal().paint(Ink.Tone.BAD, "  FAILED  "))
                            + result.test().name());
            for (PolicyTestResult.Mismatch mismatch : result.mismatches()) {
                print("    expected  ", mismatch.expected());
                print("    found     ", mismatch.actual());
                mismatch.because().forEach(reason -> print("    because   ", reason));
            }
        }
        surroundings.terminal().gap();
    }

    private void print(String label, String text) {
        surroundings.terminal().lines(Paragraph.hanging(label, text, Table.WIDTH));
    }

    private static Json document(List<FileResult> files) {
        List<Json> documents = new ArrayList<>();
        for (FileResult file : files) {
            List<Json> tests = new ArrayList<>();
            for (PolicyTestResult result : file.results()) {
                List<Json> mismatches = new ArrayList<>();
                for (PolicyTestResult.Mismatch mismatch : result.mismatches()) {
                    mismatches.add(JsonObject.builder()
                            .put("expected", mismatch.expected())
                            .put("found", mismatch.actual())
                            .put("because", JsonArray.texts(mismatch.because()))
                            .build());
                }
                tests.add(JsonObject.builder()
                        .put("name", result.test().name())
                        .put("passed", result.passed())
                        .put("mismatches", mismatches)
                        .build());
            }
            documents.add(JsonObject.builder()
                    .put("file", file.compilation().source().name())
                    .put("compiled", file.compilation().pack().isPresent())
                    .put(
                            "diagnostics",
                            DiagnosticJson.of(
                                    file.compilation().sources(),
                                    file.compilation().diagnostics()))
                    .put("tests", tests)
                    .build());
        }
        return JsonObject.builder().put("files", documents).build();
    }

    /** One file with the results of its tests; none where it did not compile. */
    private record FileResult(Compilation compilation, List<PolicyTestResult> results) {
        long failed() {
            return results.stream().filter(result -> !result.passed()).count();
        }

        boolean isGood() {
            return compilation.pack().isPresent() && failed() == 0;
        }
    }
}
