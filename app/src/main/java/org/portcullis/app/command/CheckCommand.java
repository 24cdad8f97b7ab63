package org.portcullis.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.sarif.SarifLog;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.IndentedJson;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.ProductVersion;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.DiagnosticJson;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compiles policies and prints what is wrong with them. */
@Command(
        name = "check",
        description = {
            "Compile policies and print every error with its place, cause and cure.",
            "A policy with an overdue review does not pass either; --as-of makes that repeatable."
        })
final class CheckCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final Surroundings surroundings;

    @Mixin
    private final PolicyArguments policies = new PolicyArguments();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    @Option(
            names = "--sarif",
            paramLabel = "FILE",
            description = "write the diagnostics as a SARIF 2.1.0 log; `-` prints the log instead of the answer")
    private Optional<String> sarif = Optional.empty();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<Compilation> compilations = policies.compile(surroundings);
        if (sarif.equals(Optional.of(STANDARD_OUTPUT))) {
            surroundings.terminal().json(SarifLog.of(compilations, ProductVersion.text()));
        } else {
            sarif.ifPresent(file -> write(file, SarifLog.of(compilations, ProductVersion.text())));
            answer(compilations);
        }
        return compilations.stream().allMatch(BuildGate::passes) ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private void answer(List<Compilation> compilations) {
        if (json) {
            surroundings.terminal().json(document(compilations));
        } else {
            compilations.forEach(this::print);
        }
    }

    /** A log of an earlier run is replaced: a pipeline writes it to the same place each time. */
    private void write(String file, JsonObject log) {
        try {
            Files.writeString(surroundings.path(file), IndentedJson.text(log) + "\n", StandardCharsets.UTF_8);
        } catch (IOException unwritable) {
            throw new UserMistake(file + ": cannot be written: " + unwritable.getMessage());
        }
    }

    private void print(Compilation compilation) {
        PolicyArguments.print(surroundings, compilation);
        surroundings.terminal().line(compilation.source().name() + ": " + summary(compilation));
    }

    private static String summary(Compilation compilation) {
        String counts = PolicyArguments.counted(PolicyArguments.count(compilation, Severity.ERROR), "error") + ", "
                + PolicyArguments.counted(PolicyArguments.count(compilation, Severity.WARNING), "warning");
        return compilation
                .pack()
                .map(pack -> PolicyArguments.counted(pack.controls().size(), "control") + ", "
                        + PolicyArguments.counted(pack.tests().size(), "test") + ", " + counts + "\n  fingerprint "
                        + Fingerprint.of(pack) + overdue(compilation))
                .orElse(counts + "; not compiled");
    }

    private static String overdue(Compilation compilation) {
        long overdue = BuildGate.overdue(compilation);
        return overdue == 0
                ? ""
                : "\n  not passed: " + overdue + (overdue == 1 ? " review is" : " reviews are") + " overdue";
    }

    private static Json document(List<Compilation> compilations) {
        List<Json> results = new ArrayList<>();
        for (Compilation compilation : compilations) {
            JsonObject.Builder result = JsonObject.builder()
                    .put("file", compilation.source().name())
                    .put("errors", PolicyArguments.count(compilation, Severity.ERROR))
                    .put("warnings", PolicyArguments.count(compilation, Severity.WARNING))
                    .put("diagnostics", DiagnosticJson.of(compilation.sources(), compilation.diagnostics()));
            compilation
                    .pack()
                    .ifPresent(pack -> result.put(
                                    "fingerprint", Fingerprint.of(pack).toString())
                            .put("controls", pack.controls().size())
                            .put("tests", pack.tests().size()));
            results.add(result.build());
        }
        return JsonObject.builder().put("files", results).build();
    }
}
