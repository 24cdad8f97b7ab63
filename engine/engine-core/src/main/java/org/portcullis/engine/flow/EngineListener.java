package org.portcullis.engine.flow;

/**
 * Is told what happened, once it is durable and in the engine's state.
 *
 * <p>Every listener of an {@link EngineFront} is told of everything from its addition on, once and in the order of the journal, before the caller has its
 * reply.
 *
 * <p><b>Threads</b>: called by whichever thread called the front, while the others wait, so never by two at a time. It MUST be quick and MUST NOT wait for
 * another thread that calls the front; who needs time takes a {@link Subscription}. It may call the front: what comes of that is told to all listeners after
 * this.
 *
 * <p><b>Errors</b>: whatever it throws is counted and told to {@link FrontSettings#failures()}; it undoes nothing, stops nothing, and the others are told all
 * the same.
 */
@FunctionalInterface
public interface EngineListener {

    /** Something happened. */
    void happened(Happening happening);

    /** The engine stopped: its evidence cannot be written, and it refuses everything until it is opened again. Told once. */
    default void stopped(EngineFailure failure) {}
}
