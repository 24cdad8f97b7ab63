package org.portcullis.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.explain.ControlJson;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.wiring.RegisterFolder;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.register.Register;
import org.portcullis.report.register.RegisterFile;
import org.portcullis.report.register.RegisterPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the control register of policies as pages of HTML. */
@Command(
        name = "docs",
        description = "Write the control register of policies as pages of HTML: controls, provisions, tests, reviews.")
final class DocsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "POLICY", arity = "1..*", description = "policy files, or folders that hold some")
    private List<String> files = List.of();

    @Option(
            names = "--output",
            paramLabel = "FOLDER",
            description = "where the pages go: a new or empty folder, or a register written before (${DEFAULT-VALUE})",
            defaultValue = "register")
    private String output = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day that the pages speak of, for example 2026-11-23 (today)")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    DocsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        LocalDate day =
                asOf.orElseGet(() -> LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC));
        Optional<CompiledPolicies> policies = CompiledPolicies.read(surroundings, files, day);
        if (policies.isEmpty()) {
            return ExitStatus.REFUSED;
        }
        List<Register> registers = policies.get().registers(day);
        List<RegisterFile> pages = RegisterPages.of(registers, policies.get().catalogue());
        RegisterFolder.write(surroundings.path(output), output, pages);
        if (json) {
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("folder", output)
                            .put("asOf", day.toString())
                            .put(
                                    "policies",
                                    registers.stream().map(ControlJson::policy).toList())
                            .put(
                                    "files",
                                    JsonArray.texts(pages.stream()
                                            .map(RegisterFile::path)
                                            .sorted()
                                            .toList()))
                            .build());
        } else {
            surroundings.terminal().line("register  " + output + "/index.html");
        }
        return ExitStatus.DONE;
    }
}
