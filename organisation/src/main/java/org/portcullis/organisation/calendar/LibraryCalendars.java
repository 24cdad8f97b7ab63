package org.portcullis.organisation.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.model.calendar.TradingCalendar;
import org.portcullis.model.calendar.TradingCalendars;

/**
 * The calendars that a library of holidays knows, by the names that policies write.
 *
 * <p>A calendar is worked out when it is first asked for, which takes most of a second for the first one; the names cost nothing. Safe for several threads.
 */
public final class LibraryCalendars implements TradingCalendars {
    private final SortedMap<String, Mapping> mappings;
    private final Map<String, TradingCalendar> found = new ConcurrentHashMap<>();

    private LibraryCalendars(List<Mapping> mappings) {
        SortedMap<String, Mapping> byName = new TreeMap<>();
        mappings.forEach(mapping -> byName.put(mapping.name(), mapping));
        this.mappings = Collections.unmodifiableSortedMap(byName);
    }

    /** Reads which calendars there are. */
    public static LibraryCalendars load() {
        return new LibraryCalendars(Mappings.embedded());
    }

    @Override
    public Optional<TradingCalendar> find(String name) {
        return Optional.ofNullable(mappings.get(name))
                .map(mapping -> found.computeIfAbsent(name, missing -> calendar(mapping)));
    }

    @Override
    public List<String> names() {
        return List.copyOf(mappings.keySet());
    }

    /** What a calendar stands for, in words; empty where there is none of the name. */
    public Optional<String> title(String name) {
        return Optional.ofNullable(mappings.get(name)).map(Mapping::title);
    }

    private static TradingCalendar calendar(Mapping mapping) {
        HolidayManager manager = HolidayManager.getInstance(ManagerParameters.create(mapping.library()));
        Set<LocalDate> holidays = new HashSet<>();
        for (int year = mapping.from().getYear(); year <= mapping.to().getYear(); year++) {
            int inYear = year;
            String[] part = mapping.part().stream().toArray(String[]::new);
            manager.getHolidays(Year.of(year), part).stream()
                    .map(Holiday::getDate)
                    .forEach(holidays::add);
            mapping.closedEveryYear().forEach(day -> holidays.add(day.atYear(inYear)));
        }
        return new HolidaySet(mapping.name(), mapping.from(), mapping.to(), holidays);
    }
}
