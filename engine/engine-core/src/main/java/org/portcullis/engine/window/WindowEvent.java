package org.portcullis.engine.window;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;

/**
 * Something that happened to an order, or a message, at its time.
 *
 * @param order the id of the order that it happened to; a message need not be about one
 * @param texts what is known of it in words: the keys that windows belong to, and the ids of executions
 * @param amounts what is known of it in millionths: `order.quantity`, `order.notional`, `execution.quantity`, …
 */
public record WindowEvent(
        Instant at, What what, Optional<String> order, Map<Measure, String> texts, Map<Measure, Long> amounts) {
    public WindowEvent {
        texts = sorted(texts);
        amounts = sorted(amounts);
        if (what != What.MESSAGE && order.isEmpty()) {
            throw new IllegalArgumentException("an order that is " + what.word() + " has an id");
        }
        if (texts.keySet().stream().anyMatch(measure -> measure.dimension() != Dimension.TEXT)
                || amounts.keySet().stream().anyMatch(measure -> measure.dimension() == Dimension.TEXT)) {
            throw new IllegalArgumentException("texts are words and amounts are numbers");
        }
        if (amounts.values().stream().anyMatch(micros -> micros < 0)) {
            throw new IllegalArgumentException("nothing negative happens");
        }
    }

    private static <V> Map<Measure, V> sorted(Map<Measure, V> facts) {
        Map<Measure, V> copy = new EnumMap<>(Measure.class);
        copy.putAll(facts);
        return Collections.unmodifiableMap(copy);
    }

    /** What may happen. */
    public enum What {
        /** The order is on its way or working; one that was held is released. */
        OPENED("opened"),
        /** The order waits for somebody, and keeps its headroom. */
        HELD("held"),
        /** Some or all of the order was executed: `execution.quantity`, or all that was left where it does not say. */
        EXECUTED("executed"),
        /** The order was refused. */
        REJECTED("rejected"),
        /** What was left of the order was taken back. */
        CANCELLED("cancelled"),
        /** What was left of the order ran out of time. */
        EXPIRED("expired"),
        /** An execution was undone: the one with the `execution.id`, or all of the order where it does not say. */
        BUSTED("busted"),
        /** The order has another quantity or notional from now on. */
        AMENDED("amended"),
        /** A message was sent. */
        MESSAGE("message");

        private final String word;

        What(String word) {
            this.word = word;
        }

        /** The word for it. */
        public String word() {
            return word;
        }
    }
}
