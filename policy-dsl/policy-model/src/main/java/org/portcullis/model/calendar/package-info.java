/**
 * Trading days: the port through which checks and the engine ask a calendar of holidays, which is a library's or a firm's own.
 *
 * <p>Start at {@link org.portcullis.model.calendar.TradingCalendars}. Everybody may depend on it.
 */
@NullMarked
package org.portcullis.model.calendar;

import org.jspecify.annotations.NullMarked;
