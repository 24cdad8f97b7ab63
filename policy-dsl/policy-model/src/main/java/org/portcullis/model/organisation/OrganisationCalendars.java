package org.portcullis.model.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.model.calendar.AdjustedCalendar;
import org.portcullis.model.calendar.TradingCalendar;
import org.portcullis.model.calendar.TradingCalendars;

/** The calendars that a firm declares, and behind them those of a library; one of the firm's hides one of the library's with the same name. */
public final class OrganisationCalendars implements TradingCalendars {
    private final TreeMap<String, DeclaredCalendar> declared = new TreeMap<>();
    private final TradingCalendars library;

    /** Puts the calendars of the organisation before those of the library. */
    public OrganisationCalendars(List<DeclaredCalendar> calendars, TradingCalendars library) {
        calendars.forEach(calendar -> declared.put(calendar.name(), calendar));
        this.library = library;
    }

    @Override
    public Optional<TradingCalendar> find(String name) {
        DeclaredCalendar own = declared.get(name);
        return own == null
                ? library.find(name)
                : library.find(own.like())
                        .map(like -> new AdjustedCalendar(own.name(), like, own.closed(), own.open()));
    }

    @Override
    public List<String> names() {
        TreeSet<String> names = new TreeSet<>(library.names());
        names.addAll(declared.keySet());
        return new ArrayList<>(names);
    }
}
