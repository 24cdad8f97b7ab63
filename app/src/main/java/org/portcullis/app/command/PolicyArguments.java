package org.portcullis.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.app.terminal.DiagnosticInk;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.app.wiring.PolicyPaths;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.mapping.load.CatalogueLoader;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of commands that compile policy files; mutable, filled in by the command line. */
final class PolicyArguments {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "policy files, or folders: of a folder, its files *.policy that begin with `policy`")
    private List<String> files = List.of();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day on which reviews and provisions are judged, for example 2026-11-23 (today)")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--organisation",
            paramLabel = "FILE",
            description = "check against the desks, roles and people of this organisation file")
    private Optional<String> organisation = Optional.empty();

    /** Compiles the files in the order in which they were named. */
    List<Compilation> compile(Surroundings surroundings) {
        PolicyFiles policies = compiler(surroundings);
        List<Compilation> compilations = new ArrayList<>();
        for (PolicyPaths.Named policy : named(surroundings)) {
            compilations.add(policies.compile(policy.file(), policy.shown()));
        }
        return compilations;
    }

    /** What compiles files on the day, and for the organisation, that were asked for. */
    PolicyFiles compiler(Surroundings surroundings) {
        LocalDate day =
                asOf.orElseGet(() -> LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC));
        PolicyFiles policies = PolicyFiles.checkedAgainst(CatalogueLoader.embedded(), day);
        return organisation
                .map(file -> policies.withOrganisation(surroundings.path(file), file))
                .orElse(policies);
    }

    /** The files in the order in which they were named. */
    List<PolicyPaths.Named> named(Surroundings surroundings) {
        return PolicyPaths.expand(surroundings, files);
    }

    /** Prints what the compiler has to say about one file, followed by an empty line; nothing where there is nothing. */
    static void print(Surroundings surroundings, Compilation compilation) {
        if (!compilation.diagnostics().isEmpty()) {
            String printed = new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics());
            Terminal terminal = surroundings.terminal();
            terminal.out().print(new DiagnosticInk(terminal.ink()).paint(printed));
            surroundings.terminal().gap();
        }
    }

    /** How many diagnostics have the severity. */
    static long count(Compilation compilation, Severity severity) {
        return compilation.diagnostics().stream()
                .map(Diagnostic::severity)
                .filter(severity::equals)
                .count();
    }

    /** A count with its noun in the right number. */
    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
