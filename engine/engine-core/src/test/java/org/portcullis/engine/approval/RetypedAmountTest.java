package org.portcullis.engine.approval;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.Sample;
import org.portcullis.model.value.Value;

/** What counts as typing an amount again. */
class RetypedAmountTest {
    private static final RetypedAmount AMOUNT = amount(new Value.Money(174_000_627_604_999L, Sample.USD));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "USD 174,000,627.61",
                "174,000,627.61",
                "174000627.61",
                "174000627.610",
                " USD 174000627.61 ",
                "174000627.604999"
            })
    void theAmountAsShownOrExactlyIsRight(String typed) {
        assertTrue(AMOUNT.matches(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "174000627",
                "174000627.60",
                "174000627.6",
                "EUR 174,000,627.61",
                "USD174000627.61",
                "-174000627.61",
                "174 million",
                "1.74e8"
            })
    void anythingElseIsWrong(String typed) {
        assertFalse(AMOUNT.matches(typed));
    }

    @Test
    void sharesAreTypedWithOrWithoutTheirUnit() {
        assertTrue(amount(Sample.shares(12_500)).matches("12,500 shares"));
        assertTrue(amount(Sample.shares(12_500)).matches("12500"));
    }

    @Test
    void whatIsNotKnownCannotBeTypedRight() {
        RetypedAmount unknown = new RetypedAmount("basket.notional", Optional.empty());
        assertFalse(unknown.matches("not known"));
        assertFalse(unknown.matches(""));
    }

    private static RetypedAmount amount(Value value) {
        return new RetypedAmount("basket.notional", Optional.of(value));
    }
}
