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
     * Whether what was typed is the amount: exactly, or exactly as {@link #words} shows it, which is to the cent.
     *
     * <p>Thousands separators may be left out and the currency too, rounding is not accepted: `USD 1,250.50`, `1250.5` and `1,250.50` are one amount.
     */
    public boolean matches(String typed) {
        return amount.filter(value -> isSame(typed.strip(), value)).isPresent();
    }

    private boolean isSame(String typed, Value value) {
        String currency = currencyOf(value) + " ";
        Given number = number(typed.startsWith(currency) ? typed.substring(currency.length()) : typed);
        return typed.equals(words())
                || number.equals(new Given.Amount(value.micros()))
                || (isAmount(number) && number.equals(number(words().replace(currency, ""))));
    }

    private static Given number(String text) {
        return Given.parse(text.replace(",", ""));
    }

    private static boolean isAmount(Given given) {
        return given.match(new Given.Cases<>() {
            @Override
            public Boolean amount(Given.Amount amount) {
                return true;
            }

            @Override
            public Boolean absent(Given.Absent absent) {
                return false;
            }

            @Override
            public Boolean unreadable(Given.Unreadable unreadable) {
                return false;
            }
        });
    }

    static String currencyOf(Value value) {
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
