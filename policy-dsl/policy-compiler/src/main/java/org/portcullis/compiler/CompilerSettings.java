package org.portcullis.compiler;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.citation.CitationIndex;
import org.portcullis.model.control.Role;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.OrganisationCalendars;

/**
 * What the compiler knows beside the text.
 *
 * @param citations the catalogue of provisions; empty means that only the form of citations is checked
 * @param asOf the day on which reviews and provisions are judged; empty means that they are not
 * @param knownRoles the roles that the directory knows; none means that there is no directory
 * @param organisation the firm that the policy is for; empty means that nothing is checked against one
 * @param calendars the calendars that policies may name; empty means that their names are not checked
 * @param files the files that the text names
 */
public record CompilerSettings(
        Optional<CitationIndex> citations,
        Optional<LocalDate> asOf,
        List<Role> knownRoles,
        Optional<Organisation> organisation,
        Optional<TradingCalendars> calendars,
        FileSource files) {
    public CompilerSettings {
        knownRoles = knownRoles.stream().distinct().sorted().toList();
    }

    /** Knows nothing beside the text. */
    public static CompilerSettings none() {
        return new CompilerSettings(
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), FileSource.NONE);
    }

    /** Checks citations against the catalogue, and dates against the day. */
    public static CompilerSettings of(CitationIndex citations, LocalDate asOf) {
        return none().withCitations(citations).withAsOf(asOf);
    }

    /** The same settings with a catalogue of provisions. */
    public CompilerSettings withCitations(CitationIndex index) {
        return new CompilerSettings(Optional.of(index), asOf, knownRoles, organisation, calendars, files);
    }

    /** The same settings with the day on which dates are judged. */
    public CompilerSettings withAsOf(LocalDate day) {
        return new CompilerSettings(citations, Optional.of(day), knownRoles, organisation, calendars, files);
    }

    /** The same settings with a directory of roles. */
    public CompilerSettings withKnownRoles(Collection<Role> roles) {
        return new CompilerSettings(citations, asOf, List.copyOf(roles), organisation, calendars, files);
    }

    /** The same settings with the calendars that policies may name. */
    public CompilerSettings withCalendars(TradingCalendars known) {
        return new CompilerSettings(citations, asOf, knownRoles, organisation, Optional.of(known), files);
    }

    /** The same settings for one firm: its roles are those that there are, and its calendars come before those of the library. */
    public CompilerSettings withOrganisation(Organisation firm, TradingCalendars library) {
        return new CompilerSettings(
                citations,
                asOf,
                List.copyOf(firm.roles()),
                Optional.of(firm),
                Optional.of(new OrganisationCalendars(firm.calendars(), library)),
                files);
    }

    /** The same settings with the files that texts may name. */
    public CompilerSettings withFiles(FileSource source) {
        return new CompilerSettings(citations, asOf, knownRoles, organisation, calendars, source);
    }
}
