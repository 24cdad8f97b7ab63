package org.portcullis.engine.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.portcullis.model.value.Value;

/**
 * How far a window reaches back: a length of time whose begin is not in it and whose end is, or the trading day, which is the calendar day in the
 * policy's zone.
 */
record Span(Optional<Duration> length, ZoneId zone) {

    static Span of(Optional<Value.TimeSpan> span, ZoneId zone) {
        return new Span(span.map(Value.TimeSpan::toDuration), zone);
    }

    /** Whether what happened at {@code at} is in the window that ends now. */
    boolean contains(Instant at, Instant now) {
        return length.map(duration -> at.isAfter(now.minus(duration)))
                .orElseGet(() -> LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone)));
    }
}
