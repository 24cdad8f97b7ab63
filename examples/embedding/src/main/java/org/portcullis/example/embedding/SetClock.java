package org.portcullis.example.embedding;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A clock that shows what it is set to, so that the example prints the same every time; an order management system gives its own. */
final class SetClock implements InstantSource {
    private volatile Instant now;

    SetClock(Instant begin) {
        this.now = begin;
    }

    /** Sets the time of the day. */
    void set(String time) {
        now = now.atZone(ZoneOffset.UTC).with(LocalTime.parse(time)).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** The time of the day. */
    LocalTime time() {
        return now.atZone(ZoneOffset.UTC).toLocalTime();
    }
}
