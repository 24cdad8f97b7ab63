package org.portcullis.model.calendar;

import java.util.List;
import java.util.Optional;

/** Finds calendars by name; MUST answer the same for the same name for as long as it lives. */
public interface TradingCalendars {

    /** Finds a calendar by the name that policies write. */
    Optional<TradingCalendar> find(String name);

    /** The names of all calendars, sorted. */
    List<String> names();
}
