package org.portcullis.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compiles policies and prints what is wrong with them. */
@Command(name = "check", description = "Compile policies and print every error with its place, cause and cure.")
final class CheckCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "policy files")
    private List<String> files = List.of();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day on which reviews and provisions are judged (today)")
    private @org.jspecify.annotations.Nullable LocalDate asOf;

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        LocalDate day =
                asOf != null ? asOf : LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        PolicyFiles policies = PolicyFiles.checkedAgainst(CatalogueLoader.embedded(), day);
        List<Compilation> compilations = new ArrayList<>();
        for (String file : files) {
            compilations.add(policies.compile(surroundings.path(file), file));
        }
        if (json) {
            surroundings.terminal().json(document(compilations));
        } else {
            compilations.forEach(this::print);
        }
        boolean compiled = compilations.stream().allMatch(done -> done.pack().isPresent());
        return compiled ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private void print(Compilation compilation) {
        if (!compilation.diagnostics().isEmpty()) {
            surroundings
                    .terminal()
                    .out()
                    .print(new DiagnosticRenderer(compilation.source()).render(compilation.diagnostics()));
            surroundings.terminal().gap();
        }
        surroundings.terminal().line(compilation.source().name() + ": " + summary(compilation));
    }

    private static String summary(Compilation compilation) {
        String counts = counted(count(compilation, Severity.ERROR), "error") + ", "
                + counted(count(compilation, Severity.WARNING), "warning");
        return compilation
                .pack()
                .map(pack -> counted(pack.controls().size(), "control") + ", "
                        + counted(pack.tests().size(), "test") + ", " + counts + "; fingerprint "
                        + Fingerprint.of(pack))
                .orElse(counts + "; not compiled");
    }

    private static Json document(List<Compilation> compilations) {
        List<Json> results = new ArrayList<>();
        for (Compilation compilation : compilations) {
            JsonObject.Builder result = JsonObject.builder()
                    .put("file", compilation.source().name())
                    .put("errors", count(compilation, Severity.ERROR))
                    .put("warnings", count(compilation, Severity.WARNING))
                    .put("diagnostics", DiagnosticsJson.of(compilation));
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

    private static long count(Compilation compilation, Severity severity) {
        return compilation.diagnostics().stream()
                .map(Diagnostic::severity)
                .filter(severity::equals)
                .count();
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
