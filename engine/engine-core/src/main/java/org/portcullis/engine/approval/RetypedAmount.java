package org.portcullis.engine.approval;

import java.util.Optional;
import org.portcullis.engine.submission.Given;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * An amount that a person types again, so that it is read and not clicked away.
 *
 * @param measure the measure's path, for example `basket.notional`
 * @param amount what must be typed; empty where it is not known, and then nothing that is typed is right
 */
public record RetypedAmount(String measure, Optional<Value> amount) {

    /**
     * Whether what was typed is exactly the amount.
     *
     * <p>Thousands separators and the currency in front are accepted, rounding is not: `USD 1,250.50`, `1250.5` and `1,250.50` are one amount.
     */
    public boolean matches(String typed) {
        return amount.filter(value -> isSame(typed.strip(), value)).isPresent();
    }

    private static boolean isSame(String typed, Value value) {
        String unit = currencyOf(value) + " ";
        String number = typed.startsWith(unit) ? typed.substring(unit.length()) : typed;
        return Given.parse(number.replace(",", "")).equals(new Given.Amount(value.micros()));
    }

    private static String currencyOf(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public String text(Value.Text text) {
                return "";
            }

            @Override
            public String money(Value.Money money) {
                return money.currency().code();
            }

            @Override
            public String price(Value.Price price) {
                return price.currency().code();
            }

            @Override
            public String count(Value.Count count) {
                return "";
            }

            @Override
            public String ratio(Value.Ratio ratio) {
                return "";
            }

            @Override
            public String span(Value.TimeSpan span) {
                return "";
            }

            @Override
            public String rate(Value.Rate rate) {
                return "";
            }
        });
    }

    /** The amount as people read it. */
    public String words() {
        return amount.map(ValueText::readable).orElse("not known");
    }
}
