package org.portcullis.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.model.Fingerprint;
import org.portcullis.report.HandedPolicy;

/** Reads the policies that somebody hands over as those in force. */
final class HandedPolicies {
    private HandedPolicies() {}

    /** Compiles the files and folders that were typed; empty, with the diagnostics printed, where one does not compile. */
    static Optional<List<HandedPolicy>> read(Surroundings surroundings, List<String> typed) {
        LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        return typed.isEmpty()
                ? Optional.of(List.of())
                : CompiledPolicies.read(surroundings, typed, today)
                        .map(compiled -> compiled.compilations().stream()
                                .flatMap(done -> done.pack().stream()
                                        .map(pack -> new HandedPolicy(
                                                done.source().name(),
                                                pack.header().name(),
                                                pack.header().version(),
                                                Fingerprint.of(pack))))
                                .toList());
    }
}
