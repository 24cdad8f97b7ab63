package org.portcullis.compiler.internal.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.calendar.TradingCalendars;
import org.portcullis.model.citation.CitationIndex;
import org.portcullis.model.organisation.Organisation;

/**
 * What the checks know beside the policy itself.
 *
 * @param citations the catalogue of provisions; without it only the form of citations is checked
 * @param knownRoles the roles that the directory knows; empty if there is no directory, and roles are only compared with each other
 * @param asOf the day on which reviews are judged; without it they are not
 * @param organisation the firm; without it nothing is checked against one
 * @param calendars the calendars that there are, those of the firm included; without them their names are not checked
 */
public record CheckSettings(
        Optional<CitationIndex> citations,
        List<String> knownRoles,
        Optional<LocalDate> asOf,
        Optional<Organisation> organisation,
        Optional<TradingCalendars> calendars) {
    public CheckSettings {
        knownRoles = List.copyOf(knownRoles);
    }

    /** Knows nothing beside the policy. */
    public static CheckSettings none() {
        return new CheckSettings(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
