package org.portcullis.verifier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Is the verdict on an export of a series of shards.
 *
 * @param verdict the verdict on all of it
 * @param parts which part of each shard is in it, as far as it was read, first month first
 */
public record SeriesExportVerdict(Verdict verdict, List<ExportedPart> parts) {

    /** Copies the parts. */
    public SeriesExportVerdict {
        parts = List.copyOf(parts);
    }

    /** Tells whether everything that is shown holds. */
    public boolean isValid() {
        return verdict.isValid();
    }

    /** Gives the verdict as lines for a terminal. */
    public String text() {
        return verdict.text();
    }

    /** Gives what is exported as a member of a JSON object. */
    String exported() {
        return parts.stream()
                .map(part -> "{" + part.jsonMembers() + "}")
                .collect(Collectors.joining(",", "\"exports\":[", "]"));
    }

    /** Gives the verdict as one JSON document for machines. */
    public String json() {
        return new Answer(verdict, exported(), List.of(), Optional.empty()).json();
    }
}
