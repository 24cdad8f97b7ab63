package org.portcullis.app.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.app.wiring.PolicyPaths;
import org.portcullis.app.wiring.ReplacedFile;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.DiagnosticJson;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.fix.SafeFixes;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows everything that policies are advised, and applies the fixes that are safe. */
@Command(
        name = "lint",
        description = {
            "Show errors and advice; a policy passes if there is neither.",
            "With --fix, apply the edits that cure an error without bringing another, and those advised that leave the policy's meaning as it is."
        })
final class LintCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final PolicyArguments policies = new PolicyArguments();

    @Option(names = "--fix", description = "apply what is safe and write the files; show what was changed")
    private boolean fix;

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    LintCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        PolicyFiles files = policies.compiler(surroundings);
        List<SafeFixes.Outcome> outcomes = new ArrayList<>();
        for (PolicyPaths.Named policy : policies.named(surroundings)) {
            SafeFixes.Outcome outcome = outcome(files, policy);
            if (!outcome.applied().isEmpty()) {
                ReplacedFile.write(policy.file(), policy.shown(), outcome.text());
            }
            outcomes.add(outcome);
        }
        if (json) {
            surroundings.terminal().json(document(outcomes));
        } else {
            outcomes.forEach(this::print);
        }
        return outcomes.stream()
                        .allMatch(outcome -> outcome.compilation().diagnostics().isEmpty())
                ? ExitStatus.DONE
                : ExitStatus.REFUSED;
    }

    /** A file that is not the text that the compiler read, because it is no UTF-8, is not written. */
    private SafeFixes.Outcome outcome(PolicyFiles files, PolicyPaths.Named policy) {
        byte[] content = PolicyFiles.read(policy.file(), policy.shown());
        Compilation compilation = files.compile(content, policy.file(), policy.shown());
        String text = compilation.source().text();
        boolean whole = Arrays.equals(content, text.getBytes(StandardCharsets.UTF_8));
        return fix && whole
                ? SafeFixes.apply(
                        text,
                        changed ->
                                files.compile(changed.getBytes(StandardCharsets.UTF_8), policy.file(), policy.shown()))
                : new SafeFixes.Outcome(text, compilation, List.of());
    }

    private void print(SafeFixes.Outcome outcome) {
        String file = outcome.compilation().source().name();
        outcome.applied()
                .forEach(applied -> surroundings
                        .terminal()
                        .line(file + ":" + applied.at().line() + ":"
                                + applied.at().column() + ": fixed["
                                + applied.diagnostic().code().code() + "]: " + change(applied)));
        if (!outcome.applied().isEmpty()) {
            surroundings.terminal().gap();
        }
        PolicyArguments.print(surroundings, outcome.compilation());
        Compilation compilation = outcome.compilation();
        String fixes = outcome.applied().isEmpty()
                ? ""
                : outcome.applied().size() + (outcome.applied().size() == 1 ? " fix" : " fixes") + " applied, ";
        surroundings
                .terminal()
                .line(file + ": " + fixes
                        + PolicyArguments.counted(PolicyArguments.count(compilation, Severity.ERROR), "error") + ", "
                        + PolicyArguments.counted(PolicyArguments.count(compilation, Severity.WARNING), "warning"));
    }

    private static String change(SafeFixes.Applied applied) {
        String written = applied.fix().replacement();
        if (written.isEmpty()) {
            return "took out " + UserText.quoted(applied.replaced());
        }
        return applied.replaced().isEmpty()
                ? "put in " + UserText.quoted(written.strip())
                : "wrote " + UserText.quoted(written) + " for " + UserText.quoted(applied.replaced());
    }

    private static Json document(List<SafeFixes.Outcome> outcomes) {
        List<Json> results = new ArrayList<>();
        for (SafeFixes.Outcome outcome : outcomes) {
            Compilation compilation = outcome.compilation();
            List<JsonObject> fixed = outcome.applied().stream()
                    .map(applied -> JsonObject.builder()
                            .put("code", applied.diagnostic().code().code())
                            .put("message", applied.diagnostic().message())
                            .put("line", applied.at().line())
                            .put("column", applied.at().column())
                            .put("replaced", applied.replaced())
                            .put("replacement", applied.fix().replacement())
                            .build())
                    .toList();
            results.add(JsonObject.builder()
                    .put("file", compilation.source().name())
                    .put("errors", PolicyArguments.count(compilation, Severity.ERROR))
                    .put("warnings", PolicyArguments.count(compilation, Severity.WARNING))
                    .put("fixed", fixed)
                    .put("diagnostics", DiagnosticJson.of(compilation.sources(), compilation.diagnostics()))
                    .build());
        }
        return JsonObject.builder().put("files", results).build();
    }
}
