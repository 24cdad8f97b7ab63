package org.portcullis.engine.entry;

import org.portcullis.model.json.JsonObject;

/**
 * Is one limit as a register shows it: {@code order.notional}, {@code is more than}, {@code 250000000}, {@code USD}.
 *
 * @param measure what is compared, as policies write it
 * @param comparator the comparison, as policies write it
 * @param value a plain decimal
 * @param unit what the value counts, for example {@code % of market.adv over 20 trading days}
 */
public record StatedLimit(String measure, String comparator, String value, String unit) {

    /** Writes the limit for people: {@code order.notional is more than 250000000 USD}. */
    public String words() {
        return measure + " " + comparator + " " + value + " " + unit;
    }

    /** Writes the limit into a body. */
    public JsonObject toJson() {
        return JsonObject.builder()
                .put("measure", measure)
                .put("comparator", comparator)
                .put("value", value)
                .put("unit", unit)
                .build();
    }

    /** Reads a limit; {@link org.portcullis.model.json.JsonMismatch} for missing members. */
    public static StatedLimit fromJson(JsonObject json) {
        return new StatedLimit(json.text("measure"), json.text("comparator"), json.text("value"), json.text("unit"));
    }
}
