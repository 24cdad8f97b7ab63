package org.portcullis.engine.flow;

/** What a {@link Subscription} gives its consumer. */
public sealed interface Delivery {

    /** Dispatches on the delivery. */
    <R> R match(Cases<R> cases);

    /** Handles each delivery. */
    interface Cases<R> {
        R happened(Happened delivery);

        R lagged(Lagged delivery);

        R ended(Ended delivery);
    }

    /** The next thing that happened. */
    record Happened(Happening happening) implements Delivery {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.happened(this);
        }
    }

    /**
     * The consumer was too slow, and its queue full: it MUST read the entries in between from the journal, where all of them are, and goes on here after them.
     *
     * @param fromIndex the place of the first entry that did not fit
     * @param untilIndex the place after the last one; what is delivered next begins there or later
     */
    record Lagged(long fromIndex, long untilIndex) implements Delivery {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.lagged(this);
        }
    }

    /**
     * Nothing more will come: the consumer closed the subscription, or the engine stopped.
     *
     * @param reason as people read it
     */
    record Ended(String reason) implements Delivery {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }
}
