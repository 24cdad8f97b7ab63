package org.portcullis.report.register;

import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.mapping.LibraryControl;
import org.portcullis.mapping.Provision;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.CitationIndex.Standing;

/**
 * A provision that a control cites, with what the catalogue knows of it.
 *
 * @param provision the catalogue's entry; empty where there is none
 * @param library the control of the library that is cited instead; empty where it is a provision
 * @param standing whether it is in force on the register's day
 */
public record CitedProvision(
        Citation citation, Optional<Provision> provision, Optional<LibraryControl> library, Standing standing) {

    static CitedProvision of(Citation citation, ProvisionCatalogue catalogue, java.time.LocalDate day) {
        return new CitedProvision(
                citation,
                catalogue.find(citation),
                catalogue.libraryControl(citation),
                catalogue.standing(citation, day));
    }

    /** The standing in words. */
    public String standingWords() {
        return library.isPresent() ? "claimed" : words(standing);
    }

    /** Says what a control claims that cites the library: which control of it, what that prevents, which provisions it serves. */
    public Optional<String> claim() {
        return library.map(control -> "claims to implement this control of the library, " + control.name()
                + ". It is against this: " + control.prevents() + " It serves, by the library's reading: "
                + control.serves().stream()
                        .map(served -> served.corpus() + " " + served.provision())
                        .collect(Collectors.joining(", "))
                + ".");
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
