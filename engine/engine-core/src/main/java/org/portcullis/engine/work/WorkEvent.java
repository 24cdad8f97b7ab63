package org.portcullis.engine.work;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an order management system, an algo or a venue asks or reports about one order or one instrument; its time comes with it.
 *
 * <p>Quantities are in millionths of a share, prices in millionths of the instrument's own currency. Numbers are positive, but volumes and prices that are
 * not known are empty. Constructors throw {@link IllegalArgumentException} for anything else, and for ids that are empty or longer than {@link #MAX_ID}.
 */
public sealed interface WorkEvent {

    /** The longest id, in characters. */
    int MAX_ID = 200;

    /** Dispatches on the kind of event. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of event. */
    interface Cases<R> {
        R sent(Sent event);

        R message(Message event);

        R executed(Executed event);

        R ended(Ended event);

        R busted(Busted event);

        R amended(Amended event);

        R market(Market event);
    }

    /** Asks whether a released order may be sent to an algo; the strategy is the algo's instance that would work it. */
    record Sent(String order, String strategy) implements WorkEvent {
        public Sent {
            requireId(order);
            requireId(strategy);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sent(this);
        }
    }

    /**
     * Asks whether a message about an order may go to a venue. A cancel always may.
     *
     * @param id the message's own id; one that was seen before is refused as a duplicate
     * @param child the child order that the message enters, replaces or cancels
     * @param quantityMicros the child's quantity after the message; empty for a cancel
     */
    record Message(String id, Kind kind, String order, String child, OptionalLong quantityMicros) implements WorkEvent {
        public Message {
            requireId(id);
            requireId(order);
            requireId(child);
            requirePositive(quantityMicros);
            if (quantityMicros.isPresent() == (kind == Kind.CANCEL)) {
                throw new IllegalArgumentException("a message says a quantity exactly if it is no cancel");
            }
        }

        /** What a message asks a venue for. */
        public enum Kind {
            NEW,
            REPLACE,
            CANCEL
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.message(this);
        }
    }

    /**
     * Reports a fill.
     *
     * @param execution the fill's own id; one that was seen before of the order changes nothing
     * @param child the child order that was filled, if the order has any
     */
    record Executed(String order, String execution, Optional<String> child, long quantityMicros, long priceMicros)
            implements WorkEvent {
        public Executed {
            requireId(order);
            requireId(execution);
            child.ifPresent(WorkEvent::requireId);
            requirePositive(OptionalLong.of(quantityMicros));
            requirePositive(OptionalLong.of(priceMicros));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.executed(this);
        }
    }

    /** Reports that what was left of an order is gone. */
    record Ended(String order, How how) implements WorkEvent {
        public Ended {
            requireId(order);
        }

        /** How an order ends before it is filled. */
        public enum How {
            CANCELLED("cancelled"),
            EXPIRED("expired"),
            REJECTED("rejected by the venue");

            private final String word;

            How(String word) {
                this.word = word;
            }

            /** The word for it. */
            public String word() {
                return word;
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ended(this);
        }
    }

    /** Reports that a venue undid a fill. */
    record Busted(String order, String execution) implements WorkEvent {
        public Busted {
            requireId(order);
            requireId(execution);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.busted(this);
        }
    }

    /** Asks whether an order may have another quantity in all, what it executed included. */
    record Amended(String order, long quantityMicros) implements WorkEvent {
        public Amended {
            requireId(order);
            requirePositive(OptionalLong.of(quantityMicros));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.amended(this);
        }
    }

    /**
     * Reports an instrument's market.
     *
     * @param priceMicros the reference price; empty where there is none
     * @param volumeMicros the shares traded so far today; empty where that is not known
     * @param state OPEN, AUCTION, HALTED or CLOSED, as the venue says; empty where that is not known
     */
    record Market(String symbol, OptionalLong priceMicros, OptionalLong volumeMicros, Optional<String> state)
            implements WorkEvent {
        public Market {
            requireId(symbol);
            requirePositive(priceMicros);
            state.ifPresent(WorkEvent::requireId);
            if (volumeMicros.isPresent() && volumeMicros.getAsLong() < 0) {
                throw new IllegalArgumentException("a volume is not negative");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.market(this);
        }
    }

    private static void requireId(String id) {
        if (id.isEmpty() || id.length() > MAX_ID || !org.portcullis.model.json.JsonText.isWellFormed(id)) {
            throw new IllegalArgumentException("an id of " + id.length() + " characters is empty, longer than " + MAX_ID
                    + " or cannot be written");
        }
    }

    private static void requirePositive(OptionalLong number) {
        if (number.isPresent() && number.getAsLong() <= 0) {
            throw new IllegalArgumentException("a quantity or price is positive, not " + number.getAsLong());
        }
    }
}
