package org.portcullis.mapping.coverage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portcullis.model.citation.Citation;

/**
 * Says which provisions are asked of whom.
 *
 * @param name what people choose it by
 * @param title what it is
 * @param appliesTo who it is for
 * @param author who put it together
 * @param rows the provisions in the order in which they are reported, each once
 * @param exclusions provisions that do not apply, each with a reason and an author
 */
public record CoverageProfile(
        String name, String title, String appliesTo, String author, List<Row> rows, List<Exclusion> exclusions) {

    /** Copies the lists and refuses a provision that is there twice. */
    public CoverageProfile {
        rows = List.copyOf(rows);
        exclusions = List.copyOf(exclusions);
        Set<Citation> seen = new HashSet<>();
        for (Row row : rows) {
            if (!seen.add(row.provision())) {
                throw new IllegalArgumentException(row.provision() + " is in profile `" + name + "` twice");
            }
        }
    }

    /**
     * Is a provision that the profile asks about.
     *
     * @param required whether a gap fails; controls alone cannot answer the others, and people do
     */
    public record Row(Citation provision, boolean required) {}
}
