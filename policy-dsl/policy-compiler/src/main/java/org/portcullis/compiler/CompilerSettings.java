package org.portcullis.compiler;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.citation.CitationIndex;
import org.portcullis.model.control.Role;

/**
 * What the compiler knows beside the text.
 *
 * @param citations the catalogue of provisions; empty means that only the form of citations is checked
 * @param asOf the day on which reviews and provisions are judged; empty means that they are not
 * @param knownRoles the roles that the directory knows; none means that there is no directory
 * @param files the files that the text names
 */
public record CompilerSettings(
        Optional<CitationIndex> citations, Optional<LocalDate> asOf, List<Role> knownRoles, FileSource files) {
    public CompilerSettings {
        knownRoles = knownRoles.stream().distinct().sorted().toList();
    }

    /** Knows nothing beside the text. */
    public static CompilerSettings none() {
        return new CompilerSettings(Optional.empty(), Optional.empty(), List.of(), FileSource.NONE);
    }

    /** Checks citations against the catalogue, and dates against the day. */
    public static CompilerSettings of(CitationIndex citations, LocalDate asOf) {
        return new CompilerSettings(Optional.of(citations), Optional.of(asOf), List.of(), FileSource.NONE);
    }

    /** The same settings with a directory of roles. */
    public CompilerSettings withKnownRoles(Collection<Role> roles) {
        return new CompilerSettings(citations, asOf, List.copyOf(roles), files);
    }

    /** The same settings with the files that texts may name. */
    public CompilerSettings withFiles(FileSource source) {
        return new CompilerSettings(citations, asOf, knownRoles, source);
    }
}
