package org.portcullis.engine.flow;

import java.time.Duration;
import org.portcullis.engine.decision.Effect;

/**
 * Is told what an engine does, for those who watch over it; does nothing unless it is overridden.
 *
 * <p>Names are those of the journal: commands as in {@link Happening#cause()}, refusals by their codes. Nothing here carries a person, a basket or a symbol.
 *
 * <p>Implementations MUST be safe for calls from several threads, quick, and MUST NOT call the engine. What they throw is counted as a failure of a listener
 * named {@code metrics}.
 */
public interface EngineMetrics {

    /** Watches nothing. */
    EngineMetrics NONE = new EngineMetrics() {};

    /**
     * A command was handled, refusals included.
     *
     * @param outcome one word, for example {@code released}
     * @param nanos from the moment at which the engine was the caller's to the reply, by {@link FrontSettings#stopwatch()}
     */
    default void handled(String command, String outcome, long nanos) {}

    /** A command was refused, and the refusal recorded. */
    default void refused(String command, String code) {}

    /** A submission was decided. */
    default void decided(Effect effect) {}

    /** A command could not be recorded, or failed in another way; nothing of it has happened. */
    default void failed(String command, EngineFailure.Category category) {}

    /** Entries were appended to the journal; told by {@link TimedJournal}. */
    default void appended(int entries, long nanos) {}

    /**
     * A deadline fired.
     *
     * @param deadline its kind, for example {@code hold-expiry}
     * @param late how long after it was due; what comes late is refused all the same
     */
    default void fired(String deadline, Duration late) {}

    /** A listener threw. */
    default void listenerFailed(String listener) {}

    /** A subscription began. */
    default void subscribed(Subscription subscription) {}

    /** A subscription's queue was full; its consumer has to read the journal. */
    default void fellBehind(String subscription) {}

    /** A subscription is over. */
    default void unsubscribed(Subscription subscription) {}

    /** The time source was before the latest entry. */
    default void clockWentBack(Duration by) {}
}
