package org.portcullis.benchmark.contest;

/** Decides orders in one way. Owned by one thread unless it says otherwise. */
@FunctionalInterface
public interface Contender extends AutoCloseable {

    /** Finds every control in breach, without stopping at the first. */
    void check(TradeOrder order, Breaches breaches);

    @Override
    default void close() {}
}
