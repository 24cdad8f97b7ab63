package org.portcullis.app.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.app.wiring.PolicyPaths;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.Compilation;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.report.register.Register;

/**
 * The policies that a command reads without checking them for its own sake: all compile, or the command prints why not and ends.
 *
 * @param catalogue what they were checked against
 */
record CompiledPolicies(ProvisionCatalogue catalogue, List<Compilation> compilations) {
    CompiledPolicies {
        compilations = List.copyOf(compilations);
    }

    /** Compiles the files and folders that were typed; empty, with the diagnostics printed, where one does not compile. */
    static Optional<CompiledPolicies> read(Surroundings surroundings, List<String> typed, LocalDate asOf) {
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        PolicyFiles policies = PolicyFiles.checkedAgainst(catalogue, asOf);
        List<Compilation> compiled = new ArrayList<>();
        List<Compilation> broken = new ArrayList<>();
        for (PolicyPaths.Named policy : PolicyPaths.expand(surroundings, typed)) {
            Compilation compilation = policies.compile(policy.file(), policy.shown());
            (compilation.pack().isPresent() ? compiled : broken).add(compilation);
        }
        broken.forEach(compilation -> PolicyArguments.print(surroundings, compilation));
        return broken.isEmpty() ? Optional.of(new CompiledPolicies(catalogue, compiled)) : Optional.empty();
    }

    /** Reads each policy for people, on the day. */
    List<Register> registers(LocalDate day) {
        return compilations.stream()
                .flatMap(done ->
                        done.pack().map(pack -> Register.of(pack, done.source().name(), catalogue, day)).stream())
                .toList();
    }
}
