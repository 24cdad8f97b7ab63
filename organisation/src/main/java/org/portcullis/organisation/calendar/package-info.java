/**
 * Trading calendars by the names that policies write, from a maintained library of holidays.
 *
 * <p>Start at {@link org.portcullis.organisation.calendar.LibraryCalendars}. Which calendar of the library a name stands for is data: `calendars.yaml` beside this
 * package. The home of Jollyday.
 */
@NullMarked
package org.portcullis.organisation.calendar;

import org.jspecify.annotations.NullMarked;
