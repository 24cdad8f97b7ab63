package org.portcullis.compiler.internal.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.citation.CitationIndex;

/**
 * What the checks know beside the policy itself.
 *
 * @param citations the catalogue of provisions; without it only the form of citations is checked
 * @param knownRoles the roles that the directory knows; empty if there is no directory, and roles are only compared with each other
 * @param asOf the day on which reviews are judged; without it they are not
 */
public record CheckSettings(Optional<CitationIndex> citations, List<String> knownRoles, Optional<LocalDate> asOf) {
    public CheckSettings {
        knownRoles = List.copyOf(knownRoles);
    }

    /** Knows nothing beside the policy. */
    public static CheckSettings none() {
        return new CheckSettings(Optional.empty(), List.of(), Optional.empty());
    }
}
