package org.portcullis.report.register;

import java.util.Optional;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex.Standing;

/**
 * A provision that a control cites, with what the catalogue knows of it.
 *
 * @param provision the catalogue's entry; empty where there is none
 * @param standing whether it is in force on the register's day
 */
public record CitedProvision(Citation citation, Optional<Provision> provision, Standing standing) {

    static CitedProvision of(Citation citation, ProvisionCatalogue catalogue, java.time.LocalDate day) {
        return new CitedProvision(citation, catalogue.find(citation), catalogue.standing(citation, day));
    }

    /** The standing in words. */
    public String standingWords() {
        return words(standing);
    }

    static String words(Standing standing) {
        return switch (standing) {
            case IN_FORCE -> "in force";
            case NOT_YET -> "not yet in force";
            case WITHDRAWN -> "no longer in force";
            case DATES_UNKNOWN -> "dates not known";
            case NOT_CATALOGUED -> "not in the catalogue";
        };
    }
}
