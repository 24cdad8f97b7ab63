package org.portcullis.killtest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/** Time that passes when it is read: mostly a moment, sometimes half a minute, now and then a little backwards. */
final class SimulatedClock implements InstantSource {
    private Instant now;
    private final Random random;

    SimulatedClock(Instant begin, Random random) {
        this.now = begin;
        this.random = random;
    }

    @Override
    public synchronized Instant instant() {
        int kind = random.nextInt(400);
        long millis = kind == 0 ? -40 : kind == 1 ? -3_000 : kind < 10 ? random.nextInt(30_000) : random.nextInt(600);
        now = now.plusMillis(millis);
        return now;
    }

    /** The time that was read last. */
    synchronized Instant latest() {
        return now;
    }
}
