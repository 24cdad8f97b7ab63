package org.portcullis.engine.flow;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How a front treats its clock and whom it tells.
 *
 * @param standStill how far the time source may be before the latest entry without a refusal: the front's time stands still meanwhile; from zero to one second
 * @param stopwatch nanoseconds that never go backwards, for example {@code System::nanoTime}; only differences count, and only metrics see them
 * @param failures is told of listeners that throw
 */
public record FrontSettings(
        Duration standStill, LongSupplier stopwatch, EngineMetrics metrics, ListenerFailures failures) {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    /** Fifty milliseconds of standing still, no metrics, no stopwatch, nobody told. */
    public static final FrontSettings DEFAULT =
            new FrontSettings(Duration.ofMillis(50), () -> 0, EngineMetrics.NONE, (listener, failure) -> {});

    /** Refuses to stand still for less than no time or more than a second with an {@link IllegalArgumentException}. */
    public FrontSettings {
        if (standStill.isNegative() || standStill.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time of " + standStill + " is not between 0 and 1 second");
        }
    }

    /** Is told of a listener that threw; what it throws itself is ignored. */
    @FunctionalInterface
    public interface ListenerFailures {
        /** The listener of this name threw this. */
        void failed(String listener, Throwable failure);
    }

    /** The same with metrics, which are measured by a stopwatch. */
    public FrontSettings with(EngineMetrics other, LongSupplier watch) {
        return new FrontSettings(standStill, watch, other, failures);
    }

    /** The same with somebody who is told of listeners that throw. */
    public FrontSettings with(ListenerFailures other) {
        return new FrontSettings(standStill, stopwatch, metrics, other);
    }
}
