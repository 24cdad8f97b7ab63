package org.portcullis.engine.entry;

import java.util.Arrays;
import java.util.Optional;
import org.portcullis.engine.submission.Given;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** Writes values as {@code {kind, amount, unit}} with the amount as decimal text in the unit, and reads them back. */
public final class ValueJson {
    private ValueJson() {}

    /** Gives the JSON of a value; spans count microseconds, or trading days, and name the unit in which they were written. */
    public static JsonObject of(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public JsonObject text(Value.Text text) {
                return JsonObject.of("kind", "text", "amount", text.text());
            }

            @Override
            public JsonObject money(Value.Money money) {
                return number("money", money, money.currency().code());
            }

            @Override
            public JsonObject price(Value.Price price) {
                return number("price", price, price.currency().code());
            }

            @Override
            public JsonObject count(Value.Count count) {
                return number("count", count, count.unit().word());
            }

            @Override
            public JsonObject ratio(Value.Ratio ratio) {
                return JsonObject.of("kind", "ratio", "amount", ValueText.decimal(ratio.micros(), 0));
            }

            @Override
            public JsonObject span(Value.TimeSpan span) {
                return number("span", span, span.unit().word());
            }

            @Override
            public JsonObject rate(Value.Rate rate) {
                return number("rate", rate, rate.unit().word());
            }
        });
    }

    /**
     * Reads a value.
     *
     * @throws org.portcullis.model.json.JsonMismatch for missing members
     * @throws IllegalArgumentException for a kind, unit or amount that is none
     */
    public static Value read(JsonObject json) {
        String kind = json.text("kind");
        return switch (kind) {
            case "text" -> new Value.Text(json.text("amount"));
            case "money" -> money(json);
            case "price" -> new Value.Price(micros(json), new CurrencyCode(json.text("unit")));
            case "count" -> new Value.Count(micros(json), countUnit(json.text("unit")));
            case "ratio" -> new Value.Ratio(micros(json));
            case "span" -> new Value.TimeSpan(micros(json), spanUnit(json.text("unit")));
            case "rate" -> new Value.Rate(micros(json), countUnit(json.text("unit")));
            default -> throw new IllegalArgumentException("`" + kind + "` is no kind of value");
        };
    }

    static Value.Money money(JsonObject json) {
        return new Value.Money(micros(json), new CurrencyCode(json.text("unit")));
    }

    static void put(JsonObject.Builder json, String key, Optional<? extends Value> value) {
        value.ifPresent(present -> json.put(key, of(present)));
    }

    static Optional<Value> find(JsonObject json, String key) {
        return json.has(key) ? Optional.of(read(json.object(key))) : Optional.empty();
    }

    static Optional<Value.Money> findMoney(JsonObject json, String key) {
        return json.has(key) ? Optional.of(money(json.object(key))) : Optional.empty();
    }

    private static JsonObject number(String kind, Value value, String unit) {
        return JsonObject.of("kind", kind, "amount", ValueText.decimal(value.micros(), 0), "unit", unit);
    }

    private static long micros(JsonObject json) {
        return micros(json.text("amount"));
    }

    /** The millionths that a decimal text says; {@link IllegalArgumentException} where it says none. */
    static long micros(String amount) {
        return Given.parse(amount).match(new Given.Cases<>() {
            @Override
            public Long amount(Given.Amount given) {
                return given.micros();
            }

            @Override
            public Long absent(Given.Absent given) {
                throw new IllegalArgumentException("an amount is empty");
            }

            @Override
            public Long unreadable(Given.Unreadable given) {
                throw new IllegalArgumentException("`" + given.text() + "` is no amount");
            }
        });
    }

    private static CountUnit countUnit(String word) {
        return Arrays.stream(CountUnit.values())
                .filter(unit -> unit.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + word + "` is nothing that is counted"));
    }

    private static SpanUnit spanUnit(String word) {
        return Arrays.stream(SpanUnit.values())
                .filter(unit -> unit.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + word + "` is no unit of time"));
    }
}
